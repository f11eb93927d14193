package io.rpcidl.benchmarks.rpc;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A closed loop: so many calls are in flight, spread over one or more connections, and whoever ends begins the next one where it is told of the end. */
final class AsyncLoad extends Load {
    /** With many calls in flight the clock is read for one call in so many. */
    private static final int SAMPLED = 16;

    private final List<Contender.ClientSide> clients;
    private final Choice choice;
    private final Slot[] slots;
    private final CountDownLatch ended;

    /** Which message the call of this number carries. */
    interface Choice {
        Message of(long number);
    }

    AsyncLoad(List<Contender.ClientSide> clients, int inFlight, Choice choice) {
        this.clients = clients;
        this.choice = choice;
        this.slots = new Slot[inFlight];
        this.ended = new CountDownLatch(inFlight);
        for (int i = 0; i < inFlight; i++) {
            slots[i] = new Slot(clients.get(i % clients.size()), i, inFlight < SAMPLED ? 0 : SAMPLED - 1);
        }
    }

    @Override
    void start() {
        for (Slot slot : slots) {
            slot.next();
        }
    }

    @Override
    long ended() {
        long sum = 0;
        for (Slot slot : slots) {
            sum += slot.calls.getPlain();
        }
        return sum;
    }

    @Override
    void awaitEnd() throws InterruptedException {
        Waiting.until(ended, "calls in flight");
        if (clients.size() > 1) {
            clients.forEach(Contender.ClientSide::close);
        }
    }

    /** One call after the other. */
    private final class Slot implements Completion {
        private final Contender.ClientSide client;
        private final AtomicLong calls;
        private final long first;
        private final int mask;
        private long began;

        Slot(Contender.ClientSide client, int first, int mask) {
            this.client = client;
            this.first = first;
            this.calls = new AtomicLong();
            this.mask = mask;
        }

        void next() {
            long number = calls.getPlain();
            began = (number & mask) == 0 ? System.nanoTime() : 0;
            client.call(choice.of(first + number), this);
        }

        @Override
        public void done(@Nullable Throwable failure) {
            if (failure != null) {
                failed(failure);
                ended.countDown();
                return;
            }
            if (began != 0) {
                took(System.nanoTime() - began);
            }
            calls.lazySet(calls.getPlain() + 1);
            if (stopping()) {
                ended.countDown();
            } else {
                next();
            }
        }
    }
}
