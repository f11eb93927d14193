package io.rpcidl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what a command makes into a file of the user's choice. */
final class OutputFile {

    private OutputFile() {}

    /** Writes the file, and makes its folder when that is missing. */
    static void write(Path file, byte[] octets) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, octets);
    }
}
