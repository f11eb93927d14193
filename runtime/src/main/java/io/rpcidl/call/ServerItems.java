package io.rpcidl.call;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.connection.IncomingCall;
import io.rpcidl.connection.ItemListener;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The items of one call that a server answers: those of the caller for its handler, and those of the handler.
 *
 * @param <I> the items of the caller
 * @param <R> the items of the handler, or the result
 */
final class ServerItems<I, R extends @Nullable Object> extends HandlerItems<I, R> implements ItemListener, ItemLink {
    private final Answers connection;
    private final IncomingCall incoming;
    private final MethodDescriptor<?, R> method;

    ServerItems(MethodDescriptor<?, R> method, Answers connection, IncomingCall incoming) {
        super(method, connection.itemSignals());
        this.method = method;
        this.connection = connection;
        this.incoming = incoming;
        if (method.streamsResult()) {
            sendBy(new SentItems<>(method.result(), connection.codecs(), this));
        }
    }

    Answers connection() {
        return connection;
    }

    IncomingCall incoming() {
        return incoming;
    }

    @Override
    ReceivedItems.Source source() {
        return new ReceivedItems.Source(this, connection.itemBatch(), this);
    }

    @Override
    @SuppressWarnings("unchecked") // generated code binds handlers of the items that its descriptor names
    ReceivedItems.Form<I> form() {
        StructCodec<I> codec =
                (StructCodec<I>) Objects.requireNonNull(method.requestItem(), "the method takes no items");
        return new ReceivedItems.Encoded<>(codec, connection.codecs());
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
        ReceivedItems<I> received = received();
        if (received != null) {
            received.add(bytes, offset, length);
        }
    }

    @Override
    public void wholeItem(byte[] item) {
        ReceivedItems<I> received = received();
        if (received != null) {
            received.addWhole(item);
        }
    }

    @Override
    public void itemsEnded() {
        ReceivedItems<I> received = received();
        if (received != null) {
            received.end();
        }
    }

    @Override
    public void itemsWritten(long cost) {
        SentItems<R> sent = sent();
        if (sent != null) {
            sent.written(cost);
        }
    }

    @Override
    public boolean waits() {
        ReceivedItems<I> received = received();
        return received != null && received.waits();
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
