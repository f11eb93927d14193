package io.rpcidl.compiler.ast;

import io.rpcidl.compiler.source.Span;

/** One item of {@code reserved 4, 7..9, "LOST";}. */
public sealed interface ReservedDecl {

    /** All of it. */
    Span span();

    /** {@code 4} or {@code 7..9}: the first and the last number, the same for a single one. */
    record Numbers(NumberDecl first, NumberDecl last, Span span) implements ReservedDecl {}

    /** {@code "LOST"}. */
    record ReservedName(String name, Span span) implements ReservedDecl {}
}
