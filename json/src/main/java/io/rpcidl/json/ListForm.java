package io.rpcidl.json;

import io.rpcidl.codec.Codec;
import io.rpcidl.codec.Codecs;
import io.rpcidl.value.Kind;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonToken;

/** The form of lists: arrays (W-14.15). */
final class ListForm extends Form<List<Object>> {

    private static final int FOOTPRINT = 24;
    private static final int REFERENCE_FOOTPRINT = 8;

    private final Form<Object> element;
    private final long maximum;
    private final Codec<List<Object>> codec;

    ListForm(Form<Object> element, long maximum) {
        this.element = element;
        this.maximum = maximum;
        codec = Codecs.list(element.codec(), maximum);
    }

    @Override
    Kind kind() {
        return Kind.LIST;
    }

    @Override
    Codec<List<Object>> codec() {
        return codec;
    }

    @Override
    ListForm limited(long lower) {
        return new ListForm(element, Math.min(maximum, lower));
    }

    @Override
    void print(JsonOutput out, List<Object> list) {
        out.beginArray();
        for (Object value : list) {
            element.print(out, value);
        }
        out.endArray();
    }

    @Override
    List<Object> parse(JsonInput in) {
        in.enter(JsonToken.START_ARRAY, "an array", Rule.LIST);
        in.charge(FOOTPRINT);
        List<Object> list = new ArrayList<>();
        while (in.nextElement()) {
            in.path().enter(list.size());
            in.checkCount(list.size() + 1, maximum);
            in.charge(elementFootprint());
            if (!uniform()) {
                in.spend(1);
            }
            list.add(element.parse(in));
            in.path().leave();
        }
        return list;
    }

    /** Lists of numbers hold no references once they are read from octets. */
    private int elementFootprint() {
        Kind kind = element.kind();
        return kind.code() <= Kind.FLOAT64.code() ? kind.minimumSize() : REFERENCE_FOOTPRINT;
    }

    /** Whether only the fields of the elements cost units (W-3.23). */
    private boolean uniform() {
        Form<?> untyped = element;
        return untyped instanceof StructForm struct && struct.uniform();
    }
}
