package io.rpcidl.compiler.ast;

/** A definition at the top level of a file, as it was written. */
public sealed interface Declaration extends Annotated
        permits ConstantDecl, NamedTypeDecl, EnumDecl, StructDecl, UnionDecl, ErrorDecl, ServiceDecl {

    /** The name that it defines. */
    Name name();

    /** The word for such a definition in messages: {@code struct}. */
    String kind();
}
