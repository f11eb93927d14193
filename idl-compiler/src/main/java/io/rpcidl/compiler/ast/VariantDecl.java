package io.rpcidl.compiler.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A variant of a union.
 *
 * @param type null for a variant without a value
 */
public record VariantDecl(
        NumberDecl number,
        Name name,
        @Nullable TypeExpression type,
        List<AnnotationDecl> annotations,
        String documentation)
        implements Member {

    public VariantDecl {
        annotations = List.copyOf(annotations);
    }

    @Override
    public String kind() {
        return "variant";
    }
}
