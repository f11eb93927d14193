package io.rpcidl.compiler.model;

import io.rpcidl.compiler.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code type OrderId = uuid;}: a type of its own in the program, its base type on the wire.
 *
 * @param base a scalar
 * @param max the constraint {@code @max}, or null
 * @param sensitive whether its value is never printed
 */
public record NamedType(
        QualifiedName name,
        String documentation,
        Span span,
        @Nullable String deprecation,
        Scalar base,
        @Nullable Long max,
        boolean sensitive)
        implements Definition {}
