package io.rpcidl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/** Subscribes, asks for so many at a time, and fails when signals overlap or come after the end (catalogue M06). */
final class Collector implements Flow.Subscriber<Message> {
    private final long batch;
    private final List<Message> items = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<List<Message>> all = new CompletableFuture<>();
    private final CompletableFuture<Flow.Subscription> subscribed = new CompletableFuture<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private long left;

    /** Asks for {@code batch} items at a time; 0 for a test that asks itself. */
    Collector(long batch) {
        this.batch = batch;
    }

    CompletableFuture<List<Message>> all() {
        return all;
    }

    List<Message> items() {
        return List.copyOf(items);
    }

    CompletableFuture<Flow.Subscription> subscription() {
        return subscribed;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscribed.complete(given);
        left = batch;
        if (batch > 0) {
            given.request(batch);
        }
    }

    @Override
    public void onNext(Message item) {
        if (!busy.compareAndSet(false, true) || all.isDone()) {
            all.completeExceptionally(new AssertionError("signals overlap, or one comes after the end"));
        }
        items.add(item);
        busy.set(false);
        if (batch > 0 && --left == 0) {
            left = batch;
            subscribed.join().request(batch);
        }
    }

    @Override
    public void onError(Throwable failure) {
        all.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        all.complete(List.copyOf(items));
    }
}
