package io.rpcidl.compiler.ast;

import java.util.List;

/** A declaration with numbered members between braces. */
public sealed interface Body permits EnumDecl, StructDecl, UnionDecl, ErrorDecl, ServiceDecl {

    /** The name of the declaration. */
    Name name();

    /** The members in the order in which they were written. */
    List<? extends Member> members();

    /** What must not be used again. */
    List<ReservedDecl> reserved();
}
