package io.rpcidl;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Gives so many items, and then waits until its thread is interrupted. */
final class StalledStream implements RpcStream<Message> {
    private final int items;
    private final CountDownLatch closed;
    private final CountDownLatch stalled = new CountDownLatch(1);
    private int next;

    StalledStream(int items, CountDownLatch closed) {
        this.items = items;
        this.closed = closed;
    }

    /** Opens when all items were taken. */
    CountDownLatch stalled() {
        return stalled;
    }

    @Override
    public @Nullable Message next() {
        if (next < items) {
            return new Message("x", next++);
        }
        stalled.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
