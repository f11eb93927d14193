package io.rpcidl.compiler.diagnostic;

import io.rpcidl.compiler.source.LineIndex;
import io.rpcidl.compiler.source.Span;
import java.util.function.UnaryOperator;

/** One line of a source with a span underlined; of a long line only what is near the span. */
final class SourceLine {

    private static final int MAX_WIDTH = 160;
    private static final int CONTEXT = 40;

    private final int number;
    private final String before;
    private final String marked;
    private final String after;
    private final boolean cut;

    SourceLine(LineIndex index, int number, Span span) {
        this.number = number;
        String text = index.text(number);
        int start = Math.min(span.start() - index.start(number), text.length());
        int end = Math.max(start, Math.min(span.end() - index.start(number), text.length()));
        this.cut = text.length() > MAX_WIDTH;
        int from = cut ? Math.max(0, start - CONTEXT) : 0;
        int to = cut ? Math.min(text.length(), from + MAX_WIDTH) : text.length();
        int until = Math.min(end, to);
        this.before = (from == 0 ? "" : "...") + visible(text.substring(from, start));
        this.marked = visible(text.substring(start, until));
        this.after = visible(text.substring(until, to)) + (to == text.length() ? "" : "...");
    }

    /** Whether only a part of the line is shown, which another span of the same line may need another part of. */
    boolean isCut() {
        return cut;
    }

    /** The line behind its number. */
    String text(int margin, Palette palette) {
        String label = Integer.toString(number);
        String frame = " ".repeat(margin - label.length()) + label + " | ";
        return palette.frame(frame) + before + marked + after + "\n";
    }

    /** The marks below the line, with what there is to say about them. */
    String underline(int margin, char mark, String message, Palette palette, UnaryOperator<String> paint) {
        String marks = String.valueOf(mark).repeat(Math.max(1, width(marked)));
        String words = message.isEmpty() ? "" : " " + message;
        String frame = palette.frame(" ".repeat(margin) + " | ");
        return frame + " ".repeat(width(before)) + paint.apply(marks + words) + "\n";
    }

    private static String visible(String text) {
        return Quote.printable(text.replace('\t', ' '));
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
