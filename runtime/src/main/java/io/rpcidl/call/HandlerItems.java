package io.rpcidl.call;

import io.rpcidl.codec.MethodDescriptor;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The items of one call as its handler takes and gives them, whichever way they go.
 *
 * @param <I> the items of the caller
 * @param <R> the items of the handler, or the result
 */
abstract class HandlerItems<I, R extends @Nullable Object> implements ReceivedItems.End {
    private final MethodDescriptor<?, R> method;
    private final Executor signals;
    private @Nullable SentItems<R> sent;
    private @Nullable ReceivedItems<I> received;
    private volatile boolean cancelled;

    /**
     * The items of a call of {@code method}.
     *
     * @param signals where subscribers and publishers are told
     */
    HandlerItems(MethodDescriptor<?, R> method, Executor signals) {
        this.method = method;
        this.signals = signals;
    }

    /** Where the caller's items come from. */
    abstract ReceivedItems.Source source();

    /** How they come. */
    abstract ReceivedItems.Form<I> form();

    /** Names where the handler's items go, when the method gives some. */
    final void sendBy(SentItems<R> sender) {
        sent = sender;
    }

    /** The caller's items for a handler that pulls them; empty when the method takes none. */
    final Items<I> pulled() {
        if (!method.streamsRequest()) {
            return new NoItems<>();
        }
        BlockingItems<I> items = new BlockingItems<>(source(), form(), HandlerGuard.INSTANCE);
        received = items;
        return items;
    }

    /** The caller's items for one subscriber; none come when the method takes none. */
    final Flow.Publisher<I> published() {
        if (!method.streamsRequest()) {
            return subscriber -> FailedSubscription.tell(
                    subscriber, new IllegalStateException("method " + method.fullName() + " takes no items"));
        }
        PublishedItems<I> items = new PublishedItems<>(source(), form(), signals);
        received = items;
        return subscriber -> {
            if (!items.subscribe(subscriber)) {
                FailedSubscription.tell(
                        subscriber, new IllegalStateException("the items of a caller have one subscriber"));
            }
        };
    }

    /**
     * Pulls and sends the items of a handler until they end or nobody takes them; on the handler's thread.
     *
     * @return null, in the place of the result that a stream has not, and that nobody looks at
     */
    @SuppressWarnings("NullAway") // R is not null where it stands for an item; here it stands for no result
    final R pull(Items<R> items) throws Exception {
        Objects.requireNonNull(items, "the handler of a stream has returned none");
        try (Items<R> closing = items) {
            if (!cancelled) {
                closing.giveTo(item -> sender().send(item, () -> {}) && !cancelled);
            }
        }
        if (cancelled) {
            throw new CancellationException("the caller gave the call up");
        }
        return null;
    }

    /** Subscribes to the items of a handler; the stage completes when they have ended. */
    final CompletionStage<@Nullable R> subscribe(Flow.Publisher<R> items) {
        Objects.requireNonNull(items, "the handler of a stream has returned none");
        CompletableFuture<@Nullable R> ended = new CompletableFuture<>();
        items.subscribe(new ItemSubscriber<>(sender(), signals, new ItemSubscriber.End() {
            @Override
            public void completed() {
                ended.complete(null);
            }

            @Override
            public void failed(Throwable failure) {
                ended.completeExceptionally(failure);
            }
        }));
        return ended;
    }

    private SentItems<R> sender() {
        return Objects.requireNonNull(sent, "the method gives no items");
    }

    final @Nullable SentItems<R> sent() {
        return sent;
    }

    final @Nullable ReceivedItems<I> received() {
        return received;
    }

    /** The caller gave up, or its connection is gone: nobody takes or makes items any more. */
    final void cancelled() {
        cancelled = true;
        if (received != null) {
            received.end();
        }
        if (sent != null) {
            sent.end();
        }
    }

    @Override
    public final void check() {
        if (cancelled) {
            throw new CancellationException("the caller gave the call up, or its connection is gone");
        }
    }

    @Override
    public final RuntimeException badItem(String detail, @Nullable Throwable cause) {
        return new BadItemException(detail, cause);
    }

    /** A handler's thread may wait; an interrupt of it comes with the end of the call, and leaves its flag. */
    private enum HandlerGuard implements BlockingItems.Guard {
        INSTANCE;

        @Override
        public void beforeNext() {}

        @Override
        public void interrupted() {}
    }

    /** The items of a caller who sends none. */
    private static final class NoItems<I> implements Items<I> {
        @Override
        public @Nullable I next() {
            return null;
        }

        @Override
        public void close() {}
    }
}
