package io.rpcidl.value;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.RandomAccess;

/** A list that nobody can change, over an array that nobody else holds. */
final class ImmutableList<T> extends AbstractList<T> implements RandomAccess {

    /** The JDK's own looks for changes at each step. */
    private static final class Elements<T> implements Iterator<T> {

        private final Object[] elements;
        private int next;

        Elements(Object[] elements) {
            this.elements = elements;
        }

        @Override
        public boolean hasNext() {
            return next < elements.length;
        }

        @Override
        @SuppressWarnings("unchecked") // only elements of type T went in
        public T next() {
            if (next >= elements.length) {
                throw new NoSuchElementException();
            }
            return (T) elements[next++];
        }
    }

    private static final ImmutableList<Object> EMPTY = new ImmutableList<>(new Object[0]);

    private final Object[] elements;

    private ImmutableList(Object[] elements) {
        this.elements = elements;
    }

    /** The array must not be used by the caller any more. */
    static <T> List<T> owning(Object[] elements) {
        @SuppressWarnings("unchecked") // an empty list holds no element of a wrong type
        List<T> empty = (List<T>) EMPTY;
        return elements.length == 0 ? empty : new ImmutableList<>(elements);
    }

    /** The elements in an array of our own, none of them null. */
    static Object[] copy(Collection<?> elements, String name) {
        // A foreign collection may keep the array that it hands out, or hand out one of a narrower type.
        Object[] copy = Arrays.copyOf(elements.toArray(), elements.size(), Object[].class);
        for (Object element : copy) {
            Values.requiredPart(element, name, "an element");
        }
        return copy;
    }

    @Override
    @SuppressWarnings("unchecked") // only elements of type T went in
    public T get(int index) {
        return (T) elements[index];
    }

    @Override
    public Iterator<T> iterator() {
        return new Elements<>(elements);
    }

    @Override
    public int size() {
        return elements.length;
    }

    @Override
    public Object[] toArray() {
        return elements.clone();
    }
}
