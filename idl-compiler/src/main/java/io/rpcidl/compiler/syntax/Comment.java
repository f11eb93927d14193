package io.rpcidl.compiler.syntax;

/**
 * A comment as it was written.
 *
 * @param kind how it starts
 * @param text all of it, without the end of its line
 * @param lineEnds how many lines end between it and what stands before it: 0 in the same line, 2 or more behind a blank line
 */
public record Comment(Kind kind, String text, int lineEnds) {

    /** How a comment starts, which says where it ends. */
    public enum Kind {
        /** {@code //}, up to the end of the line. */
        LINE,
        /** {@code ///}, up to the end of the line; documents what follows. */
        DOCUMENTATION,
        /** From {@code /*}, possibly over several lines. */
        BLOCK
    }

    /** Whether nothing else can follow in the same line. */
    public boolean endsLine() {
        return kind != Kind.BLOCK;
    }
}
