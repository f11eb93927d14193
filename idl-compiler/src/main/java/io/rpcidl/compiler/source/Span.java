package io.rpcidl.compiler.source;

/**
 * A stretch of one source, in UTF-16 units from its start.
 *
 * @param file the source
 * @param start of the first unit
 * @param end behind the last unit
 */
public record Span(SourceFile file, int start, int end) {}
