package io.rpcidl.compiler.diagnostic;

import io.rpcidl.compiler.source.Span;

/**
 * A second place that a diagnostic points at, such as where a name was defined first.
 *
 * @param span the place
 * @param message what it has to do with the diagnostic, in a few words
 */
public record Label(Span span, String message) {}
