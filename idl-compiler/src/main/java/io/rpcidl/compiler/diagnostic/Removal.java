package io.rpcidl.compiler.diagnostic;

import io.rpcidl.compiler.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * How much text goes with something that is taken away. Nothing but blanks may stand between it and the word or mark that
 * goes too; where a comment does, it is left to the user.
 */
public final class Removal {

    private Removal() {}

    /** One of a list with commas, or the whole statement from its first word to the semicolon for the only one; or null. */
    public static @Nullable Span ofItem(Span item, String statement) {
        String text = item.file().text();
        int before = skipBack(text, item.start());
        int after = skip(text, item.end());
        if (after < text.length() && text.charAt(after) == ',') {
            return new Span(item.file(), item.start(), skip(text, after + 1));
        }
        if (before > 0 && text.charAt(before - 1) == ',') {
            return new Span(item.file(), before - 1, item.end());
        }
        boolean only = after < text.length()
                && text.charAt(after) == ';'
                && text.startsWith(statement, before - statement.length());
        return only ? wholeLine(new Span(item.file(), before - statement.length(), after + 1)) : null;
    }

    /** With the blanks behind it: something before which the same statement has begun. */
    public static Span withBlanksBehind(Span span) {
        return new Span(span.file(), span.start(), skip(span.file().text(), span.end()));
    }

    /** With the mark that stands before it, and the blanks before that; null when something else stands there. */
    public static @Nullable Span withMarkBefore(Span span, char mark) {
        String text = span.file().text();
        int start = skipBack(text, span.start()) - 1;
        if (start < 0 || text.charAt(start) != mark) {
            return null;
        }
        while (start > 0 && isBlank(text.charAt(start - 1))) {
            start--; // but no line end: a comment may stand before it
        }
        return new Span(span.file(), start, span.end());
    }

    /** With the mark that stands behind it, and the blanks behind that; null when something else stands there. */
    public static @Nullable Span withMarkBehind(Span span, char mark) {
        String text = span.file().text();
        int after = skip(text, span.end());
        return after < text.length() && text.charAt(after) == mark
                ? new Span(span.file(), span.start(), skip(text, after + 1))
                : null;
    }

    /** With the rest of its line, when there is nothing else in it; else with the blanks before it. */
    public static Span wholeLine(Span span) {
        String text = span.file().text();
        int start = span.start();
        while (start > 0 && isBlank(text.charAt(start - 1))) {
            start--;
        }
        int end = span.end();
        while (end < text.length() && isBlank(text.charAt(end))) {
            end++;
        }
        boolean starts = start == 0 || isLineEnd(text.charAt(start - 1));
        boolean ends = end == text.length() || isLineEnd(text.charAt(end));
        if (!starts || !ends) {
            return new Span(span.file(), starts ? span.start() : start, span.end());
        }
        if (text.startsWith("\r\n", end)) {
            end++;
        }
        return new Span(span.file(), start, Math.min(end + 1, text.length()));
    }

    private static int skip(String text, int from) {
        int at = from;
        while (at < text.length() && (isBlank(text.charAt(at)) || isLineEnd(text.charAt(at)))) {
            at++;
        }
        return at;
    }

    private static int skipBack(String text, int from) {
        int at = from;
        while (at > 0 && (isBlank(text.charAt(at - 1)) || isLineEnd(text.charAt(at - 1)))) {
            at--;
        }
        return at;
    }

    private static boolean isBlank(char unit) {
        return unit == ' ' || unit == '\t';
    }

    private static boolean isLineEnd(char unit) {
        return unit == '\n' || unit == '\r';
    }
}
