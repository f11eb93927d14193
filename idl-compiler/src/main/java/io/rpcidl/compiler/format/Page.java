package io.rpcidl.compiler.format;

import io.rpcidl.compiler.syntax.Comment;
import io.rpcidl.compiler.syntax.Word;

/**
 * Takes words one after another and sets them with their comments. A comment that followed a word in its line does so
 * again, and one that stood in a line of its own gets one again: so each keeps its neighbour, and documentation what it
 * documents.
 */
final class Page {

    /** How many columns a line has, unless it can't be broken. */
    static final int WIDTH = 100;
    /** How far members stand inside of what they belong to. */
    static final int STEP = 2;
    /** How far a line goes in that goes on with the one before. */
    static final int CONTINUATION = 4;

    private final StringBuilder text = new StringBuilder();
    private String previous = "";

    /** Sets a word behind the one before, unless a comment ends the line between them. */
    void inline(Word word, int indent) {
        for (Comment comment : word.comments()) {
            set(Comments.text(comment), Math.min(1, comment.lineEnds()), indent);
        }
        set(word.text(), word.comments().isEmpty() ? 0 : Math.min(1, word.lineEnds()), indent);
    }

    /** Sets a word in a new line. */
    void line(Word word, Breaks breaks, int indent) {
        line(word, breaks, indent, indent);
    }

    /** Sets a word in a new line, the comments before it with another indent. */
    void line(Word word, Breaks breaks, int indent, int commentIndent) {
        boolean begun = !Comments.hasLineEnd(word);
        if (begun) {
            end(breaks.least(), word.comments().isEmpty() ? indent : commentIndent);
        }
        for (Comment comment : word.comments()) {
            int written = comment.lineEnds();
            int ends = written == 0 ? 0 : breaks.at(begun ? Breaks.Place.INSIDE : Breaks.Place.FIRST, written);
            begun |= written > 0;
            set(Comments.text(comment), ends, commentIndent);
        }
        int written = word.lineEnds();
        int ends = written == 0 ? 0 : breaks.at(begun ? Breaks.Place.LAST : Breaks.Place.FIRST_AND_LAST, written);
        set(word.text(), ends, indent);
    }

    /** Sets the comments behind the last word, and ends. */
    String finish(Word end) {
        for (Comment comment : end.comments()) {
            int written = comment.lineEnds();
            set(Comments.text(comment), written == 0 ? 0 : Breaks.KEPT.at(Breaks.Place.INSIDE, written), 0);
        }
        return text.length() == 0 ? "" : text.append('\n').toString();
    }

    private void set(String part, int lineEnds, int indent) {
        if (lineEnds > 0) {
            end(lineEnds, indent);
        } else if (text.length() > 0 && Spacing.isBetween(previous, part)) {
            text.append(' ');
        }
        text.append(part);
        previous = part;
    }

    /** Ends lines; at the start of the page there is none to end. */
    private void end(int count, int indent) {
        if (text.length() > 0) {
            text.append("\n".repeat(count)).append(" ".repeat(indent));
            previous = "";
        }
    }
}
