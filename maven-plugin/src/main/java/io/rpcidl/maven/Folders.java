package io.rpcidl.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where one goal reads and writes.
 *
 * @param sources holds the files to generate Java for
 * @param imports folders and jars that hold more files that sources may import
 * @param output for the generated Java
 * @param classes below which copies of the sources end up, in {@code META-INF/rpcidl}
 */
record Folders(Path sources, List<Path> imports, Path output, Path classes) {

    Folders {
        imports = List.copyOf(imports);
    }

    /** Whether there are any sources, or can be. */
    boolean exist() {
        return Files.exists(sources);
    }
}
