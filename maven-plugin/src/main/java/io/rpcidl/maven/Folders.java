package io.rpcidl.maven;

import java.nio.file.Path;
import java.util.List;

/**
 * Where one goal reads and writes.
 *
 * @param sources holds the files to generate Java for
 * @param imports hold more files that sources may import
 * @param output for the generated Java
 */
record Folders(Path sources, List<Path> imports, Path output) {

    Folders {
        imports = List.copyOf(imports);
    }
}
