package io.rpcidl.conformance;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.model.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The schemas of the vectors: a folder with sources for each, and its descriptor beside it. */
final class Schemas {

    private static final Path FOLDER = Path.of("schemas");

    private Schemas() {}

    /** Their names. */
    static List<String> names() {
        try (Stream<Path> entries = Files.list(FOLDER)) {
            return entries.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path sources(String name) {
        return FOLDER.resolve(name);
    }

    static Path descriptor(String name) {
        return FOLDER.resolve(name + ".json");
    }

    static Schema compiled(String name) {
        return Objects.requireNonNull(
                new RpcidlCompiler(List.of())
                        .compile(CompileRequest.check(sources(name)))
                        .schema(),
                name);
    }
}
