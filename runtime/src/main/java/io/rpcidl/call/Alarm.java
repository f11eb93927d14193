package io.rpcidl.call;

import io.rpcidl.transport.Loop;
import io.rpcidl.transport.LoopTimer;
import org.jspecify.annotations.Nullable;

/** A timer that is set again and again; only on its loop. */
final class Alarm {
    /** Stands for: not at all. */
    static final long NEVER = Long.MAX_VALUE;

    private final Loop loop;
    private final Runnable task;
    private @Nullable LoopTimer timer;
    private long at = NEVER;

    Alarm(Loop loop, Runnable task) {
        this.loop = loop;
        this.task = task;
    }

    /** Runs its task at {@code time}, and not when it was to before. */
    void set(long time) {
        if (time == at) {
            return;
        }
        cancel();
        at = time;
        if (time != NEVER) {
            timer = loop.schedule(time, this::due);
        }
    }

    /** Runs its task at {@code time} or, when that was asked for before, earlier. */
    void setNoLaterThan(long time) {
        if (time < at) {
            set(time);
        }
    }

    void cancel() {
        at = NEVER;
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private void due() {
        at = NEVER;
        timer = null;
        task.run();
    }
}
