package io.rpcidl.compiler.describe;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.Sources;
import io.rpcidl.schema.SchemaIndex;
import io.rpcidl.schema.canonical.SchemaHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Which kinds of changes of a source change the hashes of which services. */
class SchemaHashTest {

    private static final String BASE = """
            const u32 MOST = 10;
            type Id = uuid;
            type Code = string @max(20);
            enum State { NEW = 0; OLD = 1; }
            closed enum Level { LOW = 0; HIGH = 1; }
            struct Item {
              1: Id id;
              2: State state = NEW;
              3: string? note @max(MOST);
              4: list<u32> sizes;
              5: u32 count = 1;
              6: Level level;
              7: Code code;
              8: f32 weight = 0.0;
              9: list<Item> parts @max(9);
            }
            union Pick { 1: Item item; 2: string name @max(30); 3: nothing; }
            error Gone { 1: Id id; }
            struct Other { 1: u8 x; }
            service Wide {
              1: Item get(1: Id id, 2: u32? limit) throws 1: Gone;
              2: void put(1: Pick pick);
              3: readonly stream<Item> all() @deadline(2s);
              4: u32 load(stream<Item> items);
            }
            service Narrow { 1: readonly State state(1: Id id); }
            service Apart { 1: Other? other(); }
            """;

    private static final String WIDE = "Wide";
    private static final String BOTH = "Narrow Wide";
    private static final String NONE = "";

    private static final List<Change> CHANGES = List.of(
            change("a field is added", "1: Id id;\n  2: State", "1: Id id;\n  10: u8 x = 0;\n  2: State", WIDE),
            change("a field is removed", "  5: u32 count = 1;\n", "", WIDE),
            change("a field has another number", "5: u32 count", "15: u32 count", WIDE),
            change("a field has another type", "list<u32> sizes", "list<u64> sizes", WIDE),
            change("a list becomes a set", "list<u32> sizes", "set<u32> sizes", WIDE),
            change("a field becomes optional", "6: Level level", "6: Level? level", WIDE),
            change("a field is optional no more", "string? note", "string note", WIDE),
            change("a default is added", "list<u32> sizes", "list<u32> sizes = []", WIDE),
            change("a default is removed", "u32 count = 1", "u32 count", WIDE),
            change("a default changes", "u32 count = 1", "u32 count = 2", WIDE),
            change("a default of an enum changes", "state = NEW", "state = OLD", WIDE),
            change("the sign of a zero changes", "weight = 0.0", "weight = -0.0", WIDE),
            change("a maximum changes", "MOST = 10", "MOST = 11", WIDE),
            change("a maximum of elements changes", "parts @max(9)", "parts @max(10)", WIDE),
            change("a maximum is removed", "parts @max(9)", "parts", WIDE),
            change("the maximum of a named type changes", "string @max(20)", "string @max(21)", WIDE),
            change("a named type has another base", "type Code = string @max(20)", "type Code = u32", WIDE),
            change("a named type in use everywhere has another base", "Id = uuid", "Id = string", BOTH),
            change("an enum has a new value", "OLD = 1; }", "OLD = 1; GONE = 2; }", BOTH),
            change("a value of an enum has another number", "OLD = 1; }", "OLD = 2; }", BOTH),
            change("an enum is closed", "enum State", "closed enum State", BOTH),
            change("an enum is open", "closed enum Level", "enum Level", WIDE),
            change("a variant is added", "3: nothing;", "3: nothing; 4: u8 x;", WIDE),
            change("a variant is removed", "3: nothing;", "", WIDE),
            change("a variant has another number", "3: nothing;", "4: nothing;", WIDE),
            change("a variant gets a value", "3: nothing;", "3: u8 nothing;", WIDE),
            change("the maximum of a variant changes", "name @max(30)", "name @max(31)", WIDE),
            change("an error rejects", "error Gone", "error Gone rejects", WIDE),
            change("an error has a new field", "error Gone {", "error Gone { 2: u8 x = 0;", WIDE),
            change("a method is added", "4: u32 load", "9: void ping();\n  4: u32 load", WIDE),
            change("a method is removed", "  2: void put(1: Pick pick);\n", "", WIDE),
            change("a method has another number", "2: void put", "12: void put", WIDE),
            change("a method is readonly", "1: Item get", "1: readonly Item get", WIDE),
            change("a method is idempotent", "2: void put", "2: idempotent void put", WIDE),
            change("a method is oneway", "2: void put", "2: oneway void put", WIDE),
            change("a parameter is added", "1: Pick pick", "1: Pick pick, 2: u8? x", WIDE),
            change("a parameter has another number", "2: u32? limit", "3: u32? limit", WIDE),
            change("a parameter is required", "2: u32? limit", "2: u32 limit", WIDE),
            change("a result is optional", "readonly State state", "readonly State? state", "Narrow"),
            change("a result has another type", "Other? other()", "u8? other()", "Apart"),
            change("a result is a stream", "1: Item get", "1: stream<Item> get", WIDE),
            change("a result is nothing", "4: u32 load", "4: void load", WIDE),
            change("items of a stream have another type", "stream<Item> items", "stream<Gone2> items", WIDE),
            change("a stream is not sent", "load(stream<Item> items)", "load()", WIDE),
            change("an error is raised no more", ") throws 1: Gone", ")", WIDE),
            change("an error has another number", "throws 1: Gone", "throws 2: Gone", WIDE),
            change("a service has another name", "service Apart", "service Aside", "Apart"),
            change("a struct keeps what it does not know", "struct Item", "open struct Item", NONE),
            change("a field is renamed", "count = 1", "amount = 1", NONE),
            change("a value of an enum is renamed", "OLD = 1; }", "ANCIENT = 1; }", NONE),
            change("a variant is renamed", "3: nothing", "3: void_", NONE),
            change("a method is renamed", "void put", "void store", NONE),
            change("a parameter is renamed", "Pick pick", "Pick chosen", NONE),
            change("a stream is renamed", "items)", "all)", NONE),
            change("a struct is renamed", "Other", "Another", NONE),
            change("a named type is used for its base", "state(1: Id id)", "state(1: uuid id)", NONE),
            change("a maximum moves from a type to a field", "code;", "code @max(20);", NONE),
            change("a larger maximum is added to a type's", "code;", "code @max(30);", NONE),
            change("a constant is replaced by its value", "@max(MOST)", "@max(10)", NONE),
            change("a deadline changes", "@deadline(2s)", "@deadline(none)", NONE),
            change("a field is sensitive", "3: string? note", "3: string? note @sensitive", NONE),
            change("a field is deprecated", "count = 1", "count = 1 @deprecated(\"use sizes\")", NONE),
            change("a number is reserved", "struct Item {", "struct Item { reserved 20..30, \"old\";", NONE),
            change("a field is documented", "  5: u32 count", "  /// How many.\n  5: u32 count", NONE),
            change("a comment is added", "  5: u32 count", "  // how many\n  5: u32 count", NONE),
            change("members are in another order", "NEW = 0; OLD = 1;", "OLD = 1; NEW = 0;", NONE),
            change("something else is defined", "struct Other", "struct More { 1: Item i; }\nstruct Other", NONE),
            change("nothing but blanks changes", "; ", ";\n\n    ", NONE));

