package io.rpcidl.call;

import io.rpcidl.codec.StructCodec;
import io.rpcidl.value.DeclaredErrorException;
import io.rpcidl.wire.MalformedDataException;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The items of one stream between the loop, which adds them, and one taker at a time, which decodes them on its own thread.
 * How many wait here is bounded by the credit that the peer has. Those of a call within this process are added by whoever makes
 * them, as they are.
 */
abstract class ReceivedItems<T> {
    /** What an item costs beside its octets (W-7.12). */
    static final int ITEM_COST = 64;

    private final Form<T> form;
    private final Source source;
    /** Each in the form that {@link #form} knows. */
    private final Queue<Object> items = new ConcurrentLinkedQueue<>();

    private volatile boolean ended;
    private volatile boolean abandoned;
    private volatile boolean waiting;
    /** The loop has asked whether somebody waits, and wants to hear of it when somebody does. */
    private volatile boolean asked;
    /** What was taken and the loop does not know yet, and how many items were taken in all; the taker's. */
    private long untold;

    private long delivered;

    ReceivedItems(Source source, Form<T> form) {
        this.source = source;
        this.form = form;
    }

    /**
     * How items wait for their taker.
     *
     * @param <T> what they become when they are taken
     */
    interface Form<T> {
        /** What an item counts for in the credit of who sends it. */
        long cost(Object waiting);

        /**
         * The item.
         *
         * @throws MalformedDataException when it can't be decoded
         */
        T value(Object waiting);

        /** The item in a range of an array that is valid during the call only; where items come as octets. */
        T value(byte[] bytes, int offset, int length);
    }

    /**
     * As octets.
     *
     * @param codec of the items
     * @param codecs decoders
     */
    record Encoded<T>(StructCodec<T> codec, CodecPool codecs) implements Form<T> {
        @Override
        public long cost(Object waiting) {
            return ITEM_COST + (long) ((byte[]) waiting).length;
        }

        @Override
        public T value(Object waiting) {
            byte[] item = (byte[]) waiting;
            return value(item, 0, item.length);
        }

        @Override
        public T value(byte[] bytes, int offset, int length) {
            return codecs.decode(codec, bytes, offset, length);
        }
    }

    /**
     * Where the items come from.
     *
     * @param link the way back
     * @param batch what may be taken before the loop is told
     * @param end what the end means
     */
    record Source(CreditLink link, long batch, End end) {}

    /** What the end of a stream means; asked once all items before it were taken. */
    interface End {
        /** Returns when the stream has ended well, and throws the reason when it has not. */
        void check() throws DeclaredErrorException;

        /** The exception for an item that can't be decoded. */
        RuntimeException badItem(String detail, @Nullable Throwable cause);
    }

    /** Tells the taker, who waits or may wait, to look again; on the loop or any other thread. */
    abstract void wake();

    /** Takes an item where it lies, if the taker can; else it is kept. On the loop. */
    boolean takeHere(byte[] bytes, int offset, int length) {
        return false;
    }

    /** On the loop. */
    final void add(byte[] bytes, int offset, int length) {
        if (abandoned) {
            source.link().taken(ITEM_COST + (long) length);
            return;
        }
        if (!takeHere(bytes, offset, length)) {
            keep(Arrays.copyOfRange(bytes, offset, offset + length));
        }
    }

    /** The same in an array that nobody else uses. */
    final void addWhole(byte[] item) {
        if (abandoned) {
            source.link().taken(ITEM_COST + (long) item.length);
        } else if (!takeHere(item, 0, item.length)) {
            keep(item);
        }
    }

    private void keep(byte[] item) {
        items.add(item);
        if (waiting) {
            wake();
        }
    }

    /** Adds an item as it is; by one thread at a time. */
    final void addValue(T item) {
        if (abandoned) {
            source.link().taken(form.cost(item));
            return;
        }
        items.add(item);
        if (waiting) {
            wake();
        }
    }

    /** No further item comes; what {@link End} says is settled. On the loop. */
    final void end() {
        ended = true;
        wake();
    }

    /**
     * Whether the taker waits and nothing is here for it; else the loop is told when it waits next, also when it was awake
     * already for an item that it had not taken yet. On the loop.
     */
    final boolean waits() {
        if (waiting && items.isEmpty()) {
            return true;
        }
        asked = true;
        return waiting && items.isEmpty(); // it may have begun to wait before it could see that it was asked
    }

    /** Whether nothing is left to take and nothing will come. */
    final boolean exhausted() {
        return ended && items.isEmpty();
    }

    final boolean isEmpty() {
        return items.isEmpty();
    }

    /** From here on items are dropped; true for the first who says so. */
    final boolean abandon() {
        if (abandoned) {
            return false;
        }
        abandoned = true;
        items.clear();
        return true;
    }

    final boolean abandoned() {
        return abandoned;
    }

    /** How many items were given to the application. */
    final long delivered() {
        return delivered;
    }

    /** The taker begins or ends to wait. */
    final void waiting(boolean now) {
        waiting = now;
        if (now && asked) {
            asked = false;
            tell();
        }
    }

    /** The next item, or null when none is here. By the taker. */
    final @Nullable T poll() {
        Object item = items.poll();
        if (item == null) {
            return null;
        }
        took(form.cost(item));
        T value;
        try {
            value = form.value(item);
        } catch (RuntimeException | Error fault) {
            throw bad(fault);
        }
        delivered++;
        return value;
    }

    /** The item in a range of an array, which did not wait here. By the taker. */
    final T decode(byte[] bytes, int offset, int length) {
        took(ITEM_COST + (long) length);
        T value;
        try {
            value = form.value(bytes, offset, length);
        } catch (RuntimeException | Error fault) {
            throw bad(fault);
        }
        delivered++;
        return value;
    }

    private void took(long cost) {
        untold += cost;
        if (untold >= source.batch()) {
            tell();
        }
    }

    /** A fault that is not the item's is the codec's: the stack of a deep value, the memory of a large one. */
    private RuntimeException bad(Throwable fault) {
        return fault instanceof MalformedDataException
                ? source.end().badItem("an item can't be decoded: " + fault.getMessage(), fault)
                : source.end().badItem("the codec of an item failed", fault);
    }

    final void checkEnd() throws DeclaredErrorException {
        source.end().check();
    }

    final CreditLink link() {
        return source.link();
    }

    private void tell() {
        long cost = untold;
        untold = 0;
        source.link().taken(cost);
    }
}
