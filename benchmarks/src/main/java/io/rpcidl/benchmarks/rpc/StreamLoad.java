package io.rpcidl.benchmarks.rpc;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One stream after the other; items are counted with the end of their stream. */
final class StreamLoad extends Load implements Completion {
    private final Contender.ClientSide client;
    private final Workload workload;
    private final AtomicLong items = new AtomicLong();
    private final CountDownLatch ended = new CountDownLatch(1);
    private long began;

    StreamLoad(Contender.ClientSide client, Workload workload) {
        this.client = client;
        this.workload = workload;
    }

    @Override
    void start() {
        next();
    }

    private void next() {
        began = System.nanoTime();
        client.stream(workload.kind().direction(), workload.message(), workload.items(), this);
    }

    @Override
    public void done(@Nullable Throwable failure) {
        if (failure != null) {
            failed(failure);
            ended.countDown();
            return;
        }
        took(System.nanoTime() - began);
        items.lazySet(items.getPlain() + workload.items());
        if (stopping()) {
            ended.countDown();
        } else {
            next();
        }
    }

    @Override
    long ended() {
        return items.getPlain();
    }

    @Override
    void awaitEnd() throws InterruptedException {
        Waiting.until(ended, "streams");
    }
}
