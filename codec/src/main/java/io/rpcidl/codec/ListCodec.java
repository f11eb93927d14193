package io.rpcidl.codec;

import io.rpcidl.value.Kind;
import io.rpcidl.value.ListBuilder;
import io.rpcidl.wire.MalformedDataException;
import java.util.List;

/**
 * A codec of lists. When the elements are structs of a type with a constant shape, the shape is written once and then only
 * values follow (W-3.13, W-3.14).
 */
final class ListCodec<E> extends Codec<List<E>> {

    static final int FOOTPRINT = 40;
    static final int REFERENCE_FOOTPRINT = 8;

    private final Codec<E> element;
    private final long maximum;

    ListCodec(Codec<E> element, long maximum) {
        this.element = element;
        this.maximum = maximum;
    }

    @Override
    public Kind kind() {
        return Kind.LIST;
    }

    @Override
    ListCodec<E> limited(long lower) {
        return new ListCodec<>(element, Math.min(maximum, lower));
    }

    @Override
    public void write(Encoder out, List<E> list) {
        out.checkCount(list.size(), maximum);
        out.deepen();
        Codec<E> resolved = element.resolved();
        if (resolved instanceof StructCodec<E> struct && !list.isEmpty()) {
            Shape shape = struct.shapeOfElements();
            if (shape != null) {
                writeUniform(out, list, struct, shape);
                out.leave();
                return;
            }
        }
        out.octet(resolved.kind().code());
        out.count(list.size());
        for (E value : list) {
            resolved.write(out, value);
        }
        out.leave();
    }

    private static <E> void writeUniform(Encoder out, List<E> list, StructCodec<E> struct, Shape shape) {
        out.uniformHeader(list.size(), shape);
        struct.writeUniform(out, list);
        out.leave();
    }

    @Override
    public List<E> read(Decoder in) {
        in.deepen();
        Codec<E> resolved = element.resolved();
        List<E> list = in.listHeader(resolved.kind())
                ? UniformListReader.read(in, resolved, maximum)
                : readElements(in, resolved);
        in.leave();
        return list;
    }

    private List<E> readElements(Decoder in, Codec<E> resolved) {
        int least = resolved.kind().minimumSize();
        int count = in.count(least);
        in.checkCount(count, maximum);
        in.spend(count);
        in.charge(FOOTPRINT + (long) count * (REFERENCE_FOOTPRINT + resolved.footprint()));
        ListBuilder<E> list = new ListBuilder<>(in.capacity(count));
        in.setAside(count, least);
        int index = 0;
        try {
            for (; index < count; index++) {
                in.giveBack(least);
                list.add(resolved.read(in));
            }
        } catch (MalformedDataException problem) {
            throw in.inElement(problem, index);
        }
        return list.build();
    }
}
