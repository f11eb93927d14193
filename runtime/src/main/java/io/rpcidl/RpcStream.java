package io.rpcidl;

import io.rpcidl.value.DeclaredErrorException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stream of items that one thread at a time pulls, item by item.
 *
 * <p>Who pulls decides how fast items are made: nothing is produced far ahead of the reader.
 *
 * @param <T> the items
 */
public interface RpcStream<T> extends AutoCloseable {
    /**
     * Waits for the next item; null when the stream has ended.
     *
     * @throws DeclaredErrorException when the method ended the stream with an error that it declares
     * @throws io.rpcidl.value.RpcException when the call failed in any other way
     */
    @Nullable
    T next() throws DeclaredErrorException;

    /** Gives up the rest of the stream; has no effect once it has ended. */
    @Override
    void close();

    /** A stream of {@code items} in the order given. */
    @SafeVarargs
    static <T> RpcStream<T> of(T... items) {
        List<T> copy = new ArrayList<>(items.length);
        for (T item : items) {
            copy.add(Objects.requireNonNull(item, "item"));
        }
        return of(copy);
    }

    /** A stream of {@code items} in their order. */
    static <T> RpcStream<T> of(Iterable<T> items) {
        Iterator<T> iterator = items.iterator();
        return new RpcStream<>() {
            private boolean closed;

            @Override
            public @Nullable T next() {
                return !closed && iterator.hasNext() ? iterator.next() : null;
            }

            @Override
            public void close() {
                closed = true;
            }
        };
    }
}
