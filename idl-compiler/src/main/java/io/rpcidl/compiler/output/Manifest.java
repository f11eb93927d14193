package io.rpcidl.compiler.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** The list of files that the compiler owns in an output folder, one path a line. */
record Manifest(List<String> paths) {

    static final String NAME = ".rpcidl-files";

    private static final long MAX_BYTES = 64L << 20;

    Manifest {
        paths = List.copyOf(paths);
    }

    static Manifest read(Path root) throws IOException {
        Path file = root.resolve(NAME);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MAX_BYTES) {
            return new Manifest(List.of());
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return new Manifest(text.lines().filter(line -> !line.isEmpty()).toList());
    }

    String text() {
        StringBuilder text = new StringBuilder();
        paths.forEach(path -> text.append(path).append('\n'));
        return text.toString();
    }
}
