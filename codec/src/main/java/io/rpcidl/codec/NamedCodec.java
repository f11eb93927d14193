package io.rpcidl.codec;

import io.rpcidl.value.Kind;
import java.util.Comparator;
import java.util.function.Function;

/** A codec of a named type, whose values wrap those of another one. */
final class NamedCodec<B, T> extends Codec<T> {

    private final Codec<B> base;
    private final Function<B, T> wrap;
    private final Function<T, B> unwrap;

    NamedCodec(Codec<B> base, Function<B, T> wrap, Function<T, B> unwrap) {
        this.base = base;
        this.wrap = wrap;
        this.unwrap = unwrap;
    }

    @Override
    public Kind kind() {
        return base.kind();
    }

    @Override
    int footprint() {
        return StructCodec.WRAPPER_FOOTPRINT + base.footprint();
    }

    @Override
    Comparator<? super T> order() {
        return Comparator.comparing(unwrap, base.order());
    }

    @Override
    public void write(Encoder out, T value) {
        base.write(out, unwrap.apply(value));
    }

    @Override
    public T read(Decoder in) {
        B value = base.read(in);
        try {
            return wrap.apply(value);
        } catch (IllegalArgumentException refused) {
            throw StructCodec.refusedBy(in, refused);
        }
    }

    @Override
    NamedCodec<B, T> limited(long maximum) {
        return new NamedCodec<>(base.limited(maximum), wrap, unwrap);
    }
}
