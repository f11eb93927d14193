package io.rpcidl.compiler.ast;

import java.util.List;

/** {@code const u32 MAX_LINES = 200;}. */
public record ConstantDecl(
        Name name, TypeExpression type, LiteralExpression value, List<AnnotationDecl> annotations, String documentation)
        implements Declaration {

    public ConstantDecl {
        annotations = List.copyOf(annotations);
    }

    @Override
    public String kind() {
        return "constant";
    }
}
