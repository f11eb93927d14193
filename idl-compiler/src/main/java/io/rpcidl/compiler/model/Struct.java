package io.rpcidl.compiler.model;

import io.rpcidl.compiler.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code struct Order { ... }}.
 *
 * @param open whether values keep the fields of newer writers
 * @param fields in the order of declaration, which need not be the order of their numbers
 */
public record Struct(
        QualifiedName name,
        String documentation,
        Span span,
        @Nullable String deprecation,
        boolean open,
        List<Field> fields,
        Reserved reserved)
        implements Definition {

    public Struct {
        fields = List.copyOf(fields);
    }
}
