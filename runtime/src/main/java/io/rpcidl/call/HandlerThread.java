package io.rpcidl.call;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The thread on which a handler runs: it is interrupted when the call is given up, and only while the handler runs. */
final class HandlerThread extends AtomicInteger {
    private static final long serialVersionUID = 1;
    private static final int BEFORE = 0;
    private static final int RUNNING = 1;
    private static final int INTERRUPTING = 2;
    private static final int OVER = 3;

    /** Published by the step to {@link #RUNNING}, and of no use to others after the one from it. */
    private transient @Nullable Thread thread;

    /** The calling thread is about to enter the handler; whether it may be interrupted from now on. */
    boolean begin() {
        thread = Thread.currentThread();
        return compareAndSet(BEFORE, RUNNING);
    }

    /** Interrupts the handler, or sees to it that none begins to be interruptible. */
    void interrupt() {
        if (compareAndSet(RUNNING, INTERRUPTING)) {
            Thread running = thread;
            if (running != null) {
                running.interrupt();
            }
            set(OVER);
        } else {
            compareAndSet(BEFORE, OVER);
        }
    }

    /**
     * From here on the thread belongs to others: no interrupt of this call may reach it, none that came may stay.
     *
     * @param interruptible what {@link #begin} has said
     */
    void leave(boolean interruptible) {
        if (interruptible && !compareAndSet(RUNNING, OVER)) {
            while (get() == INTERRUPTING) {
                Thread.onSpinWait();
            }
            boolean unused = Thread.interrupted();
        }
        thread = null;
    }
}
