package io.rpcidl.benchmarks.rpc;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** So many threads, each of which calls and waits. */
final class BlockingLoad extends Load {
    private final Contender.ClientSide client;
    private final Message message;
    private final AtomicLong[] calls;
    private final CountDownLatch ended;
    private final ExecutorService callers;

    BlockingLoad(Contender.ClientSide client, Workload workload, Contender contender) {
        this.client = client;
        this.message = workload.message();
        this.calls = new AtomicLong[workload.width()];
        this.ended = new CountDownLatch(workload.width());
        this.callers = contender.abilities().contains(Contender.Ability.VIRTUAL_CALLERS)
                ? VirtualThreads.executor()
                : Executors.newFixedThreadPool(workload.width());
        for (int i = 0; i < calls.length; i++) {
            calls[i] = new AtomicLong();
        }
    }

    @Override
    void start() {
        for (AtomicLong counter : calls) {
            callers.execute(() -> work(counter));
        }
    }

    private void work(AtomicLong counter) {
        try {
            while (!stopping()) {
                long began = System.nanoTime();
                client.callAndWait(message);
                took(System.nanoTime() - began);
                counter.lazySet(counter.getPlain() + 1);
            }
        } catch (Exception | Error failure) {
            failed(failure);
        } finally {
            ended.countDown();
        }
    }

    @Override
    long ended() {
        long sum = 0;
        for (AtomicLong counter : calls) {
            sum += counter.getPlain();
        }
        return sum;
    }

    @Override
    void awaitEnd() throws InterruptedException {
        Waiting.until(ended, "callers");
        callers.shutdown();
    }
}
