package io.rpcidl.compiler.compat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The opened sources of a baseline. Closing them deletes what was unpacked for them. */
public final class BaselineSources implements AutoCloseable {

    private final Path root;
    private final Form form;

    private BaselineSources(Path root, Form form) {
        this.root = root;
        this.form = form;
    }

    private enum Form {
        SOURCES,
        UNPACKED_SOURCES,
        LOCKS
    }

    static BaselineSources of(Path folder) {
        return new BaselineSources(folder, Form.SOURCES);
    }

    static BaselineSources unpacked(Path folder) {
        return new BaselineSources(folder, Form.UNPACKED_SOURCES);
    }

    static BaselineSources locks(Path folder) {
        return new BaselineSources(folder, Form.LOCKS);
    }

    /** The folder that holds the sources or the lock files. */
    public Path root() {
        return root;
    }

    /** Whether the folder holds lock files that are to be read, not sources. */
    public boolean locked() {
        return form == Form.LOCKS;
    }

    /** Deletes what was unpacked. A file that can't be deleted stays in the folder for temporary files. */
    @Override
    public void close() {
        if (form != Form.UNPACKED_SOURCES) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            return;
        }
    }
}
