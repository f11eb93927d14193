package io.rpcidl.transport;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Keeps what a link reports, for tests. */
public class RecordingListener implements LinkListener {
    /** The link, once it is open. */
    public final CompletableFuture<Link> link = new CompletableFuture<>();

    /** The cause with which the link ended; completes when it has. */
    public final CompletableFuture<@Nullable Throwable> closed = new CompletableFuture<>();

    public final AtomicInteger openings = new AtomicInteger();
    public final AtomicInteger closings = new AtomicInteger();
    public final AtomicLong taken = new AtomicLong();
    public final List<Long> takenTotals = Collections.synchronizedList(new ArrayList<>());
    public final CountDownLatch unwritable = new CountDownLatch(1);
    public final CountDownLatch writableAgain = new CountDownLatch(1);
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    public LinkListener opened(Link opened) {
        openings.incrementAndGet();
        link.complete(opened);
        return this;
    }

    public ConnectListener connecting() {
        return new ConnectListener() {
            @Override
            public LinkListener connected(Link connected) {
                return opened(connected);
            }

            @Override
            public void failed(Throwable cause) {
                link.completeExceptionally(cause);
            }
        };
    }

    public byte[] bytes() {
        synchronized (received) {
            return received.toByteArray();
        }
    }

    public int count() {
        synchronized (received) {
            return received.size();
        }
    }

    @Override
    public void received(byte[] bytes, int offset, int length) {
        synchronized (received) {
            received.write(bytes, offset, length);
        }
    }

    @Override
    public void readCompleted() {}

    @Override
    public void taken(long total) {
        taken.set(total);
        takenTotals.add(total);
    }

    @Override
    public void writabilityChanged() {
        if (link.join().writable()) {
            writableAgain.countDown();
        } else {
            unwritable.countDown();
        }
    }

    @Override
    public void closed(@Nullable Throwable cause) {
        closings.incrementAndGet();
        closed.complete(cause);
    }
}
