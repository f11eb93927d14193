package io.rpcidl.call;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What other threads ask of a loop, in the order they asked: many put, the loop takes everything at once.
 *
 * <p>Who puts the first item into an empty inbox wakes the loop; the others find that it has been woken already. So a
 * batch costs one wake-up, however large it is.
 */
final class Inbox {
    private final AtomicReference<@Nullable Item> newest = new AtomicReference<>();

    /** One thing that is asked of a loop; may be in one inbox once at a time. */
    interface Item {
        /** Does what is asked; on the loop. */
        void process();

        /** The item behind this one in a batch. */
        @Nullable
        Item next();

        /** Sets the item behind this one; for the inbox only. */
        void next(@Nullable Item item);
    }

    /** Adds {@code item}; true when the inbox was empty, so that the caller has to wake the loop. */
    boolean put(Item item) {
        Item before = newest.get();
        item.next(before);
        while (!newest.compareAndSet(before, item)) {
            before = newest.get();
            item.next(before);
        }
        return before == null;
    }

    /**
     * Takes all items and does what they ask, in order; on the loop. One that fails, most likely for want of memory, is not to
     * harm the others.
     *
     * @return how the last one failed that did, or null
     */
    @Nullable
    Throwable processAll() {
        Throwable failure = null;
        Item item = take();
        while (item != null) {
            Item next = item.next();
            item.next(null); // who lives longer than its batch must not keep the rest of it
            try {
                item.process();
            } catch (RuntimeException | Error thrown) {
                failure = thrown;
            }
            item = next;
        }
        return failure;
    }

    /** Throws what a task of a loop has failed of, so that the loop writes it down; nothing when that is null. */
    static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
    }

    /** Takes all items and returns the oldest; each leads to the one put after it. Null when there are none. */
    @Nullable
    Item take() {
        Item rest = newest.getAndSet(null);
        Item oldest = null;
        while (rest != null) {
            Item next = rest.next();
            rest.next(oldest);
            oldest = rest;
            rest = next;
        }
        return oldest;
    }
}
