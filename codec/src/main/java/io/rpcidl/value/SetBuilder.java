package io.rpcidl.value;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Fills an immutable set without copying it; the order is that of insertion. Elements that are Comparable are found quickly
 * even when their hash codes collide. Not safe for use by several threads.
 *
 * @param <T> the type of the elements
 */
public final class SetBuilder<T> {

    private final LinkedHashSet<T> elements;
    private boolean built;

    /**
     * An empty builder with room for this many elements.
     *
     * @throws IllegalArgumentException if the size is negative
     */
    public SetBuilder(int expectedSize) {
        elements = new LinkedHashSet<>(MapBuilder.capacity(expectedSize));
    }

    /**
     * Adds an element.
     *
     * @return false when it is there already; then nothing changes
     * @throws NullPointerException if it is null
     * @throws IllegalStateException if the set was built already
     */
    public boolean add(T element) {
        if (built) {
            throw new IllegalStateException("the set is built, start with a new builder");
        }
        return elements.add(Values.requiredPart(element, "the set", "an element"));
    }

    /** The set; the builder can't be used any more. */
    public Set<T> build() {
        built = true;
        @SuppressWarnings("unchecked") // an empty set holds no element of a wrong type
        Set<T> empty = (Set<T>) ImmutableSet.EMPTY;
        return elements.isEmpty() ? empty : new ImmutableSet<>(elements);
    }
}
