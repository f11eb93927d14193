package io.rpcidl;

import io.rpcidl.value.DeclaredErrorException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A stream of items that one thread at a time pulls, item by item.
 *
 * <p>Who pulls decides how fast items are made: nothing is produced far ahead of the reader. It is read once: {@link #next},
 * {@link #iterator} and {@link #stream} go on where the one before them stopped. Close it, unless it was read to its end.
 *
 * @param <T> the items, which are never null
 */
public interface RpcStream<T> extends AutoCloseable, Iterable<T> {
    /**
     * Waits for the next item; null when the stream has ended, or was closed.
     *
     * <p>A failure comes once, behind all items that came before it; the stream has ended then.
     *
     * @throws DeclaredErrorException when the method ended the stream with an error that it declares
     * @throws io.rpcidl.value.RpcException when the call failed in any other way
     */
    @Nullable
    T next() throws DeclaredErrorException;

    /** Gives up the rest of the stream; has no effect once it has ended. Any number of times. */
    @Override
    void close();

    /**
     * What is left of this stream, for loops. A loop that is left early leaves the stream open: close it. The iterator's
     * methods wait as {@link #next} does and throw what it throws, a declared error in an
     * {@link UncheckedDeclaredErrorException}.
     */
    @Override
    default Iterator<T> iterator() {
        return new StreamIterator<>(this);
    }

    /**
     * What is left of this stream, for pipelines: sequential whatever is asked of it, with one item at a time on the thread of
     * its terminal operation, which throws what {@link #next} throws, a declared error in an
     * {@link UncheckedDeclaredErrorException}. Closing it closes this stream; no terminal operation does.
     */
    default Stream<T> stream() {
        return StreamSupport.stream(new StreamSpliterator<>(this), false).onClose(this::close);
    }

    /** A stream of {@code items} in the order given. */
    @SafeVarargs
    static <T> RpcStream<T> of(T... items) {
        List<T> copy = new ArrayList<>(items.length);
        for (T item : items) {
            copy.add(Objects.requireNonNull(item, "item"));
        }
        return of(copy);
    }

    /**
     * A stream of {@code items} in their order, which are iterated over as they are pulled; none may be null. An
     * {@link UncheckedDeclaredErrorException} of the iterator becomes the declared error again.
     */
    static <T> RpcStream<T> of(Iterable<? extends T> items) {
        return new IteratedStream<>(items.iterator(), () -> {});
    }

    /**
     * The items of a pipeline, which runs as they are pulled, and is closed when this stream is; else as
     * {@link #of(Iterable)}.
     */
    static <T> RpcStream<T> of(Stream<? extends T> items) {
        return new IteratedStream<>(items.iterator(), items::close);
    }

    /**
     * A stream whose items are sent by {@code producer}, which runs once, when the first item is asked for, and ends the stream
     * by returning or by throwing.
     *
     * <p>Returned by a handler, or given to a client as an upload, it runs on the thread that would pull, and each item is
     * encoded and on its way when {@link Sink#send} returns. Pulled by {@link #next}, it runs on a daemon thread of its own until
     * it ends or the stream is closed, and has made at most two items that nobody has taken.
     */
    static <T> RpcStream<T> produced(Producer<T> producer) {
        return new ProducedStream<>(producer);
    }

    /**
     * Makes the items of a stream.
     *
     * @param <T> the items
     */
    @FunctionalInterface
    interface Producer<T> {
        /**
         * Sends all items, and returns when there are no more. When nobody takes them any more {@code send} throws, and the
         * thread is interrupted, unless it is a caller's own: an upload whose call waits for its result runs there.
         *
         * @throws Exception what ends the stream: an error that the method declares reaches whoever reads the stream, and so,
         *     where it is pulled by {@link RpcStream#next}, does any other; from a handler only our log has those
         */
        void produce(Sink<T> sink) throws Exception;
    }

    /**
     * Takes the items of one producer, on the thread that it runs on and while it runs.
     *
     * @param <T> the items
     */
    interface Sink<T> {
        /**
         * Sends an item, and waits while there is no room for it: about 64 KiB of items ahead of what the peer's credit lets go,
         * up to 256 KiB where the peer keeps up with them, or one item where the stream is pulled here. An interrupt does not
         * end the wait; the end of the call does.
         *
         * @throws java.util.concurrent.CancellationException when nobody takes items any more: let it pass
         * @throws io.rpcidl.wire.UnencodableValueException when the item breaks a constraint of its schema or a limit
         * @throws IllegalStateException on another thread than the producer's, or once the producer has ended
         */
        void send(T item);
    }
}
