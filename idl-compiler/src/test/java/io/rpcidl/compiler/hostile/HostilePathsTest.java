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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostilePathsTest {

    private static final String SECRET = "the secret of another folder";

    @TempDir
    Path temporary;

    private Path root;

    @BeforeEach
    void makeRoots() throws IOException {
        root = Files.createDirectories(temporary.resolve("root"));
        Files.createDirectories(root.resolve("p"));
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("secret.rpcidl"), SECRET);
    }

    /** JUnit warns of links to elsewhere that it deletes. */
    @AfterEach
    void removeLinksToDevices() throws IOException {
        Files.deleteIfExists(root.resolve("zero.rpcidl"));
        Files.deleteIfExists(root.resolve("p/zero.rpcidl"));
    }

    @ParameterizedTest
    @DisplayName("K08: packages that are no folder everywhere are refused")
    @ValueSource(
            strings = {
                "..",
                ".",
                "a..b",
                "a...b",
                "/abs",
                "C:",
                "c:\\a",
                "con",
                "a.nul.b",
                "com1",
                "file://a",
                "a/b",
                "a%2e%2e",
                "Upper",
                "a.\u00e4",
                "~",
                "a.",
                ".a",
                "-a",
                "1a",
                "a b",
                "\"a\"",
                ""
            })
    void refusesHostilePackages(String name) {
        new Sources(root).withBytes("p/a.rpcidl", utf8("rpcidl 1;\npackage " + name + ";\nstruct A {}"));

        CompileResult result = Generation.check(root);

        assertThat(result.schema()).isNull();
        assertThat(result.diagnostics())
                .as(new DiagnosticRenderer().text(result.diagnostics()))
                .hasSizeBetween(1, 3);
    }

    @Test
    @DisplayName("K08: and so are packages of 5,000 characters")
    void refusesVeryLongPackages() {
        for (String name : List.of("a".repeat(5_000), "a.".repeat(2_499) + "aa")) {
            new Sources(root).withBytes("p/a.rpcidl", utf8("rpcidl 1;\npackage " + name + ";\nstruct A {}"));

            assertThat(Generation.check(root).diagnostics()).hasSize(1);
        }
    }

    @ParameterizedTest
    @DisplayName("K08: Java packages too")
    @ValueSource(
            strings = {
                "..",
                "a..b",
                "/abs",
                "C:",
                "file://a",
                "a/b",
                "a\\\\b",
                "",
                "java",
                "java.lang",
                "a.class",
                "a b",
                "a;",
                "con",
                "a.nul",
                "a.com1.b",
                "a\\u{2028}",
                "*/"
            })
    void refusesHostileJavaPackages(String name) {
        new Sources(root).with("a", "");
        String text = "rpcidl 1;\npackage p @java.package(\"" + name + "\");\nstruct A {}";
        new Sources(root).withBytes("p/a.rpcidl", utf8(text));

        assertThat(Generation.check(root).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(Code.JAVA_PACKAGE);
    }

    @Test
    @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @DisplayName("K09: imports that lead outside say what missing ones say, and echo nothing")
    void saysTheSameOfMissingAndForbiddenImports() throws IOException {
        Path outside = temporary.resolve("outside");
        Files.createSymbolicLink(root.resolve("p/linked.rpcidl"), outside.resolve("secret.rpcidl"));
        Files.createSymbolicLink(root.resolve("folder"), outside);
        Files.createSymbolicLink(root.resolve("one.rpcidl"), root.resolve("two.rpcidl"));
        Files.createSymbolicLink(root.resolve("two.rpcidl"), root.resolve("one.rpcidl"));
        Files.createSymbolicLink(root.resolve("dangling.rpcidl"), root.resolve("nothing"));
        Files.createSymbolicLink(root.resolve("zero.rpcidl"), Path.of("/dev/zero"));
        Files.createDirectory(root.resolve("directory.rpcidl"));
        boolean pipe = makePipe(root.resolve("pipe.rpcidl"));
        List<String> paths = new ArrayList<>(List.of(
                "../../etc/passwd",
                "../outside/secret.rpcidl",
                "p/../../outside/secret.rpcidl",
                "/etc/passwd",
                outside.resolve("secret.rpcidl").toString(),
                "C:/secret.rpcidl",
                "\\\\\\\\server\\\\share.rpcidl",
                "file:///etc/passwd",
                "jar:file:x.jar!/p/a.rpcidl",
                "x.jar!/p/a.rpcidl",
                "http://example.com/a.rpcidl",
                "%2e%2e/outside/secret.rpcidl",
                "p/%2e%2e/a.rpcidl",
                "..%2foutside/secret.rpcidl",
                "p/.../a.rpcidl",
                "p/./a.rpcidl",
                "p//a.rpcidl",
                "folder/secret.rpcidl",
                "p/linked.rpcidl",
                "one.rpcidl",
                "dangling.rpcidl",
                "zero.rpcidl",
                "directory.rpcidl",
                "p/missing.rpcidl",
                "",
                "a".repeat(5_000) + ".rpcidl"));
        if (pipe) {
            paths.add("pipe.rpcidl");
        }
        Path importer = Files.createDirectories(temporary.resolve("importer"));
        for (String path : paths) {
            new Sources(importer).with("a", "import \"" + path + "\" as x;\nstruct A { 1: x.B b; }");
            List<Diagnostic> diagnostics = new RpcidlCompiler(List.of())
                    .compile(new CompileRequest(List.of(importer), List.of(root), null))
                    .diagnostics();

            assertThat(diagnostics).as(path).hasSize(1);
            Diagnostic diagnostic = diagnostics.get(0);
            assertThat(diagnostic.code()).isEqualTo(Code.IMPORT_NOT_FOUND);
            assertThat(diagnostic.message()).startsWith("no import root holds `");
            assertThat(new DiagnosticRenderer().text(diagnostics))
                    .doesNotContain(SECRET)
                    .hasSizeLessThan(1_000);
        }
    }

    @Test
    @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @DisplayName("K09: neither does a source that is a link outside, a loop, a pipe, a device or a directory")
    void refusesSourcesThatAreNoFilesOfTheRoot() throws IOException {
        Files.createSymbolicLink(
                root.resolve("p/linked.rpcidl"), temporary.resolve("outside").resolve("secret.rpcidl"));
        Files.createSymbolicLink(root.resolve("p/loop.rpcidl"), root.resolve("p/loop.rpcidl"));
        Files.createSymbolicLink(root.resolve("p/zero.rpcidl"), Path.of("/dev/zero"));
        Files.createSymbolicLink(root.resolve("p/up"), root);
        Files.createDirectory(root.resolve("p/directory.rpcidl"));
        int pipes = makePipe(root.resolve("p/pipe.rpcidl")) ? 1 : 0;

        List<Diagnostic> diagnostics = Generation.check(root).diagnostics();

        assertThat(diagnostics).extracting(Diagnostic::code).hasSize(3 + pipes).containsOnly(Code.UNREADABLE);
        assertThat(new DiagnosticRenderer().text(diagnostics)).doesNotContain(SECRET);
    }

    private static boolean makePipe(Path pipe) throws IOException {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            assumeThat(Files.exists(pipe)).as("this platform makes no pipes").isFalse();
            return false;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
