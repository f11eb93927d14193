package io.rpcidl;

import io.rpcidl.call.Items;
import io.rpcidl.value.DeclaredErrorException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Streams of this package and items of the call layer, the one as the other. */
final class PulledStream<T> implements RpcStream<T> {
    private final Items<T> items;

    private PulledStream(Items<T> items) {
        this.items = items;
    }

    static <T> RpcStream<T> of(Items<T> items) {
        return new PulledStream<>(items);
    }

    static <T> Items<T> items(@Nullable RpcStream<T> stream) {
        Objects.requireNonNull(stream, "stream");
        return new Items<>() {
            @Override
            public @Nullable T next() throws DeclaredErrorException {
                return stream.next();
            }

            @Override
            public void giveTo(Taker<? super T> taker) throws Exception {
                if (!(stream instanceof ProducedStream<T> produced) || !produced.giveAll(taker)) {
                    Items.super.giveTo(taker);
                }
            }

            @Override
            public void close() {
                stream.close();
            }
        };
    }

    @Override
    public @Nullable T next() throws DeclaredErrorException {
        try {
            return items.next();
        } catch (DeclaredErrorException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException("the items of a call end with no other exception", impossible);
        }
    }

    @Override
    public void close() {
        items.close();
    }
}
