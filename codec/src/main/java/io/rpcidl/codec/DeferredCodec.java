package io.rpcidl.codec;

import io.rpcidl.value.Kind;
import java.util.Comparator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stands in for a codec whose class is still being initialised, in a group of types that hold each other. */
final class DeferredCodec<T> extends Codec<T> {

    private final Supplier<? extends Codec<T>> supplier;

    // Two threads may both ask the supplier; they get the same codec, which is immutable.
    private @Nullable Codec<T> codec;

    DeferredCodec(Supplier<? extends Codec<T>> supplier) {
        this.supplier = supplier;
    }

    @Override
    Codec<T> resolved() {
        Codec<T> known = codec;
        if (known == null) {
            known = supplier.get().resolved();
            codec = known;
        }
        return known;
    }

    @Override
    public Kind kind() {
        return resolved().kind();
    }

    @Override
    int footprint() {
        return resolved().footprint();
    }

    @Override
    Comparator<? super T> order() {
        return resolved().order();
    }

    @Override
    public void write(Encoder out, T value) {
        resolved().write(out, value);
    }

    @Override
    public T read(Decoder in) {
        return resolved().read(in);
    }
}
