package io.rpcidl.compiler.diagnostic;

import io.rpcidl.compiler.source.Span;

/**
 * One change of the text of a source.
 *
 * @param span the text to replace, empty to insert
 * @param replacement the new text, empty to delete
 */
public record Edit(Span span, String replacement) {}
