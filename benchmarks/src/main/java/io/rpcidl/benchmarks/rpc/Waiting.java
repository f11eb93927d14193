package io.rpcidl.benchmarks.rpc;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits that end: a contender that loses a call must not hold up the run. */
final class Waiting {
    private static final long SECONDS = 60;

    private Waiting() {}

    static void until(CountDownLatch latch, String what) throws InterruptedException {
        if (!latch.await(SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    latch.getCount() + " " + what + " have not ended within " + SECONDS + " seconds");
        }
    }
}
