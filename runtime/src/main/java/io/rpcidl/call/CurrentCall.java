package io.rpcidl.call;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The call that the running thread answers; calls that it makes meanwhile inherit its deadline. */
public final class CurrentCall {
    private static final ThreadLocal<@Nullable AnsweredCall> CURRENT = new ThreadLocal<>();

    private CurrentCall() {}

    /** The call, or null when this thread answers none. */
    public static @Nullable AnsweredCall get() {
        return CURRENT.get();
    }

    /** Runs {@code work} as a part of answering {@code call}. */
    static void run(AnsweredCall call, Runnable work) {
        AnsweredCall before = CURRENT.get();
        CURRENT.set(call);
        try {
            work.run();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** An executor whose tasks are a part of answering the call that the submitting thread answers. */
    public static Executor wrap(Executor executor) {
        return task -> {
            AnsweredCall call = CURRENT.get();
            executor.execute(call == null ? task : () -> run(call, task));
        };
    }

    /** Nanoseconds that the call leaves to those made for it, or {@link AnsweredCall#NO_DEADLINE}. */
    static long remainingNanos() {
        AnsweredCall call = CURRENT.get();
        return call == null ? AnsweredCall.NO_DEADLINE : call.remainingNanos();
    }
}
