package io.rpcidl.call;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Sends what a publisher publishes, and asks it for no more than there is room for (Reactive Streams 1.3). */
final class ItemSubscriber<T> implements Flow.Subscriber<T> {
    private static final long LARGEST_BATCH = 64;
    private static final long OCTETS_OF_A_BATCH = 32 << 10;

    private final SentItems<T> items;
    private final Executor executor;
    private final End end;
    /** What was asked for and has not come. */
    private final AtomicLong outstanding = new AtomicLong();

    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Flow.@Nullable Subscription subscription;
    private volatile long batch = 1;

    /**
     * A subscriber that is told of room on an executor, because a request runs the publisher's code.
     */
    ItemSubscriber(SentItems<T> items, Executor executor, End end) {
        this.items = items;
        this.executor = executor;
        this.end = end;
        items.whenRoom(this::roomForMore);
    }

    /** How the publisher's stream ends; exactly one is called, once, unless it was cancelled. */
    interface End {
        void completed();

        void failed(Throwable failure);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        Objects.requireNonNull(given, "subscription");
        if (subscription != null || ended.get()) {
            given.cancel(); // §2.5: one subscription at a time
            return;
        }
        subscription = given;
        requestMore(given);
    }

    @Override
    public void onNext(T item) {
        Objects.requireNonNull(item, "item");
        Flow.Subscription from = subscription;
        if (from == null || ended.get()) {
            return;
        }
        if (items.over()) {
            cancel();
            return;
        }
        try {
            int cost = items.sendNow(item);
            batch = Math.min(LARGEST_BATCH, Math.max(1, OCTETS_OF_A_BATCH / cost));
        } catch (RuntimeException | Error unencodable) {
            from.cancel();
            onError(unencodable);
            return;
        }
        if (outstanding.decrementAndGet() == 0) {
            requestMore(from);
        }
    }

    @Override
    public void onError(Throwable failure) {
        Objects.requireNonNull(failure, "failure");
        if (ended.compareAndSet(false, true)) {
            end.failed(failure);
        }
    }

    @Override
    public void onComplete() {
        if (ended.compareAndSet(false, true)) {
            end.completed();
        }
    }

    /** Wants no more of the publisher; its end is not reported. */
    void cancel() {
        if (ended.compareAndSet(false, true)) {
            Flow.Subscription from = subscription;
            if (from != null) {
                from.cancel();
            }
        }
    }

    private void roomForMore() {
        if (!ended.get() && (outstanding.get() == 0 || items.over())) {
            try {
                executor.execute(this::afterRoom);
            } catch (RuntimeException | Error refused) {
                afterRoom();
            }
        }
    }

    private void afterRoom() {
        Flow.Subscription from = subscription;
        if (items.over()) {
            cancel();
        } else if (from != null && !ended.get()) {
            requestMore(from);
        }
    }

    private void requestMore(Flow.Subscription from) {
        long count = batch;
        if (items.hasRoom() && outstanding.compareAndSet(0, count)) {
            from.request(count);
        }
    }
}
