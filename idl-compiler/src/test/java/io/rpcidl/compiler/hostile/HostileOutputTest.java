package io.rpcidl.compiler.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.Sources;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.DiagnosticRenderer;
import io.rpcidl.compiler.generate.java.JavaBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileOutputTest {

    private static final int FILES = 10;

    @TempDir
    Path temporary;

    private Path root;
    private Path out;

    @BeforeEach
    void writeSources() throws IOException {
        root = Files.createDirectory(temporary.resolve("root"));
        out = temporary.resolve("out");
        for (int i = 1; i <= FILES; i++) {
            new Sources(root).with("f" + i, "struct S" + i + " { 1: u8 x; }");
        }
    }

    @Test
    @DisplayName("K10: a link that leaves the output folder is refused, at any depth")
    void refusesLinksOutOfTheFolder() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.createDirectory(out);
        Files.createSymbolicLink(out.resolve("p"), elsewhere);
        refuses(Code.OUTPUT_PATH);
        assertThat(elsewhere).isEmptyDirectory();

        Files.delete(out.resolve("p"));
        Files.createDirectory(out.resolve("p"));
        Path precious = Files.writeString(temporary.resolve("precious.java"), "precious");
        Files.createSymbolicLink(out.resolve("p/S7.java"), precious);
        refuses(Code.OUTPUT_PATH);
        assertThat(precious).hasContent("precious");
        assertThat(Folders.contents(out)).isEmpty();
    }

    @Test
    @DisplayName("K10: the output folder itself may be a link")
    void followsALinkToTheFolderItself() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.createSymbolicLink(out, elsewhere);

        assertThat(generate().succeeded()).isTrue();
        assertThat(elsewhere.resolve("p/S7.java")).exists();
    }

    @Test
    @DisplayName("K10: a file where a folder is expected, and a folder where a file is")
    void refusesFilesForFolders() throws IOException {
        Files.writeString(out, "a file");
        refuses(Code.OUTPUT);
        Files.delete(out);
        Files.createDirectory(out);
        Files.writeString(out.resolve("p"), "a file");
        refuses(Code.OUTPUT);
        assertThat(Folders.contents(out)).isEqualTo(Map.of("p", "a file"));
        Files.delete(out.resolve("p"));
        Files.createDirectories(out.resolve("p/S7.java/folder"));
        refuses(Code.OUTPUT);
        assertThat(Folders.contents(out)).isEmpty();
    }

    @Test
    @DisplayName("K10: a folder that can't be written")
    void refusesAReadOnlyFolder() throws IOException {
        assumeThat(Files.getFileStore(temporary).supportsFileAttributeView("posix"))
                .isTrue();
        Files.createDirectory(out);
        Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeThat(Files.isWritable(out)).as("the superuser writes everywhere").isFalse();

        refuses(Code.OUTPUT);
    }

    @Test
    @DisplayName("K11: an error in file 7 of 10 leaves the old output as it was")
    void leavesTheOldOutputAlone() throws IOException {
        assertThat(generate().succeeded()).isTrue();
        Map<String, String> before = Folders.contents(out);
        for (int i = 1; i <= FILES; i++) {
            new Sources(root).with("f" + i, "struct T" + i + " { 1: u16 y; }");
        }
        for (String mistake : List.of("struct T7 {", "struct T7 { 1: Missing y; }", "struct T7 {} struct t7 {}")) {
            new Sources(root).with("f7", mistake);

            CompileResult result = generate();

            assertThat(result.succeeded()).isFalse();
            assertThat(result.written()).isEmpty();
            assertThat(result.deleted()).isEmpty();
            assertThat(Folders.contents(out)).isEqualTo(before);
        }
    }

    @Test
    @DisplayName("K11: and so does a file of 10 that can't be written")
    void leavesTheOldOutputAloneWhenWritingFails() throws IOException {
        assertThat(generate().succeeded()).isTrue();
        for (int i = 1; i <= FILES; i++) {
            new Sources(root).with("f" + i, "struct T" + i + " { 1: u16 y; }");
        }
        Files.createDirectories(out.resolve("p/T7.java/folder"));
        Map<String, String> before = Folders.contents(out);

        refuses(Code.OUTPUT);

        assertThat(Folders.contents(out)).isEqualTo(before);
    }

    private void refuses(Code code) {
        CompileResult result = generate();
        assertThat(result.diagnostics())
                .as(new DiagnosticRenderer().text(result.diagnostics()))
                .extracting(Diagnostic::code)
                .containsExactly(code);
        assertThat(result.written()).isEmpty();
    }

    private CompileResult generate() {
        CompileRequest request = new CompileRequest(List.of(root), List.of(), out);
        return new RpcidlCompiler(List.of(new JavaBackend())).compile(request);
    }
}
