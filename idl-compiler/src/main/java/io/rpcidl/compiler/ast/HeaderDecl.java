package io.rpcidl.compiler.ast;

import io.rpcidl.compiler.source.Span;
import java.math.BigInteger;

/** {@code rpcidl 1;}. */
public record HeaderDecl(BigInteger version, Span span) {}
