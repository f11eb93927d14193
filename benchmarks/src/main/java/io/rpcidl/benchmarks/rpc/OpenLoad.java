package io.rpcidl.benchmarks.rpc;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * An open loop: calls begin at the times of a fixed rate, whatever becomes of those before. A call's time counts from when it
 * had to begin, so a pause of either end shows in every call that it has delayed.
 */
final class OpenLoad extends Load {
    /** What a contender that is too slow may pile up; more would measure memory. */
    private static final long MOST_OUTSTANDING = 4_000;

    private final Contender.ClientSide client;
    private final Workload workload;
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong over = new AtomicLong();
    private final CountDownLatch ended = new CountDownLatch(1);

    OpenLoad(Contender.ClientSide client, Workload workload) {
        this.client = client;
        this.workload = workload;
    }

    @Override
    void start() {
        Thread pacer = new Thread(this::pace, "pacer");
        pacer.setDaemon(true);
        pacer.start();
    }

    private void pace() {
        long interval = 1_000_000_000L / workload.width();
        long due = System.nanoTime();
        while (!stopping()) {
            long now = System.nanoTime();
            if (now < due) {
                LockSupport.parkNanos(due - now);
            } else if (begun.get() - over.get() < MOST_OUTSTANDING) {
                begun.incrementAndGet();
                client.call(workload.message(), new Call(due));
                due += interval;
            } else {
                Thread.onSpinWait();
            }
        }
        while (over.get() < begun.get() && failure() == null) {
            LockSupport.parkNanos(1_000_000);
        }
        ended.countDown();
    }

    @Override
    long ended() {
        return over.get();
    }

    @Override
    void awaitEnd() throws InterruptedException {
        Waiting.until(ended, "pacers");
    }

    private final class Call implements Completion {
        private final long due;

        Call(long due) {
            this.due = due;
        }

        @Override
        public void done(@Nullable Throwable failure) {
            if (failure != null) {
                failed(failure);
            }
            took(System.nanoTime() - due);
            over.incrementAndGet();
        }
    }
}
