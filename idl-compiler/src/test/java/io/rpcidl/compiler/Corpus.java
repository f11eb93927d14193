package io.rpcidl.compiler;

import io.rpcidl.compiler.Calls.Call;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The cases of diagnostics: each folder is a source root, a call, and what the compiler says. */
final class Corpus {

    /** The folder of all cases. */
    static final Path FOLDER = Path.of("src/test/corpus/diagnostics");

    private Corpus() {}

    /** One case. */
    record Case(Path folder) {

        String name() {
            return folder.getFileName().toString();
        }

        /** The name of the call, {@code check} when the case doesn't say. */
        String callName() throws IOException {
            Path call = folder.resolve("call");
            return Files.exists(call) ? Files.readString(call).strip() : "check";
        }

        /** What the compiler says. */
        List<Diagnostic> diagnostics(Path temporary) throws IOException {
            Call call = Calls.ALL.get(callName());
            return Objects.requireNonNull(call, () -> "an unknown call in " + folder)
                    .make(folder, temporary);
        }

        /** A copy of the sources that may be changed. */
        Path copy(Path target) throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".rpcidl")).forEach(file -> {
                    Path to = target.resolve(folder.relativize(file).toString());
                    try {
                        Files.createDirectories(to.getParent());
                        Files.copy(file, to);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
            return target;
        }
    }

    /** All cases by name. */
    static List<Case> cases() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory).sorted().map(Case::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
