package io.rpcidl;

import io.rpcidl.value.DeclaredErrorException;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The items of an iterator. */
final class IteratedStream<T> implements RpcStream<T> {
    private final Iterator<? extends T> items;
    private final Runnable release;
    private boolean over;
    private boolean released;

    IteratedStream(Iterator<? extends T> items, Runnable release) {
        this.items = items;
        this.release = release;
    }

    @Override
    public @Nullable T next() throws DeclaredErrorException {
        if (over) {
            return null;
        }
        over = true; // also when the iterator throws
        try {
            if (!items.hasNext()) {
                return null;
            }
            T item = Objects.requireNonNull(items.next(), "an item of a stream is null");
            over = false;
            return item;
        } catch (UncheckedDeclaredErrorException wrapped) {
            throw wrapped.getCause();
        }
    }

    @Override
    public void close() {
        over = true;
        if (!released) {
            released = true;
            release.run();
        }
    }
}
