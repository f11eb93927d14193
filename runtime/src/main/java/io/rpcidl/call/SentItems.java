package io.rpcidl.call;

import io.rpcidl.codec.StructCodec;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The items of one stream on their way from whoever makes them to the loop: encoded on the maker's thread, and never more
 * than 64 KiB, or one item, ahead of what the peer's credit and the output have let go. Where a thread that makes them waits for
 * room until all of them have left, the loop has waited for it too: it may be twice as far ahead then, up to 256 KiB.
 */
final class SentItems<T> {
    private static final int AHEAD = 64 << 10;
    /** What the output takes of streams at once; a thread that is woken for each item costs more than the items do. */
    private static final int MOST_AHEAD = 256 << 10;

    private final Outlet<T> outlet;
    private final AtomicLong ahead = new AtomicLong();
    private volatile int mayBeAhead = AHEAD;
    private volatile boolean over;
    private volatile boolean dropping;
    private volatile @Nullable Thread waiter;
    private volatile Runnable roomForMore = () -> {};

    SentItems(StructCodec<T> codec, CodecPool codecs, ItemLink link) {
        this(item -> {
            byte[] encoded = codecs.encode(codec, item);
            link.send(encoded);
            return encoded.length + ReceivedItems.ITEM_COST;
        });
    }

    SentItems(Outlet<T> outlet) {
        this.outlet = outlet;
    }

    /**
     * Where items go.
     *
     * @param <T> the items
     */
    @FunctionalInterface
    interface Outlet<T> {
        /**
         * Lets an item go; its cost comes back by {@link #written}, maybe before this has returned.
         *
         * @return what it costs
         */
        int send(T item);
    }

    /** Whom to tell, on the loop, that there is room again; before the first item is sent. */
    void whenRoom(Runnable told) {
        roomForMore = told;
    }

    /** Whether there is room for another item now. */
    boolean hasRoom() {
        return dropping || ahead.get() < mayBeAhead;
    }

    /** What is still sent is dropped as it comes, and needs no room. */
    void nobodyTakes() {
        dropping = true;
        LockSupport.unpark(waiter);
        roomForMore.run();
    }

    /** Whether nobody takes items any more. */
    boolean over() {
        return over;
    }

    /**
     * Sends an item without waiting; dropped when the call is over.
     *
     * @return what it costs
     * @throws io.rpcidl.wire.UnencodableValueException when the item breaks a constraint or a limit
     */
    int sendNow(T item) {
        int cost = outlet.send(item);
        ahead.addAndGet(cost);
        return cost;
    }

    /**
     * Sends an item once there is room; one thread at a time.
     *
     * @param interrupted what to do when the thread is interrupted while it waits; its flag is set again afterwards
     * @return false when the call is over, and the item was dropped
     */
    boolean send(T item, Runnable interrupted) {
        if (!hasRoom()) {
            await(interrupted);
        }
        if (over) {
            return false;
        }
        sendNow(item);
        return true;
    }

    private void await(Runnable interrupted) {
        boolean wasInterrupted = false;
        waiter = Thread.currentThread();
        while (!hasRoom() && !over) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                if (!wasInterrupted) {
                    interrupted.run();
                }
                wasInterrupted = true;
            }
        }
        waiter = null;
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Items have left that cost so much; on the loop. */
    void written(long cost) {
        long left = ahead.addAndGet(-cost);
        int limit = mayBeAhead;
        if (left < limit / 2) {
            if (left == 0 && limit < MOST_AHEAD && waiter != null) {
                mayBeAhead = 2 * limit;
            }
            LockSupport.unpark(waiter);
            roomForMore.run();
        }
    }

    /** The call is over; on the loop. */
    void end() {
        over = true;
        LockSupport.unpark(waiter);
        roomForMore.run();
    }
}
