package io.rpcidl.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** K09 and K15 in small; {@code hostile} has them in full. */
class ImportsTest {

    @TempDir
    Path temporary;

    private Path root;
    private Sources sources;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectory(temporary.resolve("root"));
        sources = new Sources(root);
    }

    @Test
    void saysTheSameOfMissingAndForbiddenFiles() throws IOException {
        Path secret = temporary.resolve("secret.rpcidl");
        Files.writeString(secret, "the secret");
        Files.createDirectories(root.resolve("p"));
        Files.createSymbolicLink(root.resolve("p/linked.rpcidl"), secret);
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("x.rpcidl"), "the secret");
        Files.createSymbolicLink(root.resolve("folder"), elsewhere);
        Files.createDirectories(root.resolve("p/dir.rpcidl"));
        sources.with("a", """
                import "p/missing.rpcidl" as a;
                import "folder/x.rpcidl" as b;
                import "p/dir.rpcidl" as c;
                import "p/../p/a.rpcidl" as d;
                import "p//a.rpcidl" as e;
                import "./p/a.rpcidl" as f;
                import "file:///etc/passwd" as g;
                import "p/%2e%2e/x.rpcidl" as h;
                """);

        assertThat(sources.codes())
                .containsExactlyInAnyOrder(
                        "RPC0209", "RPC0209", "RPC0209", "RPC0209", "RPC0209", "RPC0209", "RPC0209", "RPC0209",
                        "RPC0001");
        assertThat(sources.text()).doesNotContain("the secret").doesNotContain(elsewhere.toString());
    }

    @Test
    void refusesToReadAPipe() throws IOException, InterruptedException {
        Files.createDirectories(root.resolve("p"));
        Path pipe = root.resolve("p/pipe.rpcidl");
        Process mkfifo;
        try {
            mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
        } catch (IOException e) {
            assumeThat(e).as("this platform makes no pipes").isNull();
            return;
        }
        assumeThat(mkfifo.waitFor()).isZero();
        sources.with("a", "import \"p/pipe.rpcidl\" as a; struct A { 1: a.B b; }");

        assertThat(sources.codes()).containsExactly("RPC0001");
    }

    @Test
    void survivesALoopOfLinks() throws IOException {
        Files.createDirectories(root.resolve("p"));
        Files.createSymbolicLink(root.resolve("p/one"), root.resolve("p/two"));
        Files.createSymbolicLink(root.resolve("p/two"), root.resolve("p/one"));
        sources.with("a", "import \"p/one/x.rpcidl\" as a;");

        assertThat(sources.codes()).containsExactly("RPC0209");
    }

    @Test
    void followsALinkInsideTheRoot() throws IOException {
        sources.with("b", "struct B {}");
        Path library = Files.createDirectory(temporary.resolve("library"));
        new Sources(library)
                .withBytes("real.rpcidl", "rpcidl 1; package q; struct Q {}".getBytes(StandardCharsets.UTF_8));
        Files.createDirectories(library.resolve("q"));
        Files.createSymbolicLink(library.resolve("q/q.rpcidl"), library.resolve("real.rpcidl"));
        sources.with("a", "import \"q/q.rpcidl\" as q; struct A { 1: q.Q q; }");

        CompileRequest request = new CompileRequest(List.of(root), List.of(library), null);

        assertThat(new RpcidlCompiler(List.of()).compile(request).diagnostics()).isEmpty();
    }

    @Test
    void generatesNothingForImportedFiles() throws IOException {
        Path library = Files.createDirectory(temporary.resolve("library"));
        new Sources(library)
                .withBytes("q/q.rpcidl", "rpcidl 1; package q; struct Q {}".getBytes(StandardCharsets.UTF_8));
        sources.with("a", "import \"q/q.rpcidl\" as q; struct A { 1: q.Q q; }");

        CompileRequest request = new CompileRequest(List.of(root), List.of(library), null);

        var schema = new RpcidlCompiler(List.of()).compile(request).schema();
        assertThat(schema).isNotNull();
        assertThat(schema.files())
                .extracting(file -> file.path() + " " + file.requested())
                .containsExactly("p/a.rpcidl true", "q/q.rpcidl false");
    }

    @Test
    void acceptsAChainOfTenThousandFiles() {
        for (int i = 0; i < 10_000; i++) {
            String next = "import \"p/f" + (i + 1) + ".rpcidl\" as n; struct S" + i + " { 1: n.S" + (i + 1) + " s; }";
            sources.with("f" + i, i == 9_999 ? "struct S9999 {}" : next);
        }

        assertThat(sources.codes()).isEmpty();
    }

    @Test
    void namesAllFilesOfALongCycle() {
        for (int i = 0; i < 50; i++) {
            String next = "import \"p/f" + (i + 1) % 50 + ".rpcidl\" as n; ";
            sources.with("f" + i, next + "struct S" + i + " { 1: n.S" + (i + 1) % 50 + "? s; }");
        }

        assertThat(sources.codes()).containsExactly("RPC0210");
        for (int i = 0; i < 50; i++) {
            assertThat(sources.text()).contains("p/f" + i + ".rpcidl");
        }
    }

    @Test
    void acceptsADiamondOfManyLevels() {
        for (int i = 0; i < 20; i++) {
            String both = "import \"p/a" + (i + 1) + ".rpcidl\" as a; import \"p/b" + (i + 1) + ".rpcidl\" as b;"
                    + " struct %s" + i + " { 1: a.A" + (i + 1) + " a; 2: b.B" + (i + 1) + " b; }";
            sources.with("a" + i, both.replace("%s", "A")).with("b" + i, both.replace("%s", "B"));
        }
        sources.with("a20", "struct A20 {}").with("b20", "struct B20 {}");

        assertThat(sources.codes()).isEmpty();
    }

    @Test
    void listsARootThatIsALink() throws IOException {
        sources.with("a", "struct A { 1: Missing x; }");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), root);

        assertThat(new Sources(link).codes()).containsExactly("RPC0208");
    }

    @Test
    void reportsARootThatIsNoFolder() {
        CompileRequest request = CompileRequest.check(root.resolve("nothing"));

        assertThat(new RpcidlCompiler(List.of()).compile(request).diagnostics())
                .singleElement()
                .extracting(diagnostic -> diagnostic.code().id())
                .isEqualTo("RPC0006");
    }

    @Test
    void reportsAPathThatTwoSourceRootsHold() throws IOException {
        Path other = Files.createDirectory(temporary.resolve("other"));
        sources.with("a", "struct A {}");
        new Sources(other).with("a", "struct B {}");

        CompileRequest request = new CompileRequest(List.of(root, other), List.of(), null);

        assertThat(new RpcidlCompiler(List.of()).compile(request).diagnostics())
                .singleElement()
                .extracting(diagnostic -> diagnostic.code().id())
                .isEqualTo("RPC0007");
    }
}
