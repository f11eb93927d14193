package io.rpcidl.compiler.ast;

import java.util.List;

/** {@code enum State { ... }}. */
public record EnumDecl(
        Name name,
        boolean closed,
        List<EnumValueDecl> members,
        List<ReservedDecl> reserved,
        List<AnnotationDecl> annotations,
        String documentation)
        implements Declaration, Body {

    public EnumDecl {
        members = List.copyOf(members);
        reserved = List.copyOf(reserved);
        annotations = List.copyOf(annotations);
    }

    @Override
    public String kind() {
        return "enum";
    }
}
