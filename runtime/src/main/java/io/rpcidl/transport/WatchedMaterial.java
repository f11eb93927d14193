package io.rpcidl.transport;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Material whose files may be replaced while it is used: they are looked at again when a link is made and the interval has
 * passed since they were looked at last. So nothing runs in between, and a file that nobody needs is not read.
 *
 * <p>Files that don't make up proper material (half written, or one of two replaced) leave everything as it is; that is
 * logged once for each such content.
 */
final class WatchedMaterial {
    private static final System.Logger LOG = System.getLogger(WatchedMaterial.class.getName());

    private final Set<Path> paths;
    private final Function<TlsFiles, TlsMaterial> load;
    private final long intervalNanos;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile TlsMaterial current;
    private volatile long lookedAt;
    private volatile boolean looked;
    /** Guarded by this. */
    private TlsFiles loaded;
    /** Guarded by this: the content that was refused last, or what kept it from being read. */
    private @Nullable TlsFiles refused;

    private @Nullable String unreadable;

    WatchedMaterial(Set<Path> paths, Function<TlsFiles, TlsMaterial> load, Duration interval) {
        this.paths = new HashSet<>(paths);
        this.load = load;
        this.intervalNanos = interval.toNanos();
        this.loaded = TlsFiles.read(this.paths);
        this.current = load.apply(loaded);
    }

    /** What a handshake that begins now uses. Any thread. */
    TlsMaterial current(long now) {
        if (!paths.isEmpty() && looking.compareAndSet(false, true)) {
            try {
                if (!looked) {
                    looked = true; // its files were read when it was made
                    lookedAt = now;
                } else if (now - lookedAt >= intervalNanos) {
                    lookedAt = now;
                    look();
                }
            } finally {
                looking.set(false);
            }
        }
        return current;
    }

    /** Reads the files now. */
    synchronized void reload() {
        TlsFiles files = TlsFiles.read(paths);
        current = load.apply(files);
        loaded = files;
        refused = null;
        unreadable = null;
    }

    private synchronized void look() {
        TlsFiles files;
        try {
            files = TlsFiles.read(paths);
            unreadable = null;
        } catch (IllegalArgumentException failure) {
            String why = String.valueOf(failure.getMessage());
            if (!why.equals(unreadable)) {
                unreadable = why;
                keep(why);
            }
            return;
        }
        if (files.same(loaded) || (refused != null && files.same(refused))) {
            return;
        }
        try {
            current = load.apply(files);
            loaded = files;
            refused = null;
            LOG.log(System.Logger.Level.INFO, "TLS uses the new contents of " + paths + " for new connections");
        } catch (IllegalArgumentException failure) {
            refused = files;
            keep(String.valueOf(failure.getMessage()));
        }
    }

    private static void keep(String why) {
        LOG.log(System.Logger.Level.WARNING, "TLS keeps what it had, because the new files can't be used: " + why);
    }
}
