package io.rpcidl.call;

import io.rpcidl.transport.Loop;
import io.rpcidl.transport.LoopTimer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A loop without a thread of its own: whoever hands a task over while nobody runs any runs all there are. So each thread of
 * a race may become the loop, and tasks still run one at a time.
 */
final class RacedLoop implements Loop {
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger wishes = new AtomicInteger();
    private volatile @Nullable Thread runner;
    private final List<Timer> timers = new ArrayList<>();
    private volatile long now;

    /** A task that waits for its time, on the loop. */
    private static final class Timer implements LoopTimer {
        private final long at;
        private @Nullable Runnable task;

        Timer(long at, Runnable task) {
            this.at = at;
            this.task = task;
        }

        @Override
        public void cancel() {
            task = null;
        }
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public boolean inLoop() {
        return runner == Thread.currentThread();
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        if (wishes.getAndIncrement() == 0) {
            run();
        }
    }

    private void run() {
        int seen = wishes.get();
        do {
            runner = Thread.currentThread();
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
            runner = null;
            seen = wishes.addAndGet(-seen);
        } while (seen > 0);
    }

    @Override
    public LoopTimer schedule(long atNanos, Runnable task) {
        Timer timer = new Timer(atNanos, task);
        timers.add(timer);
        return timer;
    }

    /** This loop has no transport that anybody closes. */
    @Override
    public LoopTimer whenClosed(Runnable task) {
        return () -> {};
    }

    /** Moves the clock on and runs what is due, in the order in which it was asked for; on the loop. */
    void advanceTo(long nanos) {
        now = Math.max(now, nanos);
        List<Timer> due = new ArrayList<>(timers);
        due.removeIf(timer -> timer.at > now);
        timers.removeAll(due);
        for (Timer timer : due) {
            Runnable task = timer.task;
            if (task != null) {
                task.run();
            }
        }
    }
}
