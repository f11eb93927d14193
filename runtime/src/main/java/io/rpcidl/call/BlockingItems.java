package io.rpcidl.call;

import io.rpcidl.value.DeclaredErrorException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Items that a thread waits for. */
final class BlockingItems<T> extends ReceivedItems<T> implements Items<T> {
    private final Guard guard;
    private volatile @Nullable Thread taker;
    private boolean over;

    BlockingItems(Source source, Form<T> form, Guard guard) {
        super(source, form);
        this.guard = guard;
    }

    /** Knows the threads that must not wait, and what an interrupt means. */
    interface Guard {
        /** Before each item. */
        void beforeNext();

        /** The thread was interrupted while it waited; its flag has been cleared, and is set again afterwards. */
        void interrupted();
    }

    @Override
    void wake() {
        LockSupport.unpark(taker);
    }

    @Override
    public @Nullable T next() throws DeclaredErrorException {
        guard.beforeNext();
        if (over) {
            return null;
        }
        T item = poll();
        if (item == null && !exhausted()) {
            item = await();
        }
        if (item != null) {
            return item;
        }
        over = true;
        checkEnd();
        return null;
    }

    private @Nullable T await() {
        boolean interrupted = false;
        taker = Thread.currentThread();
        waiting(true);
        T item = poll();
        while (item == null && !exhausted()) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                if (!interrupted) {
                    guard.interrupted();
                }
                interrupted = true;
            }
            item = poll();
        }
        waiting(false);
        taker = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return item;
    }

    @Override
    public void close() {
        over = true;
        if (!exhausted() && abandon()) {
            link().abandon();
        }
    }
}
