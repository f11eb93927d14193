package io.rpcidl.compiler.ast;

import java.util.List;

/** {@code PLACED = 1;}. */
public record EnumValueDecl(NumberDecl number, Name name, List<AnnotationDecl> annotations, String documentation)
        implements Member {

    public EnumValueDecl {
        annotations = List.copyOf(annotations);
    }

    @Override
    public String kind() {
        return "value";
    }
}
