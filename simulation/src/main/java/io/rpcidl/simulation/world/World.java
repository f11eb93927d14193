package io.rpcidl.simulation.world;

import io.rpcidl.simulation.observe.Mark;
import io.rpcidl.simulation.observe.Marks;
import io.rpcidl.simulation.observe.Trace;
import io.rpcidl.simulation.observe.Violation;
import io.rpcidl.transport.RpcClock;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time and everything that is going to happen: one event after the other, in the order of their times and, at one
 * time, in the order in which they were asked for. One thread runs all of it.
 */
public final class World {
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final Marks marks = new Marks();
    private final Trace trace;
    private @Nullable Violation violation;
    private @Nullable SimulatedLoop running;
    private long now;
    private long asked;
    private long happened;

    /** A world at time zero, in which nothing is going to happen. */
    public World(Trace.Recording recording) {
        trace = new Trace(recording);
    }

    /** Nanoseconds since the world began. */
    public long now() {
        return now;
    }

    /** The same as the runtime reads it. */
    public RpcClock clock() {
        return this::now;
    }

    /** Has {@code action} happen at {@code time}, or now when that is over. */
    public Event at(long time, Runnable action) {
        Event event = new Event(Math.max(time, now), asked++, action);
        events.add(event);
        return event;
    }

    /** Lets the next event happen; false when there is none. */
    public boolean step() {
        for (Event next = events.poll(); next != null; next = events.poll()) {
            Runnable action = next.take();
            if (action != null) {
                now = next.time();
                happened++;
                action.run();
                return true;
            }
        }
        return false;
    }

    /** How many events have happened. */
    public long happened() {
        return happened;
    }

    /** Adds an event to the trace: what, and two numbers that tell it from others of its kind. */
    public void note(String what, long first, long second) {
        trace.note(now, what, first, second);
    }

    /** A rare branch was reached. */
    public void reach(Mark mark) {
        marks.reach(mark);
    }

    /** An invariant does not hold; the first one ends the run. */
    public void violated(String invariant, String text) {
        if (violation == null) {
            violation = new Violation(invariant, text);
        }
    }

    /** The first invariant that did not hold, or null. */
    public @Nullable Violation violation() {
        return violation;
    }

    /** The trace of this run. */
    public Trace trace() {
        return trace;
    }

    /** The rare branches that this run has reached. */
    public Marks marks() {
        return marks;
    }

    /** The loop that runs now, or null. */
    @Nullable
    SimulatedLoop running() {
        return running;
    }

    void running(@Nullable SimulatedLoop loop) {
        running = loop;
    }
}
