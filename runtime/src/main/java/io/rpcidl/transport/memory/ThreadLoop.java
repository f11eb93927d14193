package io.rpcidl.transport.memory;

import io.rpcidl.transport.ClosingTasks;
import io.rpcidl.transport.LoopTimer;
import io.rpcidl.transport.RpcClock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A loop that is a daemon thread of its own. */
final class ThreadLoop implements MemoryLoop {
    private static final System.Logger LOG = System.getLogger(ThreadLoop.class.getName());
    private static final long CLOSE_SECONDS = 10;

    private final RpcClock clock;
    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
    private final ScheduledThreadPoolExecutor executor;
    private final ClosingTasks closingTasks = new ClosingTasks();
    private long now;

    ThreadLoop(RpcClock clock) {
        this.clock = clock;
        this.executor = new ScheduledThreadPoolExecutor(1, this::newThread) {
            @Override
            protected void terminated() {
                ended.complete(null);
            }
        };
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public RpcClock clock() {
        return clock;
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public long refreshed() {
        now = clock.nanoTime();
        return now;
    }

    @Override
    public boolean inLoop() {
        return Thread.currentThread() == thread.get();
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(() -> turn(task));
    }

    @Override
    public LoopTimer schedule(long atNanos, Runnable task) {
        long delay = Math.max(0, atNanos - clock.nanoTime());
        Future<?> timer = executor.schedule(() -> turn(task), delay, TimeUnit.NANOSECONDS);
        return () -> timer.cancel(false);
    }

    @Override
    public LoopTimer whenClosed(Runnable task) {
        return closingTasks.add(task);
    }

    @Override
    public void afterEnd(Runnable task) {
        CompletableFuture<Void> unused = ended.thenRun(task);
    }

    @Override
    public void close(Runnable last) {
        try {
            execute(() -> {
                last.run();
                closingTasks.run();
                execute(executor::shutdown); // behind what the last task has led to
            });
        } catch (RejectedExecutionException closed) {
            LOG.log(System.Logger.Level.DEBUG, "a memory transport was closed twice");
        }
        if (!inLoop()) {
            awaitEnd();
        }
    }

    private void awaitEnd() {
        try {
            if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "the thread of a memory transport is still busy");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn(Runnable task) {
        now = clock.nanoTime();
        try {
            task.run();
        } catch (RuntimeException | Error failure) { // whatever it is, the loop has other links
            LOG.log(System.Logger.Level.ERROR, "a task of a memory transport failed", failure);
        }
    }

    private Thread newThread(Runnable work) {
        Thread created = new Thread(work, "rpcidl-memory-loop");
        created.setDaemon(true);
        thread.set(created);
        return created;
    }
}
