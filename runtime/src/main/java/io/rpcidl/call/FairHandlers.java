package io.rpcidl.call;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Hands work to an executor that has threads for so much of it at once; the rest waits here, with a queue for each connection,
 * and the queues are served in turn. Any thread.
 *
 * <p>Who sends a hundred times as much as others waits a hundred times as long, and the others do not. A queue may hold as many
 * tasks as there are free places behind it: one connection can't fill all of them, so there is room for those who come next.
 */
public final class FairHandlers implements Executor {
    private static final System.Logger LOG = System.getLogger(FairHandlers.class.getName());

    private final Executor threads;
    private final int mostRunning;
    private final int mostWaiting;
    private final Map<Object, ArrayDeque<Runnable>> queues = new HashMap<>();
    /** The connections that have tasks here, in the order of their turns. */
    private final ArrayDeque<Object> turns = new ArrayDeque<>();

    private int running;
    private int waiting;

    /**
     * Work for an executor.
     *
     * @param threads runs at least as much at once as
     * @param mostRunning so many tasks
     * @param mostWaiting so many may wait; further ones are rejected
     */
    public FairHandlers(Executor threads, int mostRunning, int mostWaiting) {
        this.threads = threads;
        this.mostRunning = mostRunning;
        this.mostWaiting = mostWaiting;
    }

    /**
     * Runs a task soon. Calls belong to their connection, direct ones to their client, and all other tasks to one queue of
     * their own.
     *
     * @throws RejectedExecutionException when its queue has no place
     */
    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            if (running >= mostRunning) {
                enqueue(task);
                return;
            }
            running++;
        }
        boolean taken = false;
        try {
            threads.execute(() -> runFrom(task));
            taken = true;
        } finally {
            if (!taken) {
                ended();
            }
        }
    }

    private void enqueue(Runnable task) {
        Object owner = owner(task);
        ArrayDeque<Runnable> queue = queues.get(owner);
        int length = queue == null ? 0 : queue.size();
        if (length >= mostWaiting - waiting) {
            throw new RejectedExecutionException(length + " calls of this connection wait for a thread, " + waiting
                    + " of all connections; no more may");
        }
        if (queue == null) {
            queue = new ArrayDeque<>();
            queues.put(owner, queue);
            turns.add(owner);
        }
        queue.add(task);
        waiting++;
    }

    private Object owner(Runnable task) {
        if (task instanceof ServerCall<?, ?> call) {
            return call.connection();
        }
        return task instanceof DirectAnswer<?, ?> answer ? answer.line() : this;
    }

    private void runFrom(Runnable first) {
        Runnable task = first;
        while (task != null) {
            try {
                task.run();
            } catch (RuntimeException | Error failure) { // whatever it is, others wait for this thread
                LOG.log(System.Logger.Level.ERROR, "a task of a handler's thread failed", failure);
            }
            task = next();
        }
    }

    private synchronized void ended() {
        running--;
    }

    /** The next task of the connection whose turn it is; null gives the thread back. */
    private synchronized @Nullable Runnable next() {
        Object owner = turns.poll();
        ArrayDeque<Runnable> queue = owner == null ? null : queues.get(owner);
        Runnable task = queue == null ? null : queue.poll();
        if (owner == null || queue == null || task == null) {
            running--;
            return null;
        }
        waiting--;
        if (queue.isEmpty()) {
            queues.remove(owner);
        } else {
            turns.add(owner);
        }
        return task;
    }

    /** Tasks that wait. */
    synchronized int waiting() {
        return waiting;
    }
}
