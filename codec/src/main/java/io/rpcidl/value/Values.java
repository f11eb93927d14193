package io.rpcidl.value;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the constructors and builders of generated types call: immutable collections that keep their order, and checks of
 * ranges and presence. Messages name the field and never the value, which may be secret.
 */
public final class Values {

    private static final int MAXIMUM_U8 = 0xFF;
    private static final int MAXIMUM_U16 = 0xFFFF;
    private static final long MAXIMUM_U32 = 0xFFFF_FFFFL;

    private Values() {}

    /**
     * An immutable list of the elements in their order; one that this class or the decoder made is returned as it is. Numbers
     * are kept in an array of their own width.
     *
     * @param name of the field, for messages
     * @throws NullPointerException if the collection or an element is null
     */
    public static <T> List<T> list(Collection<? extends T> elements, String name) {
        required(elements, name);
        if (elements instanceof ImmutableList || elements instanceof PackedList) {
            @SuppressWarnings("unchecked") // an immutable list of a subtype is a list of the type
            List<T> same = (List<T>) elements;
            return same;
        }
        Object[] copy = ImmutableList.copy(elements, name);
        List<T> packed = PackedList.tryPack(copy);
        return packed != null ? packed : ImmutableList.owning(copy);
    }

    /**
     * An immutable set of the elements in their order; one that this class or the decoder made is returned as it is.
     *
     * @param name of the field, for messages
     * @throws NullPointerException if the collection or an element is null
     */
    public static <T> Set<T> set(Collection<? extends T> elements, String name) {
        required(elements, name);
        if (elements instanceof ImmutableSet) {
            @SuppressWarnings("unchecked") // an immutable set of a subtype is a set of the type
            Set<T> same = (Set<T>) elements;
            return same;
        }
        SetBuilder<T> builder = new SetBuilder<>(elements.size());
        for (T element : elements) {
            builder.add(requiredPart(element, name, "an element"));
        }
        return builder.build();
    }

    /**
     * An immutable map of the entries in their order; one that this class or the decoder made is returned as it is.
     *
     * @param name of the field, for messages
     * @throws NullPointerException if the map, a key or a value is null
     */
    public static <K, V> Map<K, V> map(Map<? extends K, ? extends V> entries, String name) {
        required(entries, name);
        if (entries instanceof ImmutableMap) {
            @SuppressWarnings("unchecked") // an immutable map of subtypes is a map of the types
            Map<K, V> same = (Map<K, V>) entries;
            return same;
        }
        MapBuilder<K, V> builder = new MapBuilder<>(entries.size());
        for (Map.Entry<? extends K, ? extends V> entry : entries.entrySet()) {
            K key = requiredPart(entry.getKey(), name, "a key");
            builder.put(key, requiredPart(entry.getValue(), name, "a value"));
        }
        return builder.build();
    }

    /**
     * The value itself.
     *
     * @param name of what must be there, like {@code Line.quantity}
     * @throws NullPointerException if it is null
     */
    public static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw new NullPointerException(name + " is required");
        }
        return value;
    }

    /**
     * The value itself, when it is 0 to 255.
     *
     * @throws IllegalArgumentException otherwise
     */
    public static int requireU8(int value, String name) {
        if (value < 0 || value > MAXIMUM_U8) {
            throw outOfRange(name, "255");
        }
        return value;
    }

    /**
     * The value itself, when it is 0 to 65,535.
     *
     * @throws IllegalArgumentException otherwise
     */
    public static int requireU16(int value, String name) {
        if (value < 0 || value > MAXIMUM_U16) {
            throw outOfRange(name, "65,535");
        }
        return value;
    }

    /**
     * The value itself, when it is 0 to 4,294,967,295.
     *
     * @throws IllegalArgumentException otherwise
     */
    public static long requireU32(long value, String name) {
        if (value < 0 || value > MAXIMUM_U32) {
            throw outOfRange(name, "4,294,967,295");
        }
        return value;
    }

    static <T> T requiredPart(@Nullable T part, String name, String what) {
        if (part == null) {
            throw new NullPointerException(what + " of " + name + " is null");
        }
        return part;
    }

    private static IllegalArgumentException outOfRange(String name, String maximum) {
        return new IllegalArgumentException(name + " must be 0 to " + maximum);
    }
}
