package io.rpcidl.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rpcidl.compiler.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixTest {

    private static final String BROKEN = "struct A { 1: u8 x }";
    private static final String REPAIRED = "struct A { 1: u8 x; }";

    @TempDir
    Path temporary;

    private Path root;
    private Sources sources;

    @BeforeEach
    void makeTheRoot() throws IOException {
        root = Files.createDirectory(temporary.resolve("root"));
        sources = new Sources(root);
    }

    @Test
    void repairsAndSaysWhatItWrote() {
        sources.with("a", BROKEN).with("b", "struct B {}");

        CompileResult result = fix();

        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.schema()).isNotNull();
        assertThat(result.written()).containsExactly(file("a"));
        assertThat(file("a")).hasContent(Sources.HEAD + REPAIRED);
    }

    @Test
    void changesNothingTheSecondTime() {
        sources.with("a", BROKEN);
        fix();

        assertThat(fix().written()).isEmpty();
    }

    @Test
    void goesOnUntilNothingCanBeFixed() {
        sources.with("a", "struct A {\n" + "  1: u8 x\n".repeat(300) + "}");

        CompileResult result = fix();

        assertThat(file("a")).content().doesNotContain("x\n").contains("x;\n");
        assertThat(codes(result)).isNotEmpty().doesNotContain("RPC0101");
    }

    @Test
    void repairsOnlyAfterOtherRepairsWhatTheyHid() {
        sources.withBytes("p/a.rpcidl", "\uFEFFpackage p;\nstruct A { 1: u8 x }".getBytes(StandardCharsets.UTF_8));

        assertThat(fix().diagnostics()).isEmpty();
        assertThat(file("a")).hasContent("rpcidl 1;\n\npackage p;\n" + REPAIRED);
    }

    @Test
    void saysWhatIsLeft() {
        sources.with("a", BROKEN + " struct B { 1: Nothing x; }");

        assertThat(codes(fix())).containsExactly("RPC0208");
        assertThat(file("a")).content().contains(REPAIRED);
    }

    @Test
    void leavesImportsFromElsewhereAlone() throws IOException {
        Path library = Files.createDirectory(temporary.resolve("library"));
        new Sources(library).with("b", BROKEN);
        sources.with("a", "import \"p/b.rpcidl\" as b; struct C { 1: b.A a; }");

        CompileResult result =
                new RpcidlCompiler(List.of()).fix(new CompileRequest(List.of(root), List.of(library), null));

        assertThat(codes(result)).containsExactly("RPC0101");
        assertThat(library.resolve("p/b.rpcidl")).hasContent(Sources.HEAD + BROKEN);
    }

    @Test
    void doesNotWriteThroughALinkToAFile() throws IOException {
        Files.createDirectories(root.resolve("p"));
        Path real = Files.writeString(root.resolve("real.txt"), Sources.HEAD + BROKEN);
        Files.createSymbolicLink(file("a"), real);

        CompileResult result = fix();

        assertThat(codes(result)).containsExactly("RPC0904", "RPC0101");
        assertThat(result.written()).isEmpty();
        assertThat(file("a")).isSymbolicLink();
        assertThat(real).hasContent(Sources.HEAD + BROKEN);
    }

    @Test
    void doesNotWriteThroughALinkToAFolder() throws IOException {
        Path real = Files.createDirectories(root.resolve("real"));
        Files.writeString(real.resolve("b.rpcidl"), "rpcidl 1;\npackage real;\n" + BROKEN);
        Files.createSymbolicLink(root.resolve("q"), real);
        Path library = Files.createSymbolicLink(temporary.resolve("link"), root);
        sources.with("a", "import \"q/b.rpcidl\" as b; struct C { 1: b.A a; }");

        CompileResult result = new RpcidlCompiler(List.of()).fix(CompileRequest.check(library));

        assertThat(real.resolve("b.rpcidl")).hasContent("rpcidl 1;\npackage real;\n" + REPAIRED);
        assertThat(result.written()).containsExactly(library.resolve("real/b.rpcidl"));
    }

    @Test
    void leavesAReadOnlyFileAlone() throws IOException {
        sources.with("a", BROKEN);
        assumeTrue(file("a").toFile().setReadOnly());
        assumeTrue(!Files.isWritable(file("a")), "root may write anything");

        assertThat(codes(fix())).contains("RPC0904");
        assertThat(file("a")).hasContent(Sources.HEAD + BROKEN);
    }

    @Test
    void leavesAFileAloneThatWouldBeTooLarge() {
        String padding = "//" + "x".repeat((1 << 20) - Sources.HEAD.length() - BROKEN.length() - 3) + "\n";
        sources.with("a", padding + BROKEN);

        assertThat(codes(fix())).containsExactly("RPC0904", "RPC0101");
        assertThat(file("a")).hasSize(1 << 20);
    }

    @Test
    void keepsPermissionsAndLeavesNothingBehind() throws IOException {
        sources.with("a", BROKEN);
        assumeTrue(Files.getFileStore(root).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(file("a"), PosixFilePermissions.fromString("rw-rw-r--"));

        fix();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("a"))))
                .isEqualTo("rw-rw-r--");
        try (Stream<Path> files = Files.list(root.resolve("p"))) {
            assertThat(files).containsExactly(file("a"));
        }
    }

    @Test
    void keepsTheLineEndsOfTheFile() {
        sources.withBytes(
                "p/a.rpcidl",
                "rpcidl 1;\r\npackage p;\r\nstruct A {\r\n  1: u8 x\r\n}\r\n".getBytes(StandardCharsets.UTF_8));

        fix();

        assertThat(file("a")).hasContent("rpcidl 1;\r\npackage p;\r\nstruct A {\r\n  1: u8 x;\r\n}\r\n");
    }

    private Path file(String name) {
        return root.resolve("p/" + name + ".rpcidl");
    }

    private CompileResult fix() {
        return new RpcidlCompiler(List.of()).fix(CompileRequest.check(root));
    }

    private static List<String> codes(CompileResult result) {
        return result.diagnostics().stream()
                .map(Diagnostic::code)
                .map(code -> code.id())
                .toList();
    }
}
