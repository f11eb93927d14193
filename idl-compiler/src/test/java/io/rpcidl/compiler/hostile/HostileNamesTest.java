package io.rpcidl.compiler.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.Sources;
import io.rpcidl.compiler.generate.java.InMemoryCompiler;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileNamesTest {

    /** Keywords, contextual keywords and literals of Java up to 25. */
    private static final List<String> JAVA_WORDS = words("""
            abstract assert boolean break byte case catch char class const continue default do double else enum extends
            final finally float for goto if implements import instanceof int interface long native new package private
            protected public return short static strictfp super switch synchronized this throw throws transient try void
            volatile while true false null exports module open opens permits provides record requires sealed to transitive
            uses var when with yield
            """);

    /** Methods that every object or exception has, and names that generated code uses itself. */
    private static final List<String> MEMBERS = words("""
            clone equals finalize getClass hashCode notify notifyAll toString wait getMessage getCause fillInStackTrace
            addSuppressed initCause printStackTrace rejects builder build toBuilder codec match async asyncService service
            with call handler channel options out value name number known unknown items result method in other shape read
            write of cause fields serialVersionUID NAME SERVICE INSTANCE UNKNOWN CODEC values valueOf ordinal compareTo
            """);

    private static final List<String> TYPES = words("""
            Builder Codec Codecs Async Fields Known Unknown Kind Shape Encoder Decoder List Map Set Values Bytes Instant
            Duration UUID BigDecimal Objects Function Flow Publisher CompletionStage Nullable NullMarked Generated
            RuntimeVersion StructCodec UnionCodec MethodDescriptor ServiceDescriptor ServiceBinding RpcChannel RpcStream
            RpcException CallOptions Empty DeclaredErrorException StringJoiner Modifier OfLeaf CallsClient
            """);

    private static final String KINDS = """
            struct %1$s { 1: %1$s? next; 2: string text; 3: list<%1$s> more; 4: map<string, %1$s> byName; }
            service Using { 1: %1$s get(1: %1$s one, 2: i32 two) throws 1: Failed; 2: stream<%1$s> all(stream<%1$s> some); }
            error Failed { 1: %1$s? it; }
            union Either { 1: %1$s it; 2: leaf; }
            ---
            union %1$s { 1: string text; 2: list<%1$s> more; 3: leaf; }
            struct Using { 1: %1$s it; 2: timestamp at; 3: duration took; 4: uuid id; 5: decimal price; 6: bytes octets; }
            ---
            error %1$s { 1: string? text; 2: list<u8> octets; }
            service Using { 1: void tell(1: string text, 2: i32? number) throws 1: %1$s; }
            ---
            service %1$s { 1: string? get(1: string text, 2: i32? number); 2: stream<u8> watch(stream<i64> in); }
            ---
            enum %1$s { ONE = 1; TWO = 2; }
            struct Using { 1: %1$s it = ONE; 2: set<%1$s> all; }
            ---
            closed enum %1$s { ONE = 1; TWO = 2; }
            struct Using { 1: %1$s it = TWO; 2: map<%1$s, string> all; }
            ---
            type %1$s = string;
            struct Using { 1: %1$s it = "x"; 2: map<%1$s, string> all; }
            """;

    private static final Set<String> BUILT_IN = Set.of("list", "set", "map", "stream", "void");

    /** What a constant can't be named, because it is a type of the language or hides one of Java. */
    private static final Set<String> NO_CONSTANTS =
            Set.of("list", "set", "map", "stream", "void", "bytes", "duration", "UUID");

    @TempDir
    Path temporary;

    private Sources sources;
    private int next;

    @Test
    @DisplayName("K04: every word is a name of a field, parameter, variant, value, method, constant and package")
    void everyWordNamesAMember() {
        start();
        Set<String> words = new TreeSet<>(JAVA_WORDS);
        words.addAll(MEMBERS);
        words.addAll(TYPES);
        for (String word : words) {
            String constant = NO_CONSTANTS.contains(word) ? "" : "const i32 %1$s = 1;\n";
            write("m" + next++, (constant + """
                    struct Thing { 1: i32 %1$s; 2: string? second; }
                    struct Other { 1: i32? %1$s; 2: list<u8> octets; }
                    error Failure { 1: string %1$s; }
                    union Either { 1: string %1$s; 2: more; }
                    union Neither { 1: %1$s; 2: more; }
                    enum Open { %1$s = 1; }
                    closed enum Closed { %1$s = 1; }
                    service Calls { 1: i32 %1$s(1: i32 %1$s, 2: string second); 2: void more(stream<u8> %1$s); }
                    """).formatted(word));
        }
        JAVA_WORDS.forEach(word -> write(word, "struct Thing { 1: i32 number; }"));

        InMemoryCompiler.compile(Generation.files(temporary));
    }

    @Test
    @DisplayName("K04: every word is a name of a type of each kind")
    void everyWordNamesAType() throws IOException {
        start();
        List<String> kinds = List.of(KINDS.split("---\n"));
        types(JAVA_WORDS, kinds.subList(0, 1));
        types(MEMBERS, kinds.subList(3, 7));
        types(TYPES, kinds);
        types(javaLang(), kinds.subList(0, 1));
        types(List.of("GetParameters", "GetParametersCodec", "ONE", "XCodec"), kinds);

        InMemoryCompiler.compile(Generation.files(temporary));
    }

    @Test
    @DisplayName("K04: no generated name is a word of Java, whatever the case")
    void generatedNamesAreIdentifiers() {
        start();
        for (String word : JAVA_WORDS) {
            for (String written : List.of(word, word.toUpperCase(Locale.ROOT), word + "_", word + "_1")) {
                write("i" + next++, "struct Thing { 1: i32 " + written + "; }");
            }
        }
        List<String> nodes = JavaTree.of(Generation.files(temporary));
        assertThat(nodes.stream().filter(node -> node.startsWith("VARIABLE ")))
                .isNotEmpty()
                .allMatch(node -> SourceVersion.isIdentifier(node.substring(9))
                        && !SourceVersion.isKeyword(node.substring(9), SourceVersion.latest()));
    }

    /** Each alone in its package: a word may be that of a class which another one needs. */
    private void types(Collection<String> words, List<String> kinds) {
        for (String word : words) {
            for (String kind : kinds) {
                if (!BUILT_IN.contains(word) && !(word.equals("OfLeaf") && kind.startsWith("union"))) {
                    write("t" + next++, kind.formatted(word));
                }
            }
        }
    }

    private static Set<String> javaLang() throws IOException {
        Path folder = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base/java/lang");
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.contains("-"))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .filter(HostileNamesTest::isPublic)
                    .forEach(names::add);
        }
        assertThat(names).contains("String", "Record", "Override");
        return names;
    }

    private static boolean isPublic(String name) {
        try {
            return (Class.forName("java.lang." + name, false, null).getModifiers() & Modifier.PUBLIC) != 0;
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private void start() {
        sources = new Sources(temporary);
    }

    private void write(String packageName, String text) {
        String source = "rpcidl 1;\npackage " + packageName + ";\n" + text;
        sources.withBytes(packageName + "/a.rpcidl", source.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
