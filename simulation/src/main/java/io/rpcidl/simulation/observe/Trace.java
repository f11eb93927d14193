package io.rpcidl.simulation.observe;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;

/**
 * What happened in a run, in order: a hash of all of it, and the last events in words when they are asked for.
 *
 * <p>Two runs of one seed have the same hash; a difference means that something depends on more than the seed.
 */
public final class Trace {
    private static final int KEPT = 200;
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    private final Recording recording;
    private final ArrayDeque<String> last = new ArrayDeque<>();
    private long hash;

    /** Whether words are kept. */
    public enum Recording {
        /** The hash only, which costs little. */
        HASH,
        /** The last 200 events too. */
        LAST_EVENTS
    }

    /** A trace with no events. */
    public Trace(Recording recording) {
        this.recording = recording;
    }

    /** Adds an event: when, what, and two numbers that tell it from others of its kind. */
    public void note(long now, String what, long first, long second) {
        mix(now);
        mix(what.hashCode());
        mix(first);
        mix(second);
        if (recording == Recording.LAST_EVENTS) {
            if (last.size() == KEPT) {
                last.remove();
            }
            last.add(String.format(Locale.ROOT, "%,15d ns  %s  %d  %d", now, what, first, second));
        }
    }

    /** The hash of all events so far. */
    public long hash() {
        return hash;
    }

    /** The last events in words, at most 200; none when they are not recorded. */
    public List<String> lastEvents() {
        return List.copyOf(last);
    }

    private void mix(long value) {
        hash = (Long.rotateLeft(hash, 23) ^ value) * MULTIPLIER;
    }
}
