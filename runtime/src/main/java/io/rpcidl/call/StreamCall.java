package io.rpcidl.call;

import io.rpcidl.codec.StructCodec;
import io.rpcidl.connection.ItemListener;
import io.rpcidl.value.DeclaredErrorException;
import io.rpcidl.value.RpcCode;
import org.jspecify.annotations.Nullable;

/**
 * A call of this process whose caller sends items, takes items, or both.
 *
 * @param <Q> the parameters
 * @param <I> the items that are sent
 * @param <R> the result, or the items that are taken
 */
final class StreamCall<Q, I, R extends @Nullable Object> extends ClientCall<Q, R>
        implements StreamedCall<I, R>, ItemListener, ItemLink, ReceivedItems.End {
    private final CallCarrier carrier;
    private final StructCodec<R> result;
    private final Runnable whenEnded;
    private final @Nullable SentItems<I> sent;
    private @Nullable ReceivedItems<?> received;
    private boolean itemsArrived;
    private volatile boolean over;

    /**
     * A call that is not submitted yet.
     *
     * @param upload the codec of the items that are sent; null when none are
     * @param whenEnded called on the loop when the call has ended
     */
    StreamCall(PreparedCall<Q, R> prepared, CallCarrier carrier, @Nullable StructCodec<I> upload, Runnable whenEnded) {
        super(prepared, carrier);
        this.carrier = carrier;
        this.result = prepared.method.result();
        this.whenEnded = whenEnded;
        this.sent = upload == null ? null : new SentItems<>(upload, carrier.codecs(), this);
        items(this);
    }

    @Override
    public void receive(ReceivedItems<?> taker) {
        received = taker;
    }

    @Override
    public ReceivedItems.Source source(long batch) {
        return new ReceivedItems.Source(this, batch, this);
    }

    @Override
    public ReceivedItems.Form<R> form() {
        return new ReceivedItems.Encoded<>(result, carrier.codecs());
    }

    @Override
    public void submit() {
        carrier.ask(this);
    }

    @Override
    public void stop(RpcCode code, String detail, @Nullable Throwable cause) {
        giveUp(code, detail, cause);
    }

    @Override
    public R answer() throws DeclaredErrorException {
        return result();
    }

    @Override
    public SentItems<I> upload() {
        SentItems<I> upload = sent;
        if (upload == null) {
            throw new IllegalStateException("the call has no upload");
        }
        return upload;
    }

    @Override
    public boolean over() {
        return over;
    }

    @Override
    void ended() {
        over = true;
        if (received != null) {
            received.end();
        }
        if (sent != null) {
            sent.end();
        }
        whenEnded.run();
    }

    /** What was delivered can't be taken back, and what was uploaded can't be asked for again. */
    @Override
    boolean repeatable() {
        return sent == null && !itemsArrived;
    }

    @Override
    long itemsDelivered() {
        ReceivedItems<?> taker = received;
        return taker == null ? 0 : taker.delivered();
    }

    @Override
    public void check() throws DeclaredErrorException {
        checkEnd();
    }

    @Override
    public RuntimeException badItem(String detail, @Nullable Throwable cause) {
        cancel(GivenUp.NOW);
        return badReply(detail, cause);
    }

    @Override
    public void send(byte[] item) {
        carrier.ask(new Upload(this, item));
    }

    @Override
    public void finish() {
        carrier.ask(new Upload(this, null));
    }

    @Override
    public void taken(long cost) {
        carrier.ask(new Taken(this, cost));
    }

    @Override
    public void abandon() {
        cancel(GivenUp.NOW);
    }

    @Override
    public void item(byte[] bytes, int offset, int length) {
        if (received != null) {
            itemsArrived = true;
            received.add(bytes, offset, length);
        }
    }

    @Override
    public void wholeItem(byte[] item) {
        if (received != null) {
            itemsArrived = true;
            received.addWhole(item);
        }
    }

    @Override
    public void itemsEnded() {}

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

    /** An item of the upload, or its end. */
    private static final class Upload extends InboxTask {
        private final StreamCall<?, ?, ?> call;
        private final byte @Nullable [] item;

        Upload(StreamCall<?, ?, ?> call, byte @Nullable [] item) {
            this.call = call;
            this.item = item;
        }

        @Override
        public void process() {
            if (call.over) {
                return;
            }
            if (item == null) {
                call.endItems();
            } else {
                call.addItem(item);
            }
            call.carrier.uploaded(call);
        }
    }

    /** What the application has taken. */
    private static final class Taken extends InboxTask {
        private final StreamCall<?, ?, ?> call;
        private final long cost;

        Taken(StreamCall<?, ?, ?> call, long cost) {
            this.call = call;
            this.cost = cost;
        }

        @Override
        public void process() {
            call.carrier.taken(call, cost);
        }
    }
}
