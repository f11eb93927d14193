package io.rpcidl.processes.ledger;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A file that holds what handlers have begun and ended.
 *
 * <p>Each entry is one write of {@value #ENTRY} octets at the end of the file. It is in the kernel's cache of the file when the
 * write returns, and that outlives the process however it ends; only the end of the machine would lose it, which is not what
 * is tried here, so nothing is forced to the disk. The entries divide a page, so none is torn when the process is killed
 * inside a write.
 */
public final class Ledger implements AutoCloseable {
    static final int ENTRY = 32;

    private final FileOutputStream file;

    /** Writes behind whatever the file holds. */
    public Ledger(Path path) {
        try {
            file = new FileOutputStream(path.toFile(), true);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The handler of the call {@code id} has been entered; it must do this first. */
    public void begun(long id) {
        write("begun", id);
    }

    /** The handler of the call {@code id} has done all its work; it must do this last. */
    public void done(long id) {
        write("done", id);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Not through a channel, which an interrupt of a handler would close for all. */
    private void write(String what, long id) {
        try {
            file.write(String.format(Locale.ROOT, "%-5s %25d\n", what, id).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * How often the handler of a call was entered, and how often it has done its work.
     *
     * @param begun times entered
     * @param done times done
     */
    public record Runs(int begun, int done) {
        /** Of a call that is not in the ledger. */
        public static final Runs NONE = new Runs(0, 0);
    }

    /** What the file says of each call. */
    public static Map<Long, Runs> read(Path path) {
        try {
            Map<Long, Runs> calls = new HashMap<>();
            for (String entry : Files.readAllLines(path, StandardCharsets.US_ASCII)) {
                if (entry.length() != ENTRY - 1) {
                    throw new IllegalStateException("the ledger holds the torn entry '" + entry + "'");
                }
                boolean begun = entry.startsWith("begun");
                long id = Long.parseLong(entry.substring(6).trim());
                calls.merge(id, begun ? new Runs(1, 0) : new Runs(0, 1), Ledger::sum);
            }
            return calls;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Runs sum(Runs one, Runs other) {
        return new Runs(one.begun() + other.begun(), one.done() + other.done());
    }
}
