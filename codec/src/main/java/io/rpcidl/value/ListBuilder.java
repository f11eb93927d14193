package io.rpcidl.value;

import java.util.Arrays;
import java.util.List;

/**
 * Fills an immutable list of known size without copying it. Not safe for use by several threads.
 *
 * @param <T> the type of the elements
 */
public final class ListBuilder<T> {

    private Object[] elements;
    private int size;
    private boolean built;

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
     * Appends an element.
     *
     * @throws NullPointerException if it is null
     * @throws IllegalStateException if the list was built already
     */
    public void add(T element) {
        Values.requiredPart(element, "the list", "an element");
        if (built) {
            throw new IllegalStateException("the list is built, start with a new builder");
        }
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, Math.addExact(size, (size >> 1) + 1));
        }
        elements[size++] = element;
    }

    /** The list; the builder can't be used any more. */
    public List<T> build() {
        built = true;
        return ImmutableList.owning(size == elements.length ? elements : Arrays.copyOf(elements, size));
    }
}
