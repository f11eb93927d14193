package io.rpcidl.compiler.model;

import io.rpcidl.compiler.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code const u32 MAX_LINES = 200;}
 *
 * @param value of the type, checked
 */
public record Constant(
        QualifiedName name,
        String documentation,
        Span span,
        @Nullable String deprecation,
        Type type,
        Literal value) implements Definition {}
