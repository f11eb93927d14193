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

    /**
     * Reads the clock again, because what has run meanwhile has taken its time; {@link #now} says the same from here on. Only on
     * the loop's own thread. For a loop whose time stands still while it runs something that is what {@link #now} says anyway.
     */
    default long refreshed() {
        return now();
    }

    /** Whether the calling thread is the loop's own. */
    boolean inLoop();

    /** Runs {@code task} on the loop soon; any thread. */
    void execute(Runnable task);

    /** Runs {@code task} on the loop when the clock has reached {@code atNanos}; only on the loop's own thread. */
    LoopTimer schedule(long atNanos, Runnable task);

    /**
     * Runs {@code task} on the loop when its transport is closed, before the loop ends: whoever waits for a timer only would
     * not hear of it. At once when that has begun. Only on the loop's own thread; cancelling the result takes it back.
     */
    LoopTimer whenClosed(Runnable task);
}
