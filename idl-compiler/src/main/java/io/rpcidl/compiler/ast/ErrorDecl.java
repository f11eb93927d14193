package io.rpcidl.compiler.ast;

import java.util.List;

/** {@code error OutOfStock rejects { ... }}. */
public record ErrorDecl(
        Name name,
        boolean rejects,
        List<FieldDecl> members,
        List<ReservedDecl> reserved,
        List<AnnotationDecl> annotations,
        String documentation)
        implements Declaration, Body {

    public ErrorDecl {
        members = List.copyOf(members);
        reserved = List.copyOf(reserved);
        annotations = List.copyOf(annotations);
    }

    @Override
    public String kind() {
        return "error";
    }
}
