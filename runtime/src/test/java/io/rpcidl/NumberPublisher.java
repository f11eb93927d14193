package io.rpcidl;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/** Publishes messages numbered from 0, as many as are asked for, on the threads that ask. */
final class NumberPublisher implements Flow.Publisher<Message> {
    private final String text;
    private final long count;
    /** The most that was asked for and had not come. */
    final AtomicLong mostDemand = new AtomicLong();

    NumberPublisher(String text, long count) {
        this.text = text;
        this.count = count;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Message> subscriber) {
        subscriber.onSubscribe(new Flow.Subscription() {
            private final AtomicLong demand = new AtomicLong();
            private long next;
            private volatile boolean cancelled;

            @Override
            public void request(long more) {
                mostDemand.accumulateAndGet(demand.get() + more, Math::max);
                if (demand.getAndAdd(more) > 0) {
                    return;
                }
                long left = more;
                while (left > 0) {
                    for (long i = 0; i < left && next < count && !cancelled; i++) {
                        subscriber.onNext(new Message(text, next++));
                    }
                    left = demand.addAndGet(-left);
                }
                if (next == count && !cancelled) {
                    cancelled = true;
                    subscriber.onComplete();
                }
            }

            @Override
            public void cancel() {
                cancelled = true;
            }
        });
    }
}
