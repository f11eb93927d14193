package io.rpcidl.call;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.connection.IncomingCall;
import io.rpcidl.connection.ItemListener;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The items of one call that a server answers: those of the caller for its handler, and those of the handler.
 *
 * @param <I> the items of the caller
 * @param <R> the items of the handler, or the result
 */
final class ServerItems<I, R extends @Nullable Object> implements ItemListener, ItemLink, ReceivedItems.End {
    private final MethodDescriptor<?, R> method;
    private final Answers connection;
    private final IncomingCall incoming;
    private final @Nullable SentItems<R> sent;
    private @Nullable ReceivedItems<I> received;
    private volatile boolean cancelled;

    ServerItems(MethodDescriptor<?, R> method, Answers connection, IncomingCall incoming) {
        this.method = method;
        this.connection = connection;
        this.incoming = incoming;
        this.sent = method.streamsResult() ? new SentItems<>(method.result(), connection.codecs(), this) : null;
    }

    Answers connection() {
        return connection;
    }

    IncomingCall incoming() {
        return incoming;
    }

    /** The caller's items for a handler that pulls them; empty when the method takes none. */
    Items<I> pulled() {
        StructCodec<I> codec = upload();
        if (codec == null) {
            return new NoItems<>();
        }
        BlockingItems<I> items = new BlockingItems<>(codec, source(), HandlerGuard.INSTANCE);
        received = items;
        return items;
    }

    /** The caller's items for one subscriber; none come when the method takes none. */
    Flow.Publisher<I> published() {
        StructCodec<I> codec = upload();
        if (codec == null) {
            return subscriber -> FailedSubscription.tell(
                    subscriber, new IllegalStateException("method " + method.fullName() + " takes no items"));
        }
        PublishedItems<I> items = new PublishedItems<>(codec, source(), connection.itemSignals());
        received = items;
        return subscriber -> {
            if (!items.subscribe(subscriber)) {
                FailedSubscription.tell(
                        subscriber, new IllegalStateException("the items of a caller have one subscriber"));
            }
        };
    }

    @SuppressWarnings("unchecked") // generated code binds handlers of the items that its descriptor names
    private @Nullable StructCodec<I> upload() {
        return (StructCodec<I>) method.requestItem();
    }

    private ReceivedItems.Source source() {
        return new ReceivedItems.Source(this, connection.codecs(), connection.itemBatch(), this);
    }

    /**
     * Pulls and sends the items of a handler until they end or nobody takes them; on the handler's thread.
     *
     * @return null, in the place of the result that a stream has not, and that nobody looks at
     */
    @SuppressWarnings("NullAway") // R is not null where it stands for an item; here it stands for no result
    R pull(Items<R> items) throws Exception {
        Objects.requireNonNull(items, "the handler of a stream has returned none");
        try (Items<R> closing = items) {
            if (!cancelled) {
                closing.giveTo(item -> sent().send(item, () -> {}) && !cancelled);
            }
        }
        if (cancelled) {
            throw new CancellationException("the caller gave the call up");
        }
        return null;
    }

    /** Subscribes to the items of a handler; the stage completes when they have ended. */
    CompletionStage<@Nullable R> subscribe(Flow.Publisher<R> items) {
        Objects.requireNonNull(items, "the handler of a stream has returned none");
        CompletableFuture<@Nullable R> ended = new CompletableFuture<>();
        items.subscribe(new ItemSubscriber<>(sent(), connection.itemSignals(), new ItemSubscriber.End() {
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

    private SentItems<R> sent() {
        return Objects.requireNonNull(sent, "the method gives no items");
    }

    /** The caller gave up, or its connection is gone: nobody takes or makes items any more; on the loop. */
    void cancelled() {
        cancelled = true;
        if (received != null) {
            received.end();
        }
        if (sent != null) {
            sent.end();
        }
    }

    @Override
    public void check() {
        if (cancelled) {
            throw new CancellationException("the caller gave the call up, or its connection is gone");
        }
    }

    @Override
    public RuntimeException badItem(String detail, @Nullable Throwable cause) {
        return new BadItemException(detail, cause);
    }

    @Override
    public void send(byte[] item) {
        connection.ask(new Sent(this, item));
    }

    @Override
    public void taken(long cost) {
        connection.ask(new Taken(this, cost));
    }

    /** What still comes is dropped as it comes, so that the caller is not held up. */
    @Override
    public void abandon() {
        taken(0);
    }

    @Override
    public void item(byte[] bytes, int offset, int length) {
        if (received != null) {
            received.add(bytes, offset, length);
        }
    }

    @Override
    public void itemsEnded() {
        if (received != null) {
            received.end();
        }
    }

    @Override
    public void itemsWritten(long cost) {
        if (sent != null) {
            sent.written(cost);
        }
    }

    @Override
    public boolean waits() {
        return received != null && received.waits();
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

    /** An item on its way to the loop. */
    private static final class Sent extends InboxTask {
        private final ServerItems<?, ?> items;
        private final byte[] item;

        Sent(ServerItems<?, ?> items, byte[] item) {
            this.items = items;
            this.item = item;
        }

        @Override
        public void process() {
            Answers connection = items.connection;
            connection.connection().sendItem(items.incoming, item, connection.now());
        }
    }

    /** What the handler has taken. */
    private static final class Taken extends InboxTask {
        private final ServerItems<?, ?> items;
        private final long cost;

        Taken(ServerItems<?, ?> items, long cost) {
            this.items = items;
            this.cost = cost;
        }

        @Override
        public void process() {
            Answers connection = items.connection;
            connection.connection().itemsTaken(items.incoming, cost, connection.now());
        }
    }
}