    private record Change(String what, String from, String to, List<String> changed) {}

    private static Change change(String what, String from, String to, String changed) {
        return new Change(
                what,
                from,
                to,
                Stream.of(changed.split(" ")).filter(name -> !name.isEmpty()).toList());
    }

    @TestFactory
    Stream<DynamicTest> changesExactlyTheServicesThatReachTheChange(@TempDir Path folder) throws IOException {
        SchemaIndex before = compile(folder.resolve("base"), BASE);
        return CHANGES.stream()
                .map(change -> DynamicTest.dynamicTest(change.what(), () -> {
                    assertThat(BASE).contains(change.from());
                    String changed = BASE.replace(change.from(), change.to());
                    if (changed.contains("Gone2")) {
                        changed += "struct Gone2 { 1: Id id; }\n";
                    }
                    SchemaIndex after = compile(Files.createTempDirectory(folder, "changed"), changed);
                    assertThat(differences(before, after)).containsExactlyElementsOf(change.changed());
                }));
    }

    private static TreeSet<String> differences(SchemaIndex before, SchemaIndex after) {
        TreeSet<String> names = new TreeSet<>();
        for (String service : List.of("Wide", "Narrow", "Apart")) {
            if (after.find("p." + service) == null
                    || !SchemaHash.of(before, "p." + service).equals(SchemaHash.of(after, "p." + service))) {
                names.add(service);
            }
        }
        return names;
    }

    private static SchemaIndex compile(Path folder, String source) {
        CompileResult result = new Sources(folder).with("a", source).compile();
        assertThat(result.diagnostics()).as(Arrays.toString(source.split("\n"))).isEmpty();
        return SchemaIndex.of(Describer.describe(Objects.requireNonNull(result.schema())));
    }
}
