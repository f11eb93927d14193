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
}
