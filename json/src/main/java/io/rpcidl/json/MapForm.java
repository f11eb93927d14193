package io.rpcidl.json;

import io.rpcidl.codec.Codec;
import io.rpcidl.codec.Codecs;
import io.rpcidl.value.Kind;
import io.rpcidl.value.MapBuilder;
import io.rpcidl.wire.Clause;
import java.util.Map;
import tools.jackson.core.JsonToken;

/** The form of maps: objects, whose members are named by the text of the keys (W-14.16). */
final class MapForm extends Form<Map<Object, Object>> {

    private static final int FOOTPRINT = 120;
    private static final int ENTRY_FOOTPRINT = 48;

    private final Form<Object> key;
    private final Form<Object> value;
    private final long maximum;
    private final Codec<Map<Object, Object>> codec;

    MapForm(Form<Object> key, Form<Object> value, long maximum) {
        this.key = key;
        this.value = value;
        this.maximum = maximum;
        codec = Codecs.map(key.codec(), value.codec(), maximum);
    }

    @Override
    Kind kind() {
        return Kind.MAP;
    }

    @Override
    Codec<Map<Object, Object>> codec() {
        return codec;
    }

    @Override
    MapForm limited(long lower) {
        return new MapForm(key, value, Math.min(maximum, lower));
    }

    @Override
    void print(JsonOutput out, Map<Object, Object> map) {
        out.beginObject();
        for (Map.Entry<Object, Object> entry : map.entrySet()) {
            out.name(key.keyText(entry.getKey()));
            value.print(out, entry.getValue());
        }
        out.endObject();
    }

    @Override
    Map<Object, Object> parse(JsonInput in) {
        in.enter(JsonToken.START_OBJECT, "an object", Rule.MAP);
        in.charge(FOOTPRINT);
        MapBuilder<Object, Object> map = new MapBuilder<>(0);
        int count = 0;
        while (in.nextMember()) {
            in.path().enter(count);
            in.checkCount(++count, maximum);
            in.charge(ENTRY_FOOTPRINT);
            in.spend(1);
            Object entryKey = key.parseKey(in, in.text());
            in.next();
            if (!map.put(entryKey, value.parse(in))) {
                throw in.refuse("a map holds a key twice", Clause.MAP);
            }
            in.path().leave();
        }
        return map.build();
    }
}
