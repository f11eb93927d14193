package io.rpcidl.compiler.source;

/**
 * A stretch of one source, in UTF-16 units from its start.
 *
 * @param file the source
 * @param start of the first unit
 * @param end behind the last unit
 */
public record Span(SourceFile file, int start, int end) {

    /** From the start of this span to the end of another one in the same file. */
    public Span to(Span last) {
        return new Span(file, start, Math.max(end, last.end));
    }

    /** The empty place right behind this span. */
    public Span behind() {
        return new Span(file, end, end);
    }

    /** The stretch of text that the span covers. */
    public String text() {
        return file.text().substring(start, end);
    }
}
