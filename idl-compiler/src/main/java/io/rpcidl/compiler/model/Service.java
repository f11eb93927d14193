package io.rpcidl.compiler.model;

import io.rpcidl.compiler.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code service Orders { ... }}.
 *
 * @param methods in the order of declaration
 */
public record Service(
        QualifiedName name,
        String documentation,
        Span span,
        @Nullable String deprecation,
        List<Method> methods,
        Reserved reserved)
        implements Definition {

    public Service {
        methods = List.copyOf(methods);
    }
}
