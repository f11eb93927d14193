package io.rpcidl.compiler.ast;

import io.rpcidl.compiler.source.Span;
import java.math.BigInteger;

/** The number of a field, a parameter, a variant, an enum value, a method or a declared error; its range is not yet checked. */
public record NumberDecl(BigInteger value, Span span) {}
