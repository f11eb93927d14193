package io.rpcidl.call;

import org.jspecify.annotations.Nullable;

/**
 * Items that one thread at a time pulls: what the root package's stream is to this one, which does not know it.
 *
 * @param <T> the items
 */
public interface Items<T> extends AutoCloseable {
    /** Waits for the next item; null when the stream has ended. */
    @Nullable
    T next() throws Exception;

    /** Gives up the rest; has no effect once the stream has ended. */
    @Override
    void close();

    /**
     * Gives items to {@code taker}, on this thread, until there are no more or it wants no more. A stream whose items are sent
     * rather than pulled does without a second thread here.
     */
    default void giveTo(Taker<? super T> taker) throws Exception {
        T item = next();
        while (item != null && taker.take(item)) {
            item = next();
        }
    }

    /**
     * Takes items one after the other.
     *
     * @param <T> the items
     */
    @FunctionalInterface
    interface Taker<T> {
        /** Takes an item; false when it, and every further one, is not wanted. */
        boolean take(T item);
    }
}
