package io.rpcidl.compiler.ast;

import java.util.List;

/** {@code union Payment { ... }}. */
public record UnionDecl(
        Name name,
        List<VariantDecl> members,
        List<ReservedDecl> reserved,
        List<AnnotationDecl> annotations,
        String documentation)
        implements Declaration, Body {

    public UnionDecl {
        members = List.copyOf(members);
        reserved = List.copyOf(reserved);
        annotations = List.copyOf(annotations);
    }

    @Override
    public String kind() {
        return "union";
    }
}
