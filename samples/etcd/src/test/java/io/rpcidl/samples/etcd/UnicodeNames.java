package io.rpcidl.samples.etcd;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rpcidl.samples.etcd.types.Key;
import io.rpcidl.samples.etcd.types.Value;
import io.rpcidl.value.Bytes;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A real set of data that each JDK brings along: the names of the characters of Unicode. */
final class UnicodeNames {

    private UnicodeNames() {}

    /** The names of all characters that have one of their own, under keys such as {@code U+0041}. */
    static SortedMap<Key, Value> all() {
        SortedMap<Key, Value> names = new TreeMap<>();
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            String name = Character.getName(character);
            if (name != null && !isMadeFromItsBlock(character, name)) {
                names.put(key("U+%04X".formatted(character)), new Value(octets(name)));
            }
        }
        return Collections.unmodifiableSortedMap(names);
    }

    static Key key(String text) {
        return new Key(octets(text));
    }

    /** The first key behind one. */
    static Key behind(Key key) {
        return new Key(
                Bytes.of(Arrays.copyOf(key.value().toByteArray(), key.value().size() + 1)));
    }

    private static Bytes octets(String text) {
        return Bytes.of(text.getBytes(UTF_8));
    }

    /** Whether the JDK has made the name up from block and number, as it does for ideographs and private use. */
    private static boolean isMadeFromItsBlock(int character, String name) {
        Character.@Nullable UnicodeBlock block = Character.UnicodeBlock.of(character);
        return block != null
                && name.equals(block.toString().replace('_', ' ') + " "
                        + Integer.toHexString(character).toUpperCase(Locale.ROOT));
    }
}
