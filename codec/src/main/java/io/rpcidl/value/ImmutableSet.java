package io.rpcidl.value;

import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A set that nobody can change and that keeps its order, over a set that nobody else holds. */
final class ImmutableSet<T> extends AbstractSet<T> {

    static final ImmutableSet<Object> EMPTY = new ImmutableSet<>(new LinkedHashSet<>());

    private final Set<T> elements;

    /** The set must not be used by the caller any more. */
    ImmutableSet(Set<T> elements) {
        this.elements = Collections.unmodifiableSet(elements);
    }

    @Override
    public Iterator<T> iterator() {
        return elements.iterator();
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return elements.contains(element);
    }

    @Override
    public boolean remove(@Nullable Object element) {
        throw new UnsupportedOperationException("the set can't be changed");
    }
}
