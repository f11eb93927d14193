package io.rpcidl.compiler.model;

import io.rpcidl.compiler.source.Span;
import org.jspecify.annotations.Nullable;

/** A named thing at the top level of a file. */
public sealed interface Definition permits Constant, NamedType, Enumeration, Struct, Union, DeclaredError, Service {

    QualifiedName name();

    /** The Markdown of its documentation comment, empty when there is none. */
    String documentation();

    /** Where its name stands in the source. */
    Span span();

    /** What {@code @deprecated("reason")} says, or null. */
    @Nullable
    String deprecation();
}
