package io.rpcidl.call;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The call that the running thread answers; calls that it makes meanwhile inherit its deadline. */
public final class CurrentCall {
    private static final ThreadLocal<@Nullable Slot> CURRENT = new ThreadLocal<>();

    private CurrentCall() {}

    /** The call, or null when this thread answers none. */
    public static @Nullable AnsweredCall get() {
        Slot slot = CURRENT.get();
        return slot == null ? null : slot.call;
    }

    /** From here on this thread answers {@code call}; {@link #leave} follows in any case, with what this returns. */
    static @Nullable AnsweredCall enter(AnsweredCall call) {
        Slot slot = CURRENT.get();
        if (slot == null) {
            slot = new Slot();
            CURRENT.set(slot);
        }
        AnsweredCall before = slot.call;
        slot.call = call;
        return before;
    }

    /** This thread answers again what it answered before; a thread that is not ours looks then as it did. */
    static void leave(@Nullable AnsweredCall before, NonBlockingThreads.Owner owner) {
        Slot slot = CURRENT.get();
        if (slot != null) {
            slot.call = before;
        }
        if (before == null && owner == NonBlockingThreads.Owner.EXECUTOR) {
            CURRENT.remove();
        }
    }

    /** Runs {@code work}, on a thread that is not ours, as a part of answering {@code call}. */
    static void run(AnsweredCall call, Runnable work) {
        AnsweredCall before = enter(call);
        try {
            work.run();
        } finally {
            leave(before, NonBlockingThreads.Owner.EXECUTOR);
        }
    }

    /** An executor whose tasks are a part of answering the call that the submitting thread answers. */
    public static Executor wrap(Executor executor) {
        return task -> {
            AnsweredCall call = get();
            executor.execute(call == null ? task : () -> run(call, task));
        };
    }

    /** Nanoseconds that the call leaves to those made for it, or {@link AnsweredCall#NO_DEADLINE}. */
    static long remainingNanos() {
        AnsweredCall call = get();
        return call == null ? AnsweredCall.NO_DEADLINE : call.remainingNanos();
    }

    /** What a thread answers; a loop keeps its slot for the next call. */
    private static final class Slot {
        private @Nullable AnsweredCall call;
    }
}
