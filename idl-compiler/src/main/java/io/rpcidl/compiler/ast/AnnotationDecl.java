package io.rpcidl.compiler.ast;

import io.rpcidl.compiler.source.Span;
import java.util.List;

/**
 * {@code @max(200)}.
 *
 * @param name without the {@code @}
 * @param span all of it
 */
public record AnnotationDecl(DottedName name, List<LiteralExpression> arguments, Span span) {

    public AnnotationDecl {
        arguments = List.copyOf(arguments);
    }
}
