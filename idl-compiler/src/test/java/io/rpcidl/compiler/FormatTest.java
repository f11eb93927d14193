package io.rpcidl.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formatting of whole source roots. */
class FormatTest {

    private static final String UGLY = "rpcidl 1; package p;";
    private static final String TIDY = "rpcidl 1;\n\npackage p;\n";

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectory(folder.resolve("root"));
    }

    @Test
    void rewritesWhatIsNotFormatted() throws IOException {
        write("p/ugly.rpcidl", UGLY);
        write("p/tidy.rpcidl", TIDY);
        write("p/ugly.txt", UGLY);

        CompileResult result = format(root);

        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.written()).containsExactly(root.resolve("p/ugly.rpcidl"));
        assertThat(root.resolve("p/ugly.rpcidl")).hasContent(TIDY);
        assertThat(root.resolve("p/ugly.txt")).hasContent(UGLY);
        assertThat(files()).containsExactly("p/tidy.rpcidl", "p/ugly.rpcidl", "p/ugly.txt");
        assertThat(format(root).written()).isEmpty();
    }

    @Test
    void checksWithoutWriting() throws IOException {
        write("p/ugly.rpcidl", UGLY);
        write("p/tidy.rpcidl", TIDY);

        CompileResult result = new RpcidlCompiler(List.of()).formatCheck(CompileRequest.check(root));

        assertThat(codes(result)).containsExactly(Code.NOT_FORMATTED);
        assertThat(result.succeeded()).isFalse();
        assertThat(result.diagnostics().get(0).span().file().path()).isEqualTo("p/ugly.rpcidl");
        assertThat(root.resolve("p/ugly.rpcidl")).hasContent(UGLY);
        assertThat(result.written()).isEmpty();
    }

    @Test
    void formatsOthersBesideBrokenSources() throws IOException {
        write("p/broken.rpcidl", UGLY + "struct {");
        write("p/ugly.rpcidl", UGLY);

        CompileResult result = format(root);

        assertThat(codes(result)).containsExactly(Code.SYNTAX);
        assertThat(root.resolve("p/broken.rpcidl")).hasContent(UGLY + "struct {");
        assertThat(root.resolve("p/ugly.rpcidl")).hasContent(TIDY);
    }

    @Test
    void formatsWithoutLookingAtImports() throws IOException {
        write("p/a.rpcidl", UGLY + "import \"q/missing.rpcidl\" as q;type A=q.A;");
        Path imports = Files.createDirectories(folder.resolve("imports/q"));
        Files.writeString(imports.resolve("b.rpcidl"), UGLY);

        CompileResult result = new RpcidlCompiler(List.of())
                .format(new CompileRequest(List.of(root), List.of(imports.getParent()), null));

        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.written()).hasSize(1);
        assertThat(imports.resolve("b.rpcidl")).hasContent(UGLY);
    }

    @Test
    void writesThroughNoLink() throws IOException {
        write("p/real.rpcidl", TIDY);
        Path outside = Files.writeString(folder.resolve("outside.rpcidl"), UGLY);
        Path hidden = Files.writeString(root.resolve("hidden.txt"), UGLY);
        Files.createSymbolicLink(root.resolve("p/inside.rpcidl"), hidden);
        Files.createSymbolicLink(root.resolve("p/leads-out.rpcidl"), outside);

        CompileResult result = format(root);

        assertThat(codes(result)).containsExactlyInAnyOrder(Code.SOURCE_REWRITE, Code.UNREADABLE);
        assertThat(result.written()).isEmpty();
        assertThat(outside).hasContent(UGLY);
        assertThat(hidden).hasContent(UGLY);
        assertThat(root.resolve("p/inside.rpcidl")).isSymbolicLink();
    }

    @Test
    void takesARootThatIsALink() throws IOException {
        write("p/ugly.rpcidl", UGLY);
        Path link = Files.createSymbolicLink(folder.resolve("link"), root);

        assertThat(format(link).written()).containsExactly(link.resolve("p/ugly.rpcidl"));
        assertThat(root.resolve("p/ugly.rpcidl")).hasContent(TIDY);
    }

    @Test
    void keepsPermissionsAndRespectsThem() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        write("p/a.rpcidl", UGLY);
        Files.setPosixFilePermissions(root.resolve("p/a.rpcidl"), PosixFilePermissions.fromString("rw-rw-r-x"));

        assertThat(format(root).written()).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("p/a.rpcidl"))))
                .isEqualTo("rw-rw-r-x");
    }

    @Test
    void reportsARootThatIsMissing() {
        assertThat(codes(format(folder.resolve("missing")))).containsExactly(Code.BAD_ROOT);
    }

    private static CompileResult format(Path root) {
        return new RpcidlCompiler(List.of()).format(CompileRequest.check(root));
    }

    private static List<Code> codes(CompileResult result) {
        return result.diagnostics().stream().map(Diagnostic::code).toList();
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
