package io.rpcidl.codec;

import org.jspecify.annotations.Nullable;

/** A variant of a union that only newer peers know; each generated union has a class of its own that extends this one. */
public abstract class UnknownVariant {

    private final UnknownValue value;

    /** For generated code. */
    protected UnknownVariant(UnknownValue value) {
        this.value = value;
    }

    /** Its number, its kind and its octets. */
    public final UnknownValue value() {
        return value;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof UnknownVariant that && getClass().isInstance(that) && value.equals(that.value);
    }

    @Override
    public final int hashCode() {
        return value.hashCode();
    }

    @Override
    public final String toString() {
        return "unknown variant " + value;
    }
}
