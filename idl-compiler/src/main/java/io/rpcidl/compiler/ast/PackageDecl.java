package io.rpcidl.compiler.ast;

import java.util.List;

/** {@code package shop.orders.v1;}. */
public record PackageDecl(DottedName name, List<AnnotationDecl> annotations, String documentation)
        implements Annotated {

    public PackageDecl {
        annotations = List.copyOf(annotations);
    }
}
