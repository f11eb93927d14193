package io.rpcidl.compiler.ast;

import java.util.List;

/** {@code struct Order { ... }}. */
public record StructDecl(
        Name name,
        boolean open,
        List<FieldDecl> members,
        List<ReservedDecl> reserved,
        List<AnnotationDecl> annotations,
        String documentation)
        implements Declaration, Body {

    public StructDecl {
        members = List.copyOf(members);
        reserved = List.copyOf(reserved);
        annotations = List.copyOf(annotations);
    }

    @Override
    public String kind() {
        return "struct";
    }
}
