package io.rpcidl.codec;

import io.rpcidl.value.Kind;
import io.rpcidl.value.SetBuilder;
import io.rpcidl.wire.Clause;
import io.rpcidl.wire.MalformedDataException;
import java.util.Collection;
import java.util.Set;

/** A codec of sets: lists on the wire, whose elements differ (W-3.18). */
final class SetCodec<E> extends Codec<Set<E>> {

    private static final int FOOTPRINT = 136;
    private static final int ENTRY_FOOTPRINT = 56;

    private final Codec<E> element;
    private final long maximum;

    SetCodec(Codec<E> element, long maximum) {
        this.element = element;
        this.maximum = maximum;
    }

    @Override
    public Kind kind() {
        return Kind.LIST;
    }

    @Override
    SetCodec<E> limited(long lower) {
        return new SetCodec<>(element, Math.min(maximum, lower));
    }

    @Override
    public void write(Encoder out, Set<E> set) {
        out.checkCount(set.size(), maximum);
        out.deepen();
        out.octet(element.kind().code());
        out.count(set.size());
        Collection<E> elements = out.canonical() ? CanonicalOrder.elements(set, element) : set;
        for (E value : elements) {
            element.write(out, value);
        }
        out.leave();
    }

    @Override
    public Set<E> read(Decoder in) {
        in.deepen();
        in.listHeader(element.kind());
        int least = element.kind().minimumSize();
        int count = in.count(least);
        in.checkCount(count, maximum);
        in.spend(count);
        in.charge(FOOTPRINT + (long) count * (ENTRY_FOOTPRINT + element.footprint()));
        SetBuilder<E> set = new SetBuilder<>(in.tableCapacity(count));
        in.setAside(count, least);
        int index = 0;
        try {
            for (; index < count; index++) {
                in.giveBack(least);
                int at = in.offset();
                if (!set.add(element.read(in))) {
                    throw in.malformedBefore(in.offset() - at, "a set holds an element twice", Clause.SET);
                }
            }
        } catch (MalformedDataException problem) {
            throw in.inElement(problem, index);
        }
        in.leave();
        return set.build();
    }
}
