package io.rpcidl.transport;

/**
 * The one thread of a set of links: everything that happens to them happens on it, one thing at a time.
 *
 * <p>Tasks run in the order they were handed over. A loop that has been closed refuses tasks with
 * {@link java.util.concurrent.RejectedExecutionException}.
 */
public interface Loop {
    /** The clock's nanoseconds when the loop began what it does now; only on the loop's own thread. */
    long now();

    /** Whether the calling thread is the loop's own. */
    boolean inLoop();

    /** Runs {@code task} on the loop soon; any thread. */
    void execute(Runnable task);

    /** Runs {@code task} on the loop when the clock has reached {@code atNanos}; only on the loop's own thread. */
    LoopTimer schedule(long atNanos, Runnable task);
}
