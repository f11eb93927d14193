package io.rpcidl.compiler.generate.java;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Gives what JavaPoet writes the form in which people write it: short comments on one line, no blank lines between
 * constants, parameter lists on one line or one to a line.
 *
 * <p>It looks at lines only, which is safe because no literal and no comment holds a line break of its own, and lines of
 * comments start with a star.
 */
final class SourceText {

    /** The longest comment that stands on one line, in characters. */
    private static final int COMMENT = 104;

    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*(?:\\(\\d+\\))?");

    private final List<String> lines = new ArrayList<>();

    private SourceText() {}

    /** One pass over the lines: large schemas become millions of them. */
    static String tidy(String text) {
        SourceText tidy = new SourceText();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            tidy.add(withoutTrailingSpace(text, start, end));
            start = end + 1;
        }
        tidy.add(withoutTrailingSpace(text, start, text.length()));
        return parameterLists(tidy.lines);
    }

    private static String withoutTrailingSpace(String text, int start, int end) {
        int last = end;
        while (last > start && text.charAt(last - 1) == ' ') {
            last--;
        }
        return text.substring(start, last);
    }

    private void add(String line) {
        int margin = margin(line);
        int last = lines.size() - 1;
        if (last >= 0
                && line.length() == margin + 1
                && line.endsWith("}")
                && lines.get(last).endsWith("{")) {
            lines.set(last, lines.get(last) + "}");
        } else if (last >= 1 && line.startsWith("*/", margin) && isShortComment(line, margin, last)) {
            String words = lines.remove(last).substring(margin + "* ".length());
            lines.set(last - 1, lines.get(last - 1) + " " + words + " */");
        } else {
            if (last >= 1 && lines.get(last).isEmpty() && together(lines.get(last - 1), line, margin)) {
                lines.remove(last);
            }
            lines.add(line);
        }
    }

    /** Whether the line closes a comment of one line, which is not too long. */
    private boolean isShortComment(String line, int margin, int last) {
        String opening = lines.get(last - 1);
        String words = lines.get(last);
        return line.length() == margin + "*/".length()
                && margin > 0
                && margin(opening) == margin - 1
                && opening.length() == margin - 1 + "/**".length()
                && opening.endsWith("/**")
                && margin(words) == margin
                && words.startsWith("* ", margin)
                && words.codePointCount(margin + "* ".length(), words.length()) <= COMMENT;
    }

    /** Whether no blank line is wanted between two lines. */
    private static boolean together(String before, String line, int margin) {
        if (margin == 0 || margin(before) != margin) {
            return false;
        }
        if (isField(before, margin) && isField(line, margin)) {
            int value = line.indexOf(" = ");
            int bracket = firstBracket(line);
            return bracket < 0 || (value >= 0 && value < bracket);
        }
        return before.endsWith(",")
                && CONSTANT.matcher(before).region(margin, before.length() - 1).matches()
                && CONSTANT.matcher(line)
                        .region(margin, line.length() - (line.endsWith(",") || line.endsWith(";") ? 1 : 0))
                        .matches();
    }

    private static boolean isField(String line, int margin) {
        return line.endsWith(";") && (line.startsWith("private ", margin) || line.startsWith("static ", margin));
    }

    private static int firstBracket(String line) {
        int round = line.indexOf('(');
        int curly = line.indexOf('{');
        return round < 0 ? curly : curly < 0 ? round : Math.min(round, curly);
    }

    private static int margin(String line) {
        int margin = 0;
        while (margin < line.length() && line.charAt(margin) == ' ') {
            margin++;
        }
        return margin;
    }

    private static String parameterLists(List<String> tidy) {
        List<String> lines = new ArrayList<>(tidy.size());
        StringBuilder declaration = new StringBuilder();
        for (String line : tidy) {
            if (!declaration.isEmpty()) {
                declaration.append(' ').append(line.strip());
            } else if (line.endsWith(",") && !line.strip().startsWith("*") && balance(line) > 0) {
                declaration.append(line);
            } else {
                LongLines.add(line, lines);
            }
            if (!declaration.isEmpty() && balance(declaration) == 0) {
                addDeclaration(declaration.toString(), lines);
                declaration.setLength(0);
            }
        }
        return String.join("\n", lines);
    }

    private static int balance(CharSequence text) {
        int balance = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            balance += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return balance;
    }

    private static void addDeclaration(String declaration, List<String> lines) {
        if (declaration.length() <= LongLines.WIDTH) {
            lines.add(declaration);
            return;
        }
        int open = declaration.indexOf('(');
        int indent = declaration.length() - declaration.stripLeading().length();
        String margin = " ".repeat(indent + Layout.CONTINUATION);
        lines.add(declaration.substring(0, open + 1));
        String rest = declaration.substring(open + 1);
        if (margin.length() + rest.length() <= LongLines.WIDTH) {
            lines.add(margin + rest);
            return;
        }
        int depth = 0;
        int start = 0;
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            depth += c == '<' || c == '(' ? 1 : c == '>' || c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                LongLines.add(margin + rest.substring(start, i + 1), lines);
                start = i + 2;
            }
        }
        LongLines.add(margin + rest.substring(start), lines);
    }
}
