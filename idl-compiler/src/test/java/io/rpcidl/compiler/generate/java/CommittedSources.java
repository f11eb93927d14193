package io.rpcidl.compiler.generate.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.generate.GeneratedFile;
import io.rpcidl.compiler.model.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Sources whose generated Java is committed beside them; {@code -Drpcidl.golden=update} writes it again.
 *
 * @param sources the root with the sources
 * @param java the folder that holds what is generated from them, and nothing else
 */
record CommittedSources(Path sources, Path java) {

    /** What is generated shows here as users see it. */
    static final CommittedSources GOLDEN =
            new CommittedSources(Path.of("src", "golden", "rpcidl"), Path.of("src", "golden", "java"));

    /** The descriptor: the compiler itself is built with what it generates from it. */
    static final CommittedSources DESCRIPTOR = new CommittedSources(
            Path.of("..", "schema", "src", "main", "rpcidl"), Path.of("..", "schema", "src", "generated", "java"));

    Schema schema() {
        CompileResult result = new RpcidlCompiler(List.of(new JavaBackend())).compile(CompileRequest.check(sources));
        if (!result.succeeded()) {
            throw new AssertionError(result.diagnostics());
        }
        return Objects.requireNonNull(result.schema());
    }

    /** Fails unless exactly the given files are committed. */
    void assertHold(List<GeneratedFile> generated) throws IOException {
        if ("update".equals(System.getProperty("rpcidl.golden"))) {
            update(generated);
        }
        for (GeneratedFile file : generated) {
            assertThat(java.resolve(file.path())).hasContent(file.text());
        }
        assertThat(present())
                .containsExactlyInAnyOrderElementsOf(
                        generated.stream().map(GeneratedFile::path).toList());
    }

    private void update(List<GeneratedFile> generated) throws IOException {
        for (String path : present()) {
            Files.delete(java.resolve(path));
        }
        for (GeneratedFile file : generated) {
            Path path = java.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.text());
        }
    }

    private List<String> present() throws IOException {
        if (!Files.exists(java)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(java)) {
            return files.filter(Files::isRegularFile)
                    .map(path -> java.relativize(path).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
