package io.rpcidl.value;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fills an immutable map without copying it; the order is that of insertion. Keys that are Comparable are found quickly even
 * when their hash codes collide. Not safe for use by several threads.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class MapBuilder<K, V> {

    private final LinkedHashMap<K, V> entries;
    private boolean built;

    /**
     * An empty builder with room for this many entries.
     *
     * @throws IllegalArgumentException if the size is negative
     */
    public MapBuilder(int expectedSize) {
        entries = new LinkedHashMap<>(capacity(expectedSize));
    }

    /**
     * Adds an entry.
     *
     * @return false when the key is there already; then nothing changes
     * @throws NullPointerException if the key or the value is null
     * @throws IllegalStateException if the map was built already
     */
    public boolean put(K key, V value) {
        if (built) {
            throw new IllegalStateException("the map is built, start with a new builder");
        }
        Values.requiredPart(key, "the map", "a key");
        return entries.putIfAbsent(key, Values.requiredPart(value, "the map", "a value")) == null;
    }

    /** The map; the builder can't be used any more. */
    public Map<K, V> build() {
        built = true;
        @SuppressWarnings("unchecked") // an empty map holds no entry of a wrong type
        Map<K, V> empty = (Map<K, V>) ImmutableMap.EMPTY;
        return entries.isEmpty() ? empty : new ImmutableMap<>(entries);
    }

    /** A table of this capacity takes the elements without growing, at the load factor of the JDK. */
    static int capacity(int expectedSize) {
        if (expectedSize < 0) {
            throw new IllegalArgumentException("the expected size must not be negative");
        }
        return (int) Math.min(1 << 30, expectedSize * 4L / 3 + 1);
    }
}
