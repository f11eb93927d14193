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

    private static final Pattern TRAILING_SPACE = Pattern.compile("(?m)(?<! ) ++$");
    private static final Pattern EMPTY_BODY = Pattern.compile("\\{\\n *\\}\\n");
    private static final Pattern SHORT_COMMENT = Pattern.compile("(?m)^( *)/\\*\\*\\n\\1 \\* (.{0,104})\\n\\1 \\*/$");
    private static final Pattern BLANK_BETWEEN_FIELDS =
            Pattern.compile("(?m)^( +)((?:private|static) .*;)\\n\\n(?=\\1(?:private|static) [^\\n({]*(?: = .*)?;$)");
    private static final Pattern BLANK_BETWEEN_CONSTANTS = Pattern.compile(
            "(?m)^( +)([A-Z][A-Z0-9_]*(?:\\(\\d+\\))?,)\\n\\n(?=\\1[A-Z][A-Z0-9_]*(?:\\(\\d+\\))?[,;]?$)");

    private SourceText() {}

    static String tidy(String text) {
        String tidy = TRAILING_SPACE.matcher(text).replaceAll("");
        tidy = EMPTY_BODY.matcher(tidy).replaceAll("{}\n");
        tidy = SHORT_COMMENT.matcher(tidy).replaceAll("$1/** $2 */");
        tidy = BLANK_BETWEEN_FIELDS.matcher(tidy).replaceAll("$1$2\n");
        tidy = BLANK_BETWEEN_CONSTANTS.matcher(tidy).replaceAll("$1$2\n");
        return parameterLists(tidy);
    }

    private static String parameterLists(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder declaration = new StringBuilder();
        for (String line : text.split("\n", -1)) {
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
        return text.chars().map(c -> c == '(' ? 1 : c == ')' ? -1 : 0).sum();
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
                lines.add(margin + rest.substring(start, i + 1));
                start = i + 2;
            }
        }
        lines.add(margin + rest.substring(start));
    }
}
