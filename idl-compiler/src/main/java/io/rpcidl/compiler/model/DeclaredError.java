package io.rpcidl.compiler.model;

import io.rpcidl.compiler.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code error OutOfStock rejects { ... }}.
 *
 * @param rejects whether raising it promises that nothing was done
 * @param fields in the order of declaration
 */
public record DeclaredError(
        QualifiedName name,
        String documentation,
        Span span,
        @Nullable String deprecation,
        boolean rejects,
        List<Field> fields,
        Reserved reserved)
        implements Definition {

    public DeclaredError {
        fields = List.copyOf(fields);
    }
}
