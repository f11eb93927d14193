package io.rpcidl.compiler.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.Sources;
import io.rpcidl.compiler.generate.GeneratedFile;
import io.rpcidl.compiler.generate.java.InMemoryCompiler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileTextTest {

    /** What documentation must still say, or nothing was tested. */
    private static final String MARKER = " markerOfTheDocumentation";

    @TempDir
    Path temporary;

    private int next;

    @Test
    @DisplayName("K01: documentation never leaves its comment, wherever it stands")
    void documentationChangesNothingThatJavacReads() {
        List<String> payloads = Payloads.KNOWN;
        List<GeneratedFile> documented = generate(
                "p.documented", payloads.size(), i -> new TextSlots(() -> payloads.get(i) + MARKER, () -> "x"));
        List<GeneratedFile> bare = generate("p.documented", payloads.size(), i -> new TextSlots(() -> "", () -> "x"));

        assertThat(documented.stream().filter(file -> file.text().contains(MARKER)))
                .hasSizeGreaterThan(documented.size() / 2);
        assertThat(JavaTree.of(documented)).isEqualTo(JavaTree.of(bare));
        InMemoryCompiler.compile(documented);
    }

    @Test
    @DisplayName("K01: a line of documentation of nearly a mebibyte")
    void aVeryLongLineOfDocumentationStaysInItsComment() {
        int length = (1 << 20) - Sources.HEAD.length() - 30;
        List<String> payloads = List.of("x", "*/ ", "\\u002a/", "\u0085", "<", "` ");
        Sources documented = new Sources(temporary.resolve("long"));
        Sources bare = new Sources(temporary.resolve("short"));
        for (int i = 0; i < payloads.size(); i++) {
            String payload = payloads.get(i);
            String name = "p" + i;
            int count = length / payload.getBytes(StandardCharsets.UTF_8).length;
            documented.with(name, "/// " + payload.repeat(count) + "\nstruct Thing" + i + " {}");
            bare.with(name, "struct Thing" + i + " {}");
        }

        List<GeneratedFile> files = Generation.files(temporary.resolve("long"));

        assertThat(JavaTree.of(files)).isEqualTo(JavaTree.of(Generation.files(temporary.resolve("short"))));
        InMemoryCompiler.compile(files);
    }

    @Test
    @DisplayName("K02: what a string says is what the program reads")
    void literalsRoundTrip() throws ReflectiveOperationException {
        List<String> texts = new ArrayList<>(Payloads.KNOWN);
        texts.add("x".repeat(16_000));
        List<GeneratedFile> files = generate("p.literals", "", texts);
        ClassLoader loader = InMemoryCompiler.compile(files);
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            Class<?> constants = loader.loadClass("p.literals.s" + i + ".AConstants");
            Class<?> thing = loader.loadClass("p.literals.s" + i + ".Thing");
            Object builder = thing.getMethod("builder").invoke(null);
            Object built = builder.getClass().getMethod("build").invoke(builder);

            assertThat(constants.getField("TEXT").get(null)).isEqualTo(text);
            assertThat(thing.getMethod("text").invoke(built)).isEqualTo(text);
        }
    }

    @Test
    @DisplayName("K02: a reason of a deprecation never leaves its comment")
    void reasonsChangeNothingThatJavacReads() {
        List<String> harmless = Collections.nCopies(Payloads.KNOWN.size(), "harmless");
        List<String> nodes = JavaTree.of(generate("p.reasons", "x", Payloads.KNOWN));

        assertThat(withoutStrings(nodes)).isEqualTo(withoutStrings(JavaTree.of(generate("p.reasons", "x", harmless))));
        assertThat(JavaTree.strings(nodes)).containsAll(Payloads.KNOWN);
    }

    private static List<String> withoutStrings(List<String> nodes) {
        return nodes.stream()
                .map(node -> node.startsWith("STRING_LITERAL ") ? "STRING_LITERAL" : node)
                .toList();
    }

    /** A source for each text, with the same documentation. */
    private List<GeneratedFile> generate(String packageName, String documentation, List<String> texts) {
        return generate(packageName, texts.size(), i -> new TextSlots(() -> documentation, () -> texts.get(i)));
    }

    private List<GeneratedFile> generate(String packageName, int count, IntFunction<TextSlots> slots) {
        Path root = temporary.resolve(packageName + next++);
        for (int i = 0; i < count; i++) {
            String source = slots.apply(i).source(packageName + ".s" + i);
            String path = packageName.replace('.', '/') + "/s" + i + "/a.rpcidl";
            new Sources(root).withBytes(path, source.getBytes(StandardCharsets.UTF_8));
        }
        return Generation.files(root);
    }
}
