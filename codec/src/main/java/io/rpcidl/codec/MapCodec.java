package io.rpcidl.codec;

import io.rpcidl.value.Kind;
import io.rpcidl.value.MapBuilder;
import io.rpcidl.wire.Clause;
import io.rpcidl.wire.MalformedDataException;
import java.util.Collection;
import java.util.Map;

/** A codec of maps; keys differ (W-3.19). */
final class MapCodec<K, V> extends Codec<Map<K, V>> {

    private static final int FOOTPRINT = 136;
    private static final int ENTRY_FOOTPRINT = 56;

    private final Codec<K> key;
    private final Codec<V> value;
    private final long maximum;

    MapCodec(Codec<K> key, Codec<V> value, long maximum) {
        this.key = key;
        this.value = value;
        this.maximum = maximum;
    }

    @Override
    public Kind kind() {
        return Kind.MAP;
    }

    @Override
    MapCodec<K, V> limited(long lower) {
        return new MapCodec<>(key, value, Math.min(maximum, lower));
    }

    @Override
    public void write(Encoder out, Map<K, V> map) {
        out.checkCount(map.size(), maximum);
        out.deepen();
        out.octet(key.kind().code());
        out.octet(value.kind().code());
        out.count(map.size());
        Collection<Map.Entry<K, V>> entries = out.canonical() ? CanonicalOrder.entries(map, key) : map.entrySet();
        for (Map.Entry<K, V> entry : entries) {
            key.write(out, entry.getKey());
            value.write(out, entry.getValue());
        }
        out.leave();
    }

    @Override
    public Map<K, V> read(Decoder in) {
        in.deepen();
        in.mapKind(key.kind(), "a key");
        in.mapKind(value.kind(), "a value");
        int least = key.kind().minimumSize() + value.kind().minimumSize();
        int count = in.count(least);
        in.checkCount(count, maximum);
        in.spend(count);
        in.charge(FOOTPRINT + (long) count * (ENTRY_FOOTPRINT + key.footprint() + value.footprint()));
        MapBuilder<K, V> map = new MapBuilder<>(in.tableCapacity(count));
        in.setAside(count, least);
        int index = 0;
        String part = "key";
        try {
            for (; index < count; index++) {
                in.giveBack(least);
                part = "key";
                int at = in.offset();
                K entryKey = key.read(in);
                part = "value";
                if (!map.put(entryKey, value.read(in))) {
                    part = "key";
                    throw in.malformedBefore(in.offset() - at, "a map holds a key twice", Clause.MAP);
                }
            }
        } catch (MalformedDataException problem) {
            throw in.inElement(in.inPart(problem, part), index);
        }
        in.leave();
        return map.build();
    }
}
