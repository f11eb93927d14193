package io.rpcidl.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.generate.java.JavaBackend;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

    private static final String Q = "rpcidl 1; package q; struct Q {}";

    @TempDir
    Path temporary;

    private Path root;
    private Path library;
    private Path jar;
    private Map<String, String> before;

    @BeforeEach
    void makeRoots() throws IOException {
        root = Files.createDirectory(temporary.resolve("root"));
        library = Files.createDirectory(temporary.resolve("library"));
        jar = new Jars().source("q/q.rpcidl", Q).write(temporary.resolve("library.jar"));
        new Sources(root).with("a", "import \"q/q.rpcidl\" as q; struct A { 1: q.Q q; }");
        before = Map.copyOf(inputs());
    }

    @Test
    void nameSourcesAndImports() {
        assertThat(before).containsOnlyKeys(root + "/p/a.rpcidl", jar + "!/META-INF/rpcidl/q/q.rpcidl");
        assertThat(inputs()).isEqualTo(before);
    }

    @Test
    void changeWithASource() {
        new Sources(root).with("a", "struct A {}");

        assertThat(inputs()).isNotEqualTo(before);
    }

    @Test
    void changeWithTheNumberOfSources() throws IOException {
        new Sources(root).with("b", "struct B {}");
        assertThat(inputs()).hasSize(3);

        Files.delete(root.resolve("p/a.rpcidl"));
        assertThat(inputs()).hasSize(2);
    }

    @Test
    void changeWithALockBesideTheSources() throws IOException {
        Files.writeString(root.resolve("p/a.rpcidl.lock"), "");

        assertThat(inputs()).hasSize(3);
    }

    @Test
    void changeWithAJarThatIsReplaced() {
        new Jars().source("q/q.rpcidl", Q + " ").write(jar);

        assertThat(inputs()).isNotEqualTo(before);
    }

    @Test
    void keepWithAJarThatIsReplacedByItsLike() {
        new Jars().source("q/q.rpcidl", Q).source("q/other.rpcidl", Q).write(jar);

        assertThat(inputs()).isEqualTo(before);
    }

    @Test
    void changeWhenASecondRootHoldsAnImportOrASource() {
        new Sources(library).withBytes("q/q.rpcidl", Q.getBytes(StandardCharsets.UTF_8));
        assertThat(inputs()).hasSize(3);

        new Sources(library).with("a", "");
        assertThat(inputs()).hasSize(4);
    }

    @Test
    void areUnknownWhenSomethingCannotBeRead() throws IOException {
        Files.writeString(jar, "no jar");
        assertThat(inputs()).isNull();

        new Jars().entry("META-INF/rpcidl/q/q.rpcidl", new byte[2 << 20]).write(jar);
        assertThat(inputs()).isNull();
    }

    @Test
    void areUnknownWithoutTheRoot() throws IOException {
        Files.delete(root.resolve("p/a.rpcidl"));
        Files.delete(root.resolve("p"));
        Files.delete(root);

        assertThat(inputs()).isNull();
    }

    @Test
    void outputsAreWhatTheCompilerWrote() throws IOException {
        Path output = temporary.resolve("output");
        assertThat(RpcidlCompiler.outputs(output)).isEmpty();
        CompileRequest request = new CompileRequest(List.of(root), List.of(jar), output);
        List<Path> written =
                new RpcidlCompiler(List.of(new JavaBackend())).compile(request).written();
        Files.writeString(output.resolve("p/Other.java"), "");

        assertThat(RpcidlCompiler.outputs(output)).isEqualTo(written).isNotEmpty();

        Files.delete(written.get(0));
        assertThat(RpcidlCompiler.outputs(output)).isEqualTo(written.subList(1, written.size()));
    }

    private @Nullable Map<String, String> inputs() {
        CompileRequest request = new CompileRequest(List.of(root), List.of(library, jar), null);
        return RpcidlCompiler.inputs(request, List.of("q/q.rpcidl"));
    }
}
