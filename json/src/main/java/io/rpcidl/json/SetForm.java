package io.rpcidl.json;

import io.rpcidl.codec.Codec;
import io.rpcidl.codec.Codecs;
import io.rpcidl.value.Kind;
import io.rpcidl.value.SetBuilder;
import io.rpcidl.wire.Clause;
import java.util.Set;
import tools.jackson.core.JsonToken;

/** The form of sets: arrays whose elements differ (W-14.15). */
final class SetForm extends Form<Set<Object>> {

    private static final int FOOTPRINT = 120;
    private static final int ELEMENT_FOOTPRINT = 48;

    private final Form<Object> element;
    private final long maximum;
    private final Codec<Set<Object>> codec;

    SetForm(Form<Object> element, long maximum) {
        this.element = element;
        this.maximum = maximum;
        codec = Codecs.set(element.codec(), maximum);
    }

    @Override
    Kind kind() {
        return Kind.LIST;
    }

    @Override
    Codec<Set<Object>> codec() {
        return codec;
    }

    @Override
    SetForm limited(long lower) {
        return new SetForm(element, Math.min(maximum, lower));
    }

    @Override
    void print(JsonOutput out, Set<Object> set) {
        out.beginArray();
        for (Object value : set) {
            element.print(out, value);
        }
        out.endArray();
    }

    @Override
    Set<Object> parse(JsonInput in) {
        in.enter(JsonToken.START_ARRAY, "an array", Rule.LIST);
        in.charge(FOOTPRINT);
        SetBuilder<Object> set = new SetBuilder<>(0);
        int count = 0;
        while (in.nextElement()) {
            in.path().enter(count);
            in.checkCount(++count, maximum);
            in.charge(ELEMENT_FOOTPRINT);
            in.spend(1);
            if (!set.add(element.parse(in))) {
                throw in.refuse("a set holds an element twice", Clause.SET);
            }
            in.path().leave();
        }
        return set.build();
    }
}
