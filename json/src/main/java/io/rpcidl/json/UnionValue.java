package io.rpcidl.json;

import io.rpcidl.codec.UnknownValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A union in memory: a variant with its value, or what only newer peers know. */
final class UnionValue {

    private final @Nullable UnionVariant variant;
    private final @Nullable Object value;

    private UnionValue(@Nullable UnionVariant variant, @Nullable Object value) {
        this.variant = variant;
        this.value = value;
    }

    static UnionValue of(UnionVariant variant, Object value) {
        return new UnionValue(variant, value);
    }

    static UnionValue empty(UnionVariant variant) {
        return new UnionValue(variant, null);
    }

    static UnionValue unknown(UnknownValue value) {
        return new UnionValue(null, value);
    }

    /** The variant, or null when the schema does not know it. */
    @Nullable
    UnionVariant variant() {
        return variant;
    }

    /** The value of a variant that has one. */
    Object value() {
        return Objects.requireNonNull(value, "value");
    }

    /** The value of a variant that the schema does not know. */
    UnknownValue unknown() {
        return (UnknownValue) value();
    }
}
