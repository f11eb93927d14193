package io.rpcidl.connection;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Octets of one direction that many connections hold together, at most so many: what each of them may hold would be more than
 * the heap when all did. Any thread.
 */
public final class ByteBudget {
    private final long limit;
    private final AtomicLong used = new AtomicLong();

    /** A budget of so many octets. */
    public ByteBudget(long limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a budget of " + limit + " octets is for nothing; at least 1 is needed");
        }
        this.limit = limit;
    }

    /** One that is never used up, for a connection whose owner keeps no budget. */
    static ByteBudget unbounded() {
        return new ByteBudget(Long.MAX_VALUE);
    }

    /** The most octets. */
    public long limit() {
        return limit;
    }

    /** Octets that are held, or set aside for a connection in pieces of {@link Holding#PIECE}. */
    public long used() {
        return used.get();
    }

    boolean take(long octets) {
        if (used.addAndGet(octets) <= limit) {
            return true;
        }
        used.addAndGet(-octets);
        return false;
    }

    /** For octets that are there already, and can't be refused. */
    void takeAnyway(long octets) {
        used.addAndGet(octets);
    }

    void give(long octets) {
        used.addAndGet(-octets);
    }
}
