package io.rpcidl.compiler.model;

import io.rpcidl.compiler.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code union Payment { ... }}: exactly one of its variants.
 *
 * @param variants in the order of declaration
 */
public record Union(
        QualifiedName name,
        String documentation,
        Span span,
        @Nullable String deprecation,
        List<Variant> variants,
        Reserved reserved)
        implements Definition {

    public Union {
        variants = List.copyOf(variants);
    }
}
