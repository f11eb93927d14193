package io.rpcidl.value;

import java.util.Arrays;
import java.util.List;

/**
 * Fills an immutable list of known size without copying it. Not safe for use by several threads.
 *
 * @param <T> the type of the elements
 */
public final class ListBuilder<T> {

    private static final Object[] BUILT = new Object[0];

    private Object[] elements;
    private int size;

    /**
     * An empty builder with room for this many elements, which is allocated at once.
     *
     * @throws IllegalArgumentException if the size is negative
     */
    public ListBuilder(int expectedSize) {
        if (expectedSize < 0) {
            throw new IllegalArgumentException("the expected size must not be negative");
        }
        elements = new Object[expectedSize];
    }

    /**
     * A list over the array itself, which its caller must have filled and must not use any more. For the decoder, which knows
     * the size of some lists beforehand.
     */
    public static <T> List<T> owning(Object[] elements) {
        return ImmutableList.owning(elements);
    }

    /**
     * Appends an element.
     *
     * @throws NullPointerException if it is null
     * @throws IllegalStateException if the list was built already
     */
    public void add(T element) {
        if (size == elements.length) {
            grow();
        }
        elements[size++] = Values.requiredPart(element, "the list", "an element");
    }

    @SuppressWarnings("ReferenceEquality") // an empty array of the caller's is not this one
    private void grow() {
        if (elements == BUILT) {
            throw new IllegalStateException("the list is built, start with a new builder");
        }
        elements = Arrays.copyOf(elements, Math.addExact(size, (size >> 1) + 1));
    }

    /** The list; the builder can't be used any more. */
    public List<T> build() {
        Object[] all = size == elements.length ? elements : Arrays.copyOf(elements, size);
        elements = BUILT;
        size = 0;
        return ImmutableList.owning(all);
    }
}
