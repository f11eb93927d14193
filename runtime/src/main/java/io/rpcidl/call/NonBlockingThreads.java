package io.rpcidl.call;

import org.jspecify.annotations.Nullable;

/**
 * Marks the threads that must not wait for a reply, while they run what replies lead to: whoever waited on them would wait
 * for a reply that only they can deliver.
 */
final class NonBlockingThreads {
    private static final ThreadLocal<@Nullable Boolean> MARKED = new ThreadLocal<>();

    private NonBlockingThreads() {}

    /** Runs {@code work} on this thread, marked. */
    static void run(Runnable work) {
        if (marked()) {
            work.run();
            return;
        }
        MARKED.set(Boolean.TRUE);
        try {
            work.run();
        } finally {
            MARKED.remove();
        }
    }

    /** Whether the calling thread is marked. */
    static boolean marked() {
        return MARKED.get() != null;
    }
}
