package io.rpcidl.compiler.ast;

import io.rpcidl.compiler.source.Span;

/** An identifier as it was written. */
public record Name(String text, Span span) {}
