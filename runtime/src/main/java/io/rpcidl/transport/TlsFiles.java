package io.rpcidl.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The contents of the files of one side, read at one moment. */
final class TlsFiles {
    private static final int LARGEST = 1 << 20;

    private final Map<Path, byte[]> contents = new LinkedHashMap<>();

    /**
     * Reads all of them.
     *
     * @throws IllegalArgumentException when one can't be read or is larger than 1 MiB; the message names it
     */
    static TlsFiles read(Set<Path> paths) {
        TlsFiles files = new TlsFiles();
        for (Path path : paths) {
            files.contents.put(path, read(path));
        }
        return files;
    }

    private static byte[] read(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new IllegalArgumentException(
                        path + " is larger than " + LARGEST + " octets; name a file with certificates or a key");
            }
            return content;
        } catch (IOException failure) {
            throw new IllegalArgumentException("can't read " + path + ": " + failure, failure);
        }
    }

    byte[] of(Path path) {
        return Objects.requireNonNull(contents.get(path), "every file of a side is read with the others");
    }

    boolean same(TlsFiles other) {
        return contents.keySet().equals(other.contents.keySet())
                && contents.entrySet().stream()
                        .allMatch(entry -> Arrays.equals(entry.getValue(), other.of(entry.getKey())));
    }
}
