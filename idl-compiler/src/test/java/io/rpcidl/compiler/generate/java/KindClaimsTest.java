package io.rpcidl.compiler.generate.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.describe.Describer;
import io.rpcidl.compiler.generate.GeneratedFile;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.SchemaFile;
import io.rpcidl.schema.compat.Affected;
import io.rpcidl.schema.compat.ChangeKind;
import io.rpcidl.schema.compat.Compatibility;
import io.rpcidl.schema.compat.Finding;
import io.rpcidl.schema.compat.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the rule table says of each kind of change, compiled code does: for each kind by a pair of schemas made for it. */
class KindClaimsTest {

    private static final Path FOLDER = Path.of("src/test/compat/kinds");
    private static final int VALUES = 60;

    @Test
    void eachKindDoesWhatItsRowSays() throws ReflectiveOperationException {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        List<GeneratedFile> files = new ArrayList<>();
        for (ChangeKind kind : ChangeKind.values()) {
            for (String side : List.of("old", "new")) {
                Schema schema = schema(FOLDER.resolve(kind.id()).resolve(side), kind.ordinal() + side);
                schemas.put(kind.id() + side, schema);
                files.addAll(new JavaBackend().generate(schema));
            }
        }
        ClassLoader loader = InMemoryCompiler.compile(files);
        for (ChangeKind kind : ChangeKind.values()) {
            Schema older = schemas.get(kind.id() + "old");
            Schema newer = schemas.get(kind.id() + "new");
            List<Finding> findings = Compatibility.compare(Describer.describe(older), Describer.describe(newer));
            Claims claims = new Claims(new Version(older, loader), new Version(newer, loader), findings, VALUES, 1);
            assertThat(claims.violations()).as(kind.id()).isEmpty();
        }
    }

    /** Where neither schema breaks the other, one from before them shows what is claimed. */
    @Test
    void earlierProgramsBreakWhereTheirRowSaysSo() throws ReflectiveOperationException {
        for (ChangeKind kind : ChangeKind.values()) {
            Path earlier = FOLDER.resolve(kind.id()).resolve("earlier");
            boolean claimed = kind.level() == Level.WIRE && kind.affected() == Affected.EARLIER;
            assertThat(Files.isDirectory(earlier)).as(kind.id()).isEqualTo(claimed);
            if (claimed) {
                Schema before = schema(earlier, "earlier" + kind.ordinal());
                Schema after = schema(FOLDER.resolve(kind.id()).resolve("new"), "later" + kind.ordinal());
                List<GeneratedFile> files = new ArrayList<>(new JavaBackend().generate(before));
                files.addAll(new JavaBackend().generate(after));
                ClassLoader loader = InMemoryCompiler.compile(files);
                List<Finding> nothing = List.of();
                assertThat(new Claims(new Version(before, loader), new Version(after, loader), nothing, VALUES, 1)
                                .violations())
                        .as(kind.id())
                        .isNotEmpty();
            }
        }
    }

    /** The schema of a folder, in a Java package of its own. */
    private static Schema schema(Path folder, String name) {
        Schema schema = new RpcidlCompiler(List.of())
                .compile(CompileRequest.check(folder))
                .schema();
        assertThat(schema).as(folder.toString()).isNotNull();
        List<SchemaFile> files = schema.files().stream()
                .map(file -> new SchemaFile(
                        file.path(), file.packageName(), "test.kinds.k" + name, "", file.definitions(), true))
                .toList();
        return Schema.of(files);
    }
}
