package io.rpcidl;

import io.rpcidl.RpcStream.Producer;
import io.rpcidl.RpcStream.Sink;
import io.rpcidl.call.Items;
import io.rpcidl.value.DeclaredErrorException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The items of a producer: given to a taker on the taker's thread, or pulled, and then handed over between two threads. */
final class ProducedStream<T> implements RpcStream<T> {
    private final Producer<T> producer;
    private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
    private final HandOver<T> handOver = new HandOver<>();

    ProducedStream(Producer<T> producer) {
        this.producer = Objects.requireNonNull(producer, "producer");
    }

    private enum State {
        NEW,
        PULLED,
        GIVEN,
        CLOSED
    }

    @Override
    public @Nullable T next() throws DeclaredErrorException {
        if (state.compareAndSet(State.NEW, State.PULLED)) {
            handOver.begin(() -> give(handOver::put));
        }
        State now = state.get();
        if (now == State.GIVEN) {
            throw new IllegalStateException("the items of this stream are being sent; nobody can pull them any more");
        }
        return now == State.CLOSED ? null : handOver.take();
    }

    @Override
    public void close() {
        if (state.getAndUpdate(now -> now == State.GIVEN ? now : State.CLOSED) == State.PULLED) {
            handOver.close();
        }
    }

    /**
     * Runs the producer on this thread, and returns when it has ended or the taker wants no more.
     *
     * @return false when the stream was pulled or closed before, and nothing was done
     */
    boolean giveAll(Items.Taker<? super T> taker) throws Exception {
        if (!state.compareAndSet(State.NEW, State.GIVEN)) {
            return false;
        }
        give(taker);
        return true;
    }

    private void give(Items.Taker<? super T> taker) throws Exception {
        ThreadSink<T> sink = new ThreadSink<>(taker);
        try {
            producer.produce(sink);
        } catch (CancellationException cancelled) {
            if (!cancelled.equals(sink.refusal)) {
                throw cancelled;
            }
        } finally {
            sink.owner = null;
        }
    }

    /** Takes items on the thread that made it only. */
    private static final class ThreadSink<T> implements Sink<T> {
        private final Items.Taker<? super T> taker;
        private volatile @Nullable Thread owner = Thread.currentThread();
        private @Nullable CancellationException refusal;

        ThreadSink(Items.Taker<? super T> taker) {
            this.taker = taker;
        }

        @Override
        public void send(T item) {
            Objects.requireNonNull(item, "an item of a stream is null");
            if (Thread.currentThread() != owner) {
                throw new IllegalStateException(
                        "items are sent on the thread of their producer, and while it runs; hand them over to it");
            }
            if (refusal == null && !taker.take(item)) {
                refusal = new CancellationException("nobody takes the items of this stream any more");
            }
            if (refusal != null) {
                throw refusal;
            }
        }
    }
}
