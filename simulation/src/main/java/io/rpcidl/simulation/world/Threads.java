package io.rpcidl.simulation.world;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** The threads of a machine on which handlers and callbacks run; when each of them has its turn is drawn. */
public final class Threads implements Executor {
    private final Machine machine;
    private final long longestWait;
    private final Capacity capacity;

    /** Whether there is always a thread for a task. */
    @FunctionalInterface
    public interface Capacity {
        /** Whether a task that comes now finds no thread. */
        boolean full();
    }

    /**
     * Threads of {@code machine}.
     *
     * @param longestWait how many nanoseconds a task waits at most
     */
    public Threads(Machine machine, long longestWait, Capacity capacity) {
        this.machine = machine;
        this.longestWait = longestWait;
        this.capacity = capacity;
    }

    @Override
    public void execute(Runnable task) {
        if (capacity.full()) {
            throw new RejectedExecutionException("all threads of " + machine.name() + " are busy");
        }
        machine.after(machine.draw().skewed(longestWait), () -> run(task));
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error failure) { // the runtime promises to keep what handlers throw
            machine.world().violated("V4", "a task on a thread of " + machine.name() + " failed: " + failure);
        }
    }
}
