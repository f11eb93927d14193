package io.rpcidl.compiler.format;

import io.rpcidl.compiler.syntax.Comment;
import io.rpcidl.compiler.syntax.Word;
import java.util.List;
import java.util.Set;

/** The blanks between words of one line, and how wide they are together. */
final class Spacing {

    private static final Set<String> NONE_BEFORE = Set.of(";", ",", ":", ")", "]", ">", "(", "<", "?", ".", "..");
    private static final Set<String> NONE_BEHIND = Set.of("(", "[", "<", "@", ".", "..", "-");

    private Spacing() {}

    /**
     * Whether a blank stands between two parts of a line.
     *
     * @param left a word, a comment, or nothing at the start of a line
     * @param right a word or a comment
     */
    static boolean isBetween(String left, String right) {
        boolean emptyBody = left.equals("{") && right.equals("}");
        return !left.isEmpty() && !emptyBody && !NONE_BEHIND.contains(left) && !NONE_BEFORE.contains(right);
    }

    /** Whether the words fit into one line; the comments before the first one are not counted. */
    static boolean fits(int indent, List<Word> words) {
        int width = indent;
        String previous = "";
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            for (Comment comment : i == 0 ? List.<Comment>of() : word.comments()) {
                String text = Comments.text(comment);
                width += width(previous, text);
                previous = text;
            }
            width += width(previous, word.text());
            previous = word.text();
        }
        return width <= Page.WIDTH;
    }

    private static int width(String left, String right) {
        return right.codePointCount(0, right.length()) + (isBetween(left, right) ? 1 : 0);
    }
}
