package io.rpcidl.compiler.ast;

import org.jspecify.annotations.Nullable;

/** A numbered thing inside a definition. */
public sealed interface Member extends Annotated permits EnumValueDecl, FieldDecl, MethodDecl, VariantDecl {

    /** Its number, null only for a parameter that has none. */
    @Nullable
    NumberDecl number();

    /** Its name. */
    Name name();

    /** The word for such a member in messages: {@code field}. */
    String kind();
}
