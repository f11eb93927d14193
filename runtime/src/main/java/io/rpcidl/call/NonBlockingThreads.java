package io.rpcidl.call;

import org.jspecify.annotations.Nullable;

/**
 * Marks the threads that must not wait for a reply, while they run what replies lead to: whoever waited on them would wait
 * for a reply that only they can deliver.
 */
final class NonBlockingThreads {
    private static final ThreadLocal<@Nullable Mark> MARKS = new ThreadLocal<>();

    private NonBlockingThreads() {}

    /** Whose thread it is. */
    enum Owner {
        /** A loop of ours: its mark stays and is only counted, since setting and removing one costs more than a short reply. */
        LOOP,
        /** Somebody else's, which must look as before afterwards. */
        EXECUTOR
    }

    /** Marks this thread; {@link #leave} follows in any case. */
    static void enter() {
        Mark mark = MARKS.get();
        if (mark == null) {
            mark = new Mark();
            MARKS.set(mark);
        }
        mark.depth++;
    }

    /** Takes the mark of the last {@link #enter} away. */
    static void leave(Owner owner) {
        Mark mark = MARKS.get();
        if (mark != null && --mark.depth == 0 && owner == Owner.EXECUTOR) {
            MARKS.remove();
        }
    }

    /** Runs {@code work} on this thread of an executor, marked. */
    static void run(Runnable work) {
        enter();
        try {
            work.run();
        } finally {
            leave(Owner.EXECUTOR);
        }
    }

    /** Whether the calling thread is marked. */
    static boolean marked() {
        Mark mark = MARKS.get();
        return mark != null && mark.depth > 0;
    }

    /** How often a thread is marked. */
    private static final class Mark {
        private int depth;
    }
}
