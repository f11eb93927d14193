package io.rpcidl.simulation.world;

import org.jspecify.annotations.Nullable;

/** Something that is going to happen, unless it is called off. */
public final class Event implements Comparable<Event> {
    private final long time;
    private final long number;
    private @Nullable Runnable action;

    Event(long time, long number, Runnable action) {
        this.time = time;
        this.number = number;
        this.action = action;
    }

    long time() {
        return time;
    }

    /** Calls it off; false when it has happened or was called off before. */
    public boolean cancel() {
        return take() != null;
    }

    /** What is to be done, once; null afterwards. */
    @Nullable
    Runnable take() {
        Runnable taken = action;
        action = null;
        return taken;
    }

    @Override
    public int compareTo(Event other) {
        int byTime = Long.compare(time, other.time);
        return byTime != 0 ? byTime : Long.compare(number, other.number);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other; // no two events have the same number
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
