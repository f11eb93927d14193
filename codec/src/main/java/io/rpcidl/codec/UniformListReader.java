package io.rpcidl.codec;

import io.rpcidl.value.ListBuilder;
import io.rpcidl.wire.MalformedDataException;
import java.util.List;

/** Reads the elements of a list whose structs all have one shape (W-3.14). */
final class UniformListReader {

    private UniformListReader() {}

    static <E> List<E> read(Decoder in, Codec<E> element, long maximum) {
        int count = UniformShape.count(in);
        in.checkCount(count, maximum);
        if (element instanceof StructCodec<E> struct && !in.locating()) {
            Shape constant = struct.uniformShape();
            if (constant != null && in.matches(constant)) {
                in.checkUniform(count, constant.fields(), constant.minimumSize());
                in.spend((long) count * constant.fields());
                return readStraight(in, struct, constant, count);
            }
        }
        return readGeneral(in, element, count);
    }

    private static <E> List<E> readStraight(Decoder in, StructCodec<E> struct, Shape constant, int count) {
        enter(in, struct, count);
        int room = in.capacity(count);
        List<E> list;
        if (constant.fixed() && room == count) {
            Object[] elements = new Object[count];
            struct.readElements(in, elements);
            list = ListBuilder.owning(elements);
        } else {
            in.setAside(count, (int) constant.minimumSize());
            ListBuilder<E> growing = new ListBuilder<>(room);
            struct.readElements(in, count, growing);
            list = growing.build();
        }
        in.leave();
        return list;
    }

    private static <E> List<E> readGeneral(Decoder in, Codec<E> element, int count) {
        int outerAt = in.shapeAt();
        int outerEnd = in.shapeEnd();
        int outerNext = in.next();
        String outerField = in.currentField();
        int index = 0;
        try {
            UniformShape shape = UniformShape.read(in, count);
            enter(in, element, count);
            ListBuilder<E> list = new ListBuilder<>(in.capacity(count));
            in.setAside(count, shape.minimumSize());
            for (; index < count; index++) {
                in.giveBack(shape.minimumSize());
                in.enterField("");
                list.add(element.readElement(in, shape));
            }
            in.leave();
            return list.build();
        } catch (MalformedDataException problem) {
            throw in.inElement(in.inField(problem), index);
        } finally {
            in.restore(outerAt, outerEnd, outerNext, outerField);
        }
    }

    private static <E> void enter(Decoder in, Codec<E> element, int count) {
        in.charge(ListCodec.FOOTPRINT + (long) count * (ListCodec.REFERENCE_FOOTPRINT + element.elementFootprint()));
        in.deepen();
    }
}
