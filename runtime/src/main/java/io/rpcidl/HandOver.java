package io.rpcidl;

import io.rpcidl.call.HandlerThreads;
import io.rpcidl.value.DeclaredErrorException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Hands items over from a thread of its own, which makes them, to the thread that pulls them: one at a time. */
final class HandOver<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable T offered;
    private @Nullable Throwable failure;
    private @Nullable Thread maker;
    private boolean made;
    private boolean closed;

    /** Makes items; what it throws ends the stream. */
    interface Work {
        void run() throws Exception;
    }

    /** Starts the thread that makes the items, and that ends with its work. */
    void begin(Work work) {
        ExecutorService thread = HandlerThreads.openForStreams(1);
        thread.execute(() -> make(work));
        thread.shutdown();
    }

    /** Waits until the item before was taken, and offers this one; false when nobody takes it. By the maker. */
    boolean put(T item) {
        lock.lock();
        try {
            while (offered != null && !closed) {
                changed.awaitUninterruptibly();
            }
            if (closed) {
                return false;
            }
            offered = item;
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for an item; null at the end. By the thread that pulls; an interrupt closes. */
    @Nullable
    T take() throws DeclaredErrorException {
        lock.lock();
        try {
            while (offered == null && !made && !closed) {
                changed.await();
            }
            T item = offered;
            offered = null;
            changed.signalAll();
            if (item == null) {
                throwFailure();
            }
            return item;
        } catch (InterruptedException interrupt) {
            close();
            Thread.currentThread().interrupt();
            throw cancelled(interrupt);
        } finally {
            lock.unlock();
        }
    }

    /** Wants no more: whoever waits need not, and the maker is told. */
    void close() {
        lock.lock();
        try {
            closed = true;
            offered = null;
            failure = null;
            if (maker != null) {
                maker.interrupt();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void make(Work work) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            maker = Thread.currentThread();
        } finally {
            lock.unlock();
        }
        Throwable thrown = null;
        try {
            work.run();
        } catch (Throwable ended) {
            thrown = ended;
        }
        lock.lock();
        try {
            maker = null;
            made = true;
            failure = closed ? null : thrown;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Throws what ended the stream, once. */
    private void throwFailure() throws DeclaredErrorException {
        Throwable thrown = failure;
        failure = null;
        if (thrown instanceof DeclaredErrorException declared) {
            throw declared;
        }
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw new IllegalStateException("the producer of a stream failed", thrown);
        }
    }

    private static CancellationException cancelled(InterruptedException interrupt) {
        CancellationException cancelled =
                new CancellationException("interrupted while waiting for the next item; the stream is closed");
        cancelled.initCause(interrupt);
        return cancelled;
    }
}
