package io.rpcidl.compiler.generate.java;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The part of Markdown that documentation comments use, as Javadoc's HTML. */
final class Markdown {

    private static final Pattern LINE_END = Pattern.compile("\\R");

    private Markdown() {}

    /** The paragraphs and lists, in order, every character that means something to javac or to javadoc replaced. */
    static List<String> paragraphs(String markdown) {
        List<String> paragraphs = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        boolean list = false;
        for (String line : LINE_END.split(markdown, -1)) {
            String text = line.strip();
            boolean item = text.startsWith("- ") || text.startsWith("* ");
            if (text.isEmpty() || (item && !list)) {
                close(lines, list, paragraphs);
            }
            if (!text.isEmpty()) {
                list = item || (list && !lines.isEmpty());
                lines.add(item ? "<li>" + spans(text.substring(2).strip()) : spans(text));
            }
        }
        close(lines, list, paragraphs);
        return paragraphs;
    }

    private static void close(List<String> lines, boolean list, List<String> paragraphs) {
        if (!lines.isEmpty()) {
            String text = String.join("\n", lines);
            paragraphs.add(list ? "<ul>\n" + text + "\n</ul>" : text);
            lines.clear();
        }
    }

    /** One line with its code spans. */
    private static String spans(String line) {
        StringBuilder html = new StringBuilder();
        int start = 0;
        int open = line.indexOf('`');
        int close = line.indexOf('`', open + 1);
        while (open >= 0 && close > open + 1) {
            html.append(text(line.substring(start, open)))
                    .append("<code>")
                    .append(text(line.substring(open + 1, close)))
                    .append("</code>");
            start = close + 1;
            open = line.indexOf('`', start);
            close = line.indexOf('`', open + 1);
        }
        return html.append(text(line.substring(start))).toString();
    }

    /** Plain text. */
    static String text(String text) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            switch (point) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '@', '\\' -> html.append("&#").append(point).append(';');
                case '/' -> html.append(i > 0 && text.charAt(i - 1) == '*' ? "&#47;" : "/");
                default -> {
                    if (printable(point)) {
                        html.appendCodePoint(point);
                    } else {
                        html.append("&#").append(point).append(';');
                    }
                }
            }
            i += Character.charCount(point);
        }
        return html.toString();
    }

    /**
     * Whether it stands for itself in a source file: no control, no lone surrogate, nothing invisible or that turns text
     * around. The ranges are written out because what the JDK says of a character depends on the JDK.
     */
    private static boolean printable(int point) {
        boolean control = point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0xAD;
        boolean invisible = point == 0x61C
                || point == 0x180E
                || (point >= 0x200B && point <= 0x200F)
                || (point >= 0x2028 && point <= 0x202E)
                || (point >= 0x2060 && point <= 0x206F)
                || (point >= 0xFFF0 && point <= 0xFFFF)
                || point == 0xFEFF
                || point >= 0xE0000;
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return !control && !invisible && !surrogate;
    }
}
