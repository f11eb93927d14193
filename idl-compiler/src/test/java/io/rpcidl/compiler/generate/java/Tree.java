package io.rpcidl.compiler.generate.java;

import org.jspecify.annotations.Nullable;

/**
 * Values without their Java classes, so that those of two versions can be compared. A struct is a map from numbers to values
 * without the absent ones, a whole number is a {@code Long} or for u64 a {@code BigInteger}, what a named type holds stands for itself.
 */
sealed interface Tree {

    /** A value of an enum. */
    record Value(int number) implements Tree {}

    /**
     * A variant of a union.
     *
     * @param value null when the variant has none
     * @param known whether whoever read it knows the variant
     */
    record Variant(int number, @Nullable Object value, boolean known) implements Tree {}
}
