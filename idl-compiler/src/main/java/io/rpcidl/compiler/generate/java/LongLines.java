package io.rpcidl.compiler.generate.java;

import java.util.List;

/**
 * Breaks the lines that came out longer than a person would write them: where they nest least, and there as far to the right
 * as fits; where there is nothing else, behind a bracket. Text without a place to break stays as it is.
 */
final class LongLines {

    /** The longest line, in characters. */
    static final int WIDTH = 120;

    private static final int COMMENT_WIDTH = 116;

    /** A line may break before these. */
    private static final List<String> OPERATORS =
            List.of(" ? ", " : ", " + ", " instanceof ", " extends ", " implements ", " throws ");

    /** A line may break after these, and after a comma. */
    private static final List<String> ARROWS = List.of(" = ", " -> ");

    private LongLines() {}

    /** Adds the line, in as many pieces as it takes. */
    static void add(String line, List<String> lines) {
        String text = line.stripLeading();
        boolean fixed = text.startsWith("import ") || text.startsWith("package ") || text.startsWith("//");
        if (line.length() <= WIDTH || fixed) {
            lines.add(line);
            return;
        }
        boolean comment = text.startsWith("* ");
        String margin = " ".repeat(line.length() - text.length());
        margin += comment ? "* " : " ".repeat(Layout.CONTINUATION);
        String rest = line;
        while (rest.length() > WIDTH) {
            int at = comment ? rest.lastIndexOf(' ', COMMENT_WIDTH) : place(rest);
            if (at < margin.length()) {
                break;
            }
            lines.add(rest.substring(0, at).stripTrailing());
            margin += rest.charAt(at - 1) == '(' ? " ".repeat(Layout.CONTINUATION) : "";
            rest = margin + rest.substring(at).strip();
        }
        lines.add(rest);
    }

    /** Where a line of code breaks; -1 where there is no such place. */
    private static int place(String line) {
        int best = -1;
        int bracket = -1;
        int least = Integer.MAX_VALUE;
        int depth = 0;
        for (int i = 0; i < line.length() && i <= WIDTH; i++) {
            char c = line.charAt(i);
            if (c == '"' || c == '\'') {
                i = endOfLiteral(line, i);
            } else if (opens(line, i)) {
                bracket = bracket < 0 && c == '(' ? i + 1 : bracket;
                depth++;
            } else if (closes(line, i)) {
                depth--;
            } else if (c == ' ' && depth <= least && !line.substring(0, i).isBlank() && breaks(line, i)) {
                best = i;
                least = depth;
            }
        }
        return best < 0 ? bracket : best;
    }

    private static boolean breaks(String line, int space) {
        return line.charAt(space - 1) == ','
                || OPERATORS.stream().anyMatch(operator -> line.startsWith(operator, space))
                || ARROWS.stream().anyMatch(arrow -> line.startsWith(arrow, space - arrow.length() + 1));
    }

    private static int endOfLiteral(String line, int quote) {
        int i = quote + 1;
        while (i < line.length() && line.charAt(i) != line.charAt(quote)) {
            i += line.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }

    private static boolean opens(String line, int at) {
        char c = line.charAt(at);
        return c == '(' || (c == '<' && line.charAt(at + 1) != ' ');
    }

    private static boolean closes(String line, int at) {
        char c = line.charAt(at);
        return c == ')' || (c == '>' && line.charAt(at - 1) != ' ' && line.charAt(at - 1) != '-');
    }
}
