package io.rpcidl.call;

import io.rpcidl.codec.MethodDescriptor;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The items of one call within this process, on their way between caller and handler: as they are, and a bounded number at a
 * time.
 *
 * @param <I> the items of the caller
 * @param <R> the items of the handler, or the result
 */
final class DirectItems<I, R extends @Nullable Object> extends HandlerItems<I, R> implements CreditLink {
    /** What an item counts for, since nobody knows its size: 32 of them may be ahead of their taker. */
    static final int ITEM_COST = 2_048;

    /** What a taker may keep to itself: less than half of what may be ahead, so that nobody waits for it. */
    static final long BATCH = 4L * ITEM_COST;

    private final SentItems<I> upload;
    private @Nullable ReceivedItems<R> download;

    /** The items of a call of {@code method}; {@code signals} is where subscribers and publishers of the handler are told. */
    DirectItems(MethodDescriptor<?, R> method, Executor signals) {
        super(method, signals);
        this.upload = new SentItems<>(item -> pass(item, received()));
        sendBy(new SentItems<>(item -> pass(item, download)));
    }

    private static <T> int pass(T item, @Nullable ReceivedItems<T> taker) {
        Objects.requireNonNull(item, "an item of a stream is null");
        if (taker != null) {
            taker.addValue(item);
        }
        return ITEM_COST;
    }

    /** Where the caller's items go. */
    SentItems<I> upload() {
        return upload;
    }

    /** Names who takes the handler's items, before the call is submitted. */
    @SuppressWarnings("unchecked") // whoever takes the items of a call takes those of its method
    void download(ReceivedItems<?> taker) {
        download = (ReceivedItems<R>) taker;
    }

    @Nullable
    ReceivedItems<R> download() {
        return download;
    }

    /** The caller's items have ended. */
    void uploadEnded() {
        ReceivedItems<I> taker = received();
        if (taker != null) {
            taker.end();
        }
    }

    /** The call has ended for its caller, who makes no more items, and takes those only that are here. */
    void callEnded() {
        upload.end();
        ReceivedItems<R> taker = download;
        if (taker != null) {
            taker.end();
        }
    }

    @Override
    ReceivedItems.Source source() {
        return new ReceivedItems.Source(this, BATCH, this);
    }

    @Override
    ReceivedItems.Form<I> form() {
        return asTheyAre();
    }

    /** Items that were never encoded. */
    static <T extends @Nullable Object> ReceivedItems.Form<T> asTheyAre() {
        return new ReceivedItems.Form<>() {
            @Override
            public long cost(Object waiting) {
                return ITEM_COST;
            }

            @Override
            @SuppressWarnings("unchecked") // only items of this stream were added
            public T value(Object waiting) {
                return (T) waiting;
            }

            @Override
            public T value(byte[] bytes, int offset, int length) {
                throw new IllegalStateException("items of a call within this process are no octets");
            }
        };
    }

    /** The handler has taken items of the caller. */
    @Override
    public void taken(long cost) {
        upload.written(cost);
    }

    /** What the caller still sends is dropped, so that it is not held up. */
    @Override
    public void abandon() {
        upload.nobodyTakes();
    }
}
