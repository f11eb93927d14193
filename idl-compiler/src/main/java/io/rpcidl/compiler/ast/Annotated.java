package io.rpcidl.compiler.ast;

import java.util.List;

/** Whatever annotations can follow. */
public sealed interface Annotated permits Declaration, Member, PackageDecl {

    /** In the order in which they were written. */
    List<AnnotationDecl> annotations();

    /** The Markdown of its documentation comment, empty when there is none. */
    String documentation();
}
