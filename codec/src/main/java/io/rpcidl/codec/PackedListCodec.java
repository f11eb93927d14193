package io.rpcidl.codec;

import io.rpcidl.value.Kind;
import io.rpcidl.value.PackedList;
import java.util.List;

/** A codec of lists of numbers or truth values, which are copied at once and not boxed (W-3.13). */
final class PackedListCodec<E> extends Codec<List<E>> {

    private static final int FOOTPRINT = 56;

    private final Codec<E> codec;
    private final PackedList.Element element;
    private final long maximum;

    PackedListCodec(Codec<E> codec, PackedList.Element element, long maximum) {
        this.codec = codec;
        this.element = element;
        this.maximum = maximum;
    }

    @Override
    public Kind kind() {
        return Kind.LIST;
    }

    @Override
    PackedListCodec<E> limited(long lower) {
        return new PackedListCodec<>(codec, element, Math.min(maximum, lower));
    }

    @Override
    public void write(Encoder out, List<E> list) {
        out.checkCount(list.size(), maximum);
        out.deepen();
        out.octet(codec.kind().code());
        out.count(list.size());
        if (list instanceof PackedList<E> packed && packed.element() == element) {
            out.packed(packed);
        } else {
            for (E value : list) {
                codec.write(out, value);
            }
        }
        out.leave();
    }

    @Override
    public List<E> read(Decoder in) {
        in.deepen();
        in.listHeader(codec.kind());
        int count = in.count(element.width());
        in.checkCount(count, maximum);
        in.spend(count);
        in.charge(FOOTPRINT + (long) count * element.width());
        List<E> list = in.packed(element, count);
        in.leave();
        return list;
    }
}
