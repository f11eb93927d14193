package io.rpcidl.transport.memory;

import io.rpcidl.transport.ClosingTasks;
import io.rpcidl.transport.LoopTimer;
import io.rpcidl.transport.RpcClock;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A loop with a virtual clock that runs only while it is driven: the same calls in the same order give the same run.
 *
 * <p>Any thread may hand over tasks; one thread at a time drives.
 */
public final class DrivenLoop implements MemoryLoop {
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::atNanos).thenComparingLong(Timer::number));
    private final AtomicLong time = new AtomicLong();
    private volatile @Nullable Thread driver;
    private volatile boolean closed;
    private final ClosingTasks closingTasks = new ClosingTasks();
    private long timersMade;

    /** A loop whose clock stands at zero. */
    public DrivenLoop() {}

    /** Runs what is due now, and what that leads to, until nothing is left; true when anything ran. */
    public boolean run() {
        boolean ran = false;
        driver = Thread.currentThread();
        try {
            for (Runnable next = next(); next != null; next = next()) {
                next.run();
                ran = true;
            }
        } finally {
            driver = null;
        }
        return ran;
    }

    /** Moves the clock ahead by {@code duration}, running each timer at its own time. */
    public void advance(Duration duration) {
        long end = Math.addExact(time.get(), duration.toNanos());
        run();
        for (Timer next = timers.peek(); next != null && next.atNanos() <= end; next = timers.peek()) {
            time.set(Math.max(time.get(), next.atNanos()));
            run();
        }
        time.set(end);
    }

    @Override
    public RpcClock clock() {
        return time::get;
    }

    @Override
    public long now() {
        return time.get();
    }

    @Override
    public boolean inLoop() {
        return Thread.currentThread() == driver;
    }

    @Override
    public void execute(Runnable task) {
        if (closed) {
            throw new RejectedExecutionException("the loop is closed");
        }
        tasks.add(task);
    }

    @Override
    public LoopTimer schedule(long atNanos, Runnable task) {
        Timer timer = new Timer(atNanos, timersMade++, task);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    @Override
    public LoopTimer whenClosed(Runnable task) {
        return closingTasks.add(task);
    }

    @Override
    public void afterEnd(Runnable task) {
        task.run(); // asked for only when the loop refuses tasks, and then it runs none
    }

    @Override
    public void close(Runnable last) {
        if (closed) {
            return;
        }
        execute(() -> {
            last.run();
            closingTasks.run();
        });
        if (!inLoop()) {
            run();
        }
        closed = true;
        timers.clear();
    }

    private @Nullable Runnable next() {
        Runnable task = tasks.poll();
        if (task != null) {
            return task;
        }
        Timer timer = timers.peek();
        if (timer == null || timer.atNanos() > time.get()) {
            return null;
        }
        timers.remove();
        return timer.task();
    }

    private record Timer(long atNanos, long number, Runnable task) {}
}
