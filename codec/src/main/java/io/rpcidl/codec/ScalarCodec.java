package io.rpcidl.codec;

import io.rpcidl.value.Kind;
import io.rpcidl.value.PackedList;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A codec of values that hold no others. */
final class ScalarCodec<T> extends Codec<T> {

    private final Kind kind;
    private final int footprint;
    private final PackedList.@Nullable Element packed;
    private final BiConsumer<Encoder, T> writer;
    private final Function<Decoder, T> reader;

    private ScalarCodec(
            Kind kind,
            int footprint,
            PackedList.@Nullable Element packed,
            BiConsumer<Encoder, T> writer,
            Function<Decoder, T> reader) {
        this.kind = kind;
        this.footprint = footprint;
        this.packed = packed;
        this.writer = writer;
        this.reader = reader;
    }

    /** Values whose reading charges the heap itself. */
    static <T> ScalarCodec<T> of(Kind kind, BiConsumer<Encoder, T> writer, Function<Decoder, T> reader) {
        return new ScalarCodec<>(kind, 0, null, writer, reader);
    }

    /** Values that lists hold packed. */
    static <T> ScalarCodec<T> packed(
            Kind kind, PackedList.Element packed, BiConsumer<Encoder, T> writer, Function<Decoder, T> reader) {
        return new ScalarCodec<>(kind, kind.minimumSize() == 8 ? 24 : 16, packed, writer, reader);
    }

    /** How lists hold the values, or null when they hold references. */
    PackedList.@Nullable Element packed() {
        return packed;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    int footprint() {
        return footprint;
    }

    @Override
    public void write(Encoder out, T value) {
        writer.accept(out, value);
    }

    @Override
    public T read(Decoder in) {
        return reader.apply(in);
    }
}
