package io.rpcidl.compiler.format;

import io.rpcidl.compiler.syntax.Comment;
import io.rpcidl.compiler.syntax.Word;
import java.util.List;
import java.util.regex.Pattern;

/** The comments before words. */
final class Comments {

    private static final Pattern LINE_END = Pattern.compile("\r\n?|\n");
    private static final Pattern BLANKS_AT_LINE_END = Pattern.compile("[ \t]+(?=\n|\\z)");

    private Comments() {}

    /** As it is set: without blanks at the ends of lines. Documentation keeps them, because in Markdown they mean something. */
    static String text(Comment comment) {
        String text = comment.text();
        return switch (comment.kind()) {
            case DOCUMENTATION -> text;
            case LINE -> withoutBlanks(text);
            case BLOCK -> withoutBlanks(LINE_END.matcher(text).replaceAll("\n"));
        };
    }

    /** Whether a line ends somewhere between the word before and this one, outside of comments. */
    static boolean hasLineEnd(Word word) {
        return word.lineEnds() > 0 || word.comments().stream().anyMatch(comment -> comment.lineEnds() > 0);
    }

    /** Whether comments keep any word but the first from standing in one line with the one before. */
    static boolean breakLines(List<Word> words) {
        return words.stream().skip(1).anyMatch(Comments::breakLine);
    }

    /** Whether comments keep the word from standing in one line with the one before. */
    static boolean breakLine(Word word) {
        boolean several = word.comments().stream().anyMatch(Comments::hasSeveralLines);
        return !word.comments().isEmpty() && (several || hasLineEnd(word));
    }

    private static boolean hasSeveralLines(Comment comment) {
        return comment.endsLine() || LINE_END.matcher(comment.text()).find();
    }

    private static String withoutBlanks(String text) {
        return BLANKS_AT_LINE_END.matcher(text).replaceAll("");
    }
}
