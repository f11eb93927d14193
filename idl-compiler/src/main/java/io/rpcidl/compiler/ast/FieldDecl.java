package io.rpcidl.compiler.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a struct or of an error, or a parameter.
 *
 * @param number null only for a parameter that has none
 * @param parameter whether it is one
 * @param defaultValue what stands behind {@code =}, or null
 */
public record FieldDecl(
        @Nullable NumberDecl number,
        Name name,
        TypeExpression type,
        boolean parameter,
        @Nullable LiteralExpression defaultValue,
        List<AnnotationDecl> annotations,
        String documentation)
        implements Member {

    public FieldDecl {
        annotations = List.copyOf(annotations);
    }

    @Override
    public String kind() {
        return parameter ? "parameter" : "field";
    }
}
