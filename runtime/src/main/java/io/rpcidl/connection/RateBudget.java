package io.rpcidl.connection;

/** Counts events against a limit per window of time. */
final class RateBudget {

    private final int limit;
    private final long window;
    private long windowEnd;
    private int spent;
    private boolean started;

    RateBudget(int limit, long window) {
        this.limit = limit;
        this.window = window;
    }

    /** Counts one event; false when the window has no more to give. */
    boolean spend(long now) {
        if (!started || windowEnd <= now) {
            started = true;
            windowEnd = now + window;
            spent = 0;
        }
        if (spent >= limit) {
            return false;
        }
        spent++;
        return true;
    }

    /** When a budget that is spent gives again. */
    long renewedAt() {
        return windowEnd;
    }
}
