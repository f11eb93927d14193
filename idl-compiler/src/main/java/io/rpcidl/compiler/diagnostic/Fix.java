package io.rpcidl.compiler.diagnostic;

import io.rpcidl.compiler.source.Span;

/**
 * A change of the source that a tool can make to solve a diagnostic.
 *
 * @param description what it does, such as {@code insert `;`}
 * @param span the text to replace, empty to insert
 * @param replacement the new text
 */
public record Fix(String description, Span span, String replacement) {}
