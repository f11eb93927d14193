package io.rpcidl.compiler.model;

import io.rpcidl.compiler.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code enum State { ... }}.
 *
 * @param closed whether unknown numbers are refused instead of kept
 * @param values in the order of declaration
 */
public record Enumeration(
        QualifiedName name,
        String documentation,
        Span span,
        @Nullable String deprecation,
        boolean closed,
        List<EnumValue> values,
        Reserved reserved)
        implements Definition {

    public Enumeration {
        values = List.copyOf(values);
    }
}
