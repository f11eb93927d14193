package io.rpcidl.compiler.compat;

import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Writes sources of other forms into a folder for temporary files, and none outside of it. */
final class Unpacking {

    /** Plain names only, like those of imports: no {@code ..}, no backslash, no absolute path. */
    private static final Pattern PATH =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*\\.rpcidl");

    private static final int MAX_LENGTH = 1024;
    private static final int MAX_FILES = 100_000;

    private final Path folder;
    private int files;

    Unpacking() throws IOException {
        folder = Files.createTempDirectory("rpcidl-baseline");
    }

    Path folder() {
        return folder;
    }

    /** Whether an import could have this path; others can't be sources. */
    static boolean isSource(String path) {
        return path.length() <= MAX_LENGTH && PATH.matcher(path).matches() && !path.contains("..");
    }

    /**
     * Writes one source.
     *
     * @param path one that {@link #isSource} admits
     * @param content at most one byte more than a source may have is looked at
     * @throws BaselineException if there are too many, or it is too large
     */
    void add(String path, byte[] content) throws BaselineException, IOException {
        if (++files > MAX_FILES) {
            throw new BaselineException("it holds more than 100,000 sources");
        }
        if (content.length > SourceReader.MAX_BYTES) {
            throw new BaselineException("its source " + Quote.of(path) + " is larger than 1 MiB");
        }
        Path target = folder.resolve(path);
        Files.createDirectories(target.getParent());
        Files.write(target, content);
    }

    boolean isEmpty() {
        return files == 0;
    }
}
