package io.rpcidl;

import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is left of a stream, for a pipeline. It never splits: that would pull items which nobody has asked for. */
final class StreamSpliterator<T> implements Spliterator<T> {
    private final RpcStream<T> stream;

    StreamSpliterator(RpcStream<T> stream) {
        this.stream = stream;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        T item = StreamIterator.next(stream);
        if (item == null) {
            return false;
        }
        action.accept(item);
        return true;
    }

    @Override
    public @Nullable Spliterator<T> trySplit() {
        return null;
    }

    @Override
    public long estimateSize() {
        return Long.MAX_VALUE;
    }

    @Override
    public int characteristics() {
        return ORDERED | NONNULL;
    }
}
