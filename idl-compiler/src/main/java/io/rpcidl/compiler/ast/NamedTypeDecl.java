package io.rpcidl.compiler.ast;

import java.util.List;

/** {@code type OrderId = uuid;}. */
public record NamedTypeDecl(Name name, TypeExpression base, List<AnnotationDecl> annotations, String documentation)
        implements Declaration {

    public NamedTypeDecl {
        annotations = List.copyOf(annotations);
    }

    @Override
    public String kind() {
        return "type";
    }
}
