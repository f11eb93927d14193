package io.rpcidl.codec;

import io.rpcidl.wire.UnencodableValueException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The order of elements and keys in canonical form: ascending, and no two of them equal (W-3.27). */
final class CanonicalOrder {

    /** How far characters above the surrogates move down, so that these, which stand for higher code points, are above them. */
    private static final int SURROGATES = Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1;

    private CanonicalOrder() {}

    /** The elements of a set in their order. */
    static <E> List<E> elements(Set<E> set, Codec<E> element) {
        Comparator<? super E> order = element.order();
        List<E> sorted = new ArrayList<>(set);
        sorted.sort(order);
        for (int i = 1; i < sorted.size(); i++) {
            if (order.compare(sorted.get(i - 1), sorted.get(i)) == 0) {
                throw new UnencodableValueException("a set holds an element twice");
            }
        }
        return sorted;
    }

    /** The pairs of a map in the order of their keys. */
    static <K, V> List<Map.Entry<K, V>> entries(Map<K, V> map, Codec<K> key) {
        Comparator<? super K> order = key.order();
        List<Map.Entry<K, V>> sorted = new ArrayList<>(map.entrySet());
        sorted.sort((left, right) -> order.compare(left.getKey(), right.getKey()));
        for (int i = 1; i < sorted.size(); i++) {
            if (order.compare(sorted.get(i - 1).getKey(), sorted.get(i).getKey()) == 0) {
                throw new UnencodableValueException("a map holds a key twice");
            }
        }
        return sorted;
    }

    /** By the octets of UTF-8, which is by code points, and not what {@link String#compareTo} does with surrogates. */
    static int compareTexts(String left, String right) {
        int shared = Math.min(left.length(), right.length());
        for (int i = 0; i < shared; i++) {
            char one = left.charAt(i);
            char other = right.charAt(i);
            if (one != other) {
                return Integer.compare(rank(one), rank(other));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static int rank(char character) {
        if (character < Character.MIN_SURROGATE) {
            return character;
        }
        return character > Character.MAX_SURROGATE ? character - SURROGATES : character + Character.MAX_VALUE;
    }

    /** By the octets, which is not what {@link UUID#compareTo} does. */
    static int compareUuids(UUID left, UUID right) {
        int high = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
    }
}
