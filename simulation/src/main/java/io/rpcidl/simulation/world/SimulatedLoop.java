package io.rpcidl.simulation.world;

import io.rpcidl.transport.Loop;
import io.rpcidl.transport.LoopTimer;
import java.util.ArrayDeque;

/** The loop of a machine: its tasks run in the order they came, a moment after they came. */
public final class SimulatedLoop implements Loop {
    private final Machine machine;
    private final World world;
    private final long longestWake;
    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
    private boolean woken;
    private int timers;

    /**
     * A loop with nothing to do.
     *
     * @param longestWake how many nanoseconds pass at most from a task's arrival to its turn
     */
    public SimulatedLoop(Machine machine, long longestWake) {
        this.machine = machine;
        this.world = machine.world();
        this.longestWake = longestWake;
    }

    /** The machine on which it runs. */
    public Machine machine() {
        return machine;
    }

    /** Tasks and timers that wait. */
    public int waiting() {
        return tasks.size() + timers;
    }

    /** Timers that wait. */
    public int timers() {
        return timers;
    }

    @Override
    public long now() {
        return world.now();
    }

    @Override
    public boolean inLoop() {
        return world.running() == this;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        if (!woken) {
            wake();
        }
    }

    @Override
    public LoopTimer schedule(long atNanos, Runnable task) {
        requireInLoop("a timer is set");
        return new Timer(atNanos, task);
    }

    /** Nobody closes a simulated transport: its machine dies, and tells nobody. */
    @Override
    public LoopTimer whenClosed(Runnable task) {
        requireInLoop("somebody waits for the end");
        return () -> {};
    }

    /** Notes as broken contract what does not happen on this loop and has to. */
    public void requireInLoop(String what) {
        if (!inLoop()) {
            world.violated("V4", what + " outside of the loop of " + machine.name());
        }
    }

    private void wake() {
        woken = true;
        machine.after(machine.draw().between(0, longestWake), this::turn);
    }

    private void turn() {
        for (int count = tasks.size(); count > 0; count--) {
            run(tasks.remove());
        }
        woken = false;
        if (!tasks.isEmpty()) {
            wake();
        }
    }

    private void run(Runnable task) {
        SimulatedLoop before = world.running();
        world.running(this);
        try {
            task.run();
        } catch (RuntimeException | Error failure) { // nothing may reach the loop: others would suffer for it
            StackTraceElement[] stack = failure.getStackTrace();
            world.violated(
                    "V4",
                    "a task of the loop of " + machine.name() + " failed: " + failure
                            + (stack.length == 0 ? "" : " at " + stack[0]));
        } finally {
            world.running(before);
        }
    }

    /** It may be called off even when its time came while the machine stood still. */
    private final class Timer implements LoopTimer {
        private final Runnable task;
        private final Event event;
        private boolean done;

        Timer(long atNanos, Runnable task) {
            this.task = task;
            timers++;
            event = machine.after(atNanos - world.now(), this::due);
        }

        @Override
        public void cancel() {
            requireInLoop("a timer is cancelled");
            if (!done) {
                done = true;
                timers--;
                event.cancel();
            }
        }

        private void due() {
            if (!done) {
                done = true;
                timers--;
                run(task);
            }
        }
    }
}
