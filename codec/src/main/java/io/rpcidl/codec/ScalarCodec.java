package io.rpcidl.codec;

import io.rpcidl.value.Kind;
import io.rpcidl.value.PackedList;
import java.util.Comparator;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A codec of values that hold no others. */
final class ScalarCodec<T> extends Codec<T> {

    private final Kind kind;
    private final PackedList.@Nullable Element packed;
    private final @Nullable Comparator<? super T> order;
    private final BiConsumer<Encoder, T> writer;
    private final Function<Decoder, T> reader;
    private final int footprint;

    private ScalarCodec(
            Kind kind,
            PackedList.@Nullable Element packed,
            @Nullable Comparator<? super T> order,
            BiConsumer<Encoder, T> writer,
            Function<Decoder, T> reader) {
        this.kind = kind;
        this.packed = packed;
        this.order = order;
        this.writer = writer;
        this.reader = reader;
        this.footprint = packed == null ? 0 : kind.minimumSize() == 8 ? 24 : 16;
    }

    /** Values whose reading charges the heap itself. */
    static <T> ScalarCodec<T> of(Kind kind, BiConsumer<Encoder, T> writer, Function<Decoder, T> reader) {
        return new ScalarCodec<>(kind, null, null, writer, reader);
    }

    /** Values that lists hold packed; as keys they have their own order. */
    static <T extends Comparable<T>> ScalarCodec<T> packed(
            Kind kind, PackedList.Element packed, BiConsumer<Encoder, T> writer, Function<Decoder, T> reader) {
        return new ScalarCodec<>(kind, packed, Comparator.naturalOrder(), writer, reader);
    }

    /** The same for values that have this order as keys. */
    ScalarCodec<T> orderedBy(Comparator<? super T> ascending) {
        return new ScalarCodec<>(kind, packed, ascending, writer, reader);
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
    Comparator<? super T> order() {
        return order == null ? super.order() : order;
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
