package io.rpcidl.compiler.model;

import io.rpcidl.compiler.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * One variant of a union.
 *
 * @param number 1 to 65,535
 * @param type the type of its value, or null for a variant without one
 * @param max the constraint {@code @max}, or null
 */
public record Variant(
        int number,
        String name,
        @Nullable Type type,
        @Nullable Long max,
        boolean sensitive,
        String documentation,
        Span span,
        @Nullable String deprecation) {}
