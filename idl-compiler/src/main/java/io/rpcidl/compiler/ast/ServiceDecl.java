package io.rpcidl.compiler.ast;

import java.util.List;

/** {@code service Orders { ... }}. */
public record ServiceDecl(
        Name name,
        List<MethodDecl> members,
        List<ReservedDecl> reserved,
        List<AnnotationDecl> annotations,
        String documentation)
        implements Declaration, Body {

    public ServiceDecl {
        members = List.copyOf(members);
        reserved = List.copyOf(reserved);
        annotations = List.copyOf(annotations);
    }

    @Override
    public String kind() {
        return "service";
    }
}
