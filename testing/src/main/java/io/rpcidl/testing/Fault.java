package io.rpcidl.testing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A fault that was ordered; any thread. */
public final class Fault {
    private final String words;
    private final CountDownLatch struck = new CountDownLatch(1);
    private @Nullable Runnable end;
    private boolean released;
    private boolean withdrawn;

    Fault(String words) {
        this.words = words;
    }

    /** Whether it has struck. */
    public boolean hasStruck() {
        return struck.getCount() == 0;
    }

    /**
     * Waits until it has struck.
     *
     * @throws AssertionError when it has not within 30 seconds
     */
    public void awaitStruck() throws InterruptedException {
        awaitStruck(Duration.ofSeconds(30));
    }

    /**
     * Waits until it has struck.
     *
     * @throws AssertionError when it has not within {@code time}
     */
    public void awaitStruck(Duration time) throws InterruptedException {
        if (!struck.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new AssertionError("no connection came to the point of the fault '" + words + "' within " + time
                    + "; a fault after dispatch needs a handler that is wrapped by FaultTransport.watch");
        }
    }

    /** Ends a stall or a delay: what was held back moves on. Before it strikes, a stall is over as soon as it begins. */
    public void release() {
        Runnable begun;
        synchronized (this) {
            released = true;
            begun = end;
        }
        if (begun != null) {
            begun.run();
        }
    }

    /** Takes the order back; has no effect when it has struck. */
    public synchronized void withdraw() {
        withdrawn = true;
    }

    synchronized boolean withdrawn() {
        return withdrawn;
    }

    /** What to run to end it; run at once when it was released before. */
    void endsBy(Runnable release) {
        boolean now;
        synchronized (this) {
            end = release;
            now = released;
        }
        if (now) {
            release.run();
        }
    }

    void strike() {
        struck.countDown();
    }

    @Override
    public String toString() {
        return words;
    }
}
