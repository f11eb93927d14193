package io.rpcidl.processes.load;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A call that was made; any thread. */
public final class Made {
    private final long id;
    private final Kind kind;
    private final AtomicInteger ends = new AtomicInteger();
    private volatile @Nullable Told told;

    Made(long id, Kind kind) {
        this.id = id;
        this.kind = kind;
    }

    /** What it is known by in the ledger. */
    public long id() {
        return id;
    }

    /** Of what kind it is. */
    public Kind kind() {
        return kind;
    }

    /** How often it has ended; anything but once is a defect. */
    public int ends() {
        return ends.get();
    }

    /** What its caller was told last, null when nothing yet. */
    public @Nullable Told told() {
        return told;
    }

    /** It has ended. */
    void ended(Told what) {
        told = what;
        ends.incrementAndGet();
    }
}
