package io.rpcidl.samples.etcd.store;

import io.rpcidl.value.Bytes;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/**
 * All keys from one key up to another.
 *
 * @param from the first key
 * @param until the key behind the last one, or null when the range has no end
 */
public record KeyRange(Bytes from, @Nullable Bytes until) {

    /** All keys. */
    public static KeyRange all() {
        return new KeyRange(Bytes.EMPTY, null);
    }

    /** One key. */
    public static KeyRange one(Bytes key) {
        byte[] next = Arrays.copyOf(key.toByteArray(), key.size() + 1);
        return new KeyRange(key, Bytes.of(next));
    }

    /** The keys from one on, up to and without another. */
    public static KeyRange span(Bytes from, Bytes until) {
        return new KeyRange(from, until);
    }

    /** The keys from one on. */
    public static KeyRange startingAt(Bytes from) {
        return new KeyRange(from, null);
    }

    /** The keys that begin with these octets. */
    public static KeyRange prefix(Bytes prefix) {
        byte[] octets = prefix.toByteArray();
        int length = octets.length;
        // behind "a ff ff" comes "b": octets that can't be raised fall away
        while (length > 0 && octets[length - 1] == (byte) 0xff) {
            length--;
        }
        if (length == 0) {
            return new KeyRange(prefix, null);
        }
        octets[length - 1]++;
        return new KeyRange(prefix, Bytes.of(octets, 0, length));
    }

    /** Whether the key lies in the range. */
    public boolean contains(Bytes key) {
        return key.compareTo(from) >= 0 && (until == null || key.compareTo(until) < 0);
    }

    /** The first of the keys that lies in the range, or null when none does. */
    public @Nullable Bytes firstOf(NavigableSet<Bytes> keys) {
        Bytes first = keys.ceiling(from);
        return first != null && contains(first) ? first : null;
    }

    /** The part of the map that lies in the range, as a view. */
    <V> NavigableMap<Bytes, V> of(NavigableMap<Bytes, V> map) {
        if (until == null) {
            return map.tailMap(from, true);
        }
        // a span that ends before it begins is empty, where the map would throw
        return from.compareTo(until) >= 0 ? map.subMap(from, true, from, false) : map.subMap(from, true, until, false);
    }
}
