package io.rpcidl.call;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Where items come from and go to in a race: counts what it is told. */
final class Told implements ItemLink, ReceivedItems.End {
    final AtomicLong taken = new AtomicLong();
    final AtomicInteger tellings = new AtomicInteger();
    final AtomicInteger sent = new AtomicInteger();
    final AtomicInteger abandoned = new AtomicInteger();

    @Override
    public void send(byte[] item) {
        sent.incrementAndGet();
    }

    @Override
    public void taken(long cost) {
        taken.addAndGet(cost);
        tellings.incrementAndGet();
    }

    @Override
    public void abandon() {
        abandoned.incrementAndGet();
    }

    @Override
    public void check() {}

    @Override
    public RuntimeException badItem(String detail, @Nullable Throwable cause) {
        return new IllegalStateException(detail, cause);
    }
}
