package io.rpcidl;

import io.rpcidl.value.DeclaredErrorException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Iterates over what is left of a stream. */
final class StreamIterator<T> implements Iterator<T> {
    private final RpcStream<T> stream;
    private @Nullable T ahead;
    private boolean over;

    StreamIterator(RpcStream<T> stream) {
        this.stream = stream;
    }

    @Override
    public boolean hasNext() {
        if (ahead == null && !over) {
            ahead = next(stream);
            over = ahead == null;
        }
        return ahead != null;
    }

    @Override
    public T next() {
        T item = hasNext() ? ahead : null;
        if (item == null) {
            throw new NoSuchElementException("the stream has ended");
        }
        ahead = null;
        return item;
    }

    /** The next item of a stream, or null at its end, without a checked exception. */
    static <T> @Nullable T next(RpcStream<T> stream) {
        try {
            return stream.next();
        } catch (DeclaredErrorException declared) {
            throw new UncheckedDeclaredErrorException(declared);
        }
    }
}
