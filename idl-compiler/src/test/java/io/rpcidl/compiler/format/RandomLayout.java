package io.rpcidl.compiler.format;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets words in ways in which nobody would: any white space and any comments between any two words. */
final class RandomLayout {

    /** Words, comments and white space of a source without errors. */
    private static final Pattern PART =
            Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|//[^\r\n]*|/\\*(?s:.*?)\\*/|[A-Za-z0-9_]+|\\s+|\\.\\.|.");

    private static final List<String> COMMENTS = List.of(
            "// line",
            "//",
            "// blanks behind \t ",
            "/// documentation",
            "///",
            "///  of two blanks, and two behind  ",
            "//// a line",
            "/* block */",
            "/**/",
            "/* two \t\n * lines */",
            "/* three \r\n lines\r */",
            "/* a block comment that is so long that hardly anything fits into the line beside it */");

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final int comments;
    private final List<String> lineEnds;

    private RandomLayout(Random random) {
        this.random = random;
        this.comments = List.of(0, 1, 4, 30).get(random.nextInt(4));
        this.lineEnds = List.of(List.of("\n"), List.of("\r\n"), List.of("\r"), List.of("\n", "\r\n", "\r"))
                .get(random.nextInt(4));
    }

    /** A source of these words. */
    static String of(List<String> words, Random random) {
        RandomLayout layout = new RandomLayout(random);
        boolean wide = random.nextBoolean();
        for (String word : words) {
            layout.gap(wide ? 3 : 30);
            layout.separate(word);
            layout.text.append(word);
        }
        layout.gap(2);
        return layout.text.toString();
    }

    /** A source with more between its words than there was; some white space gets lost. */
    static String mutate(String source, Random random) {
        RandomLayout layout = new RandomLayout(random);
        Matcher part = PART.matcher(source);
        while (part.find()) {
            boolean blank = part.group().isBlank();
            if (blank && layout.random.nextInt(8) > 0) {
                layout.text.append(part.group().replace("\n", layout.lineEnd()));
            } else if (!blank) {
                layout.gap(40);
                layout.separate(part.group());
                layout.text.append(part.group());
            }
        }
        return layout.text.toString();
    }

    private void gap(int blanks) {
        while (random.nextInt(blanks) == 0) {
            text.append(random.nextInt(3) == 0 ? lineEnd() : random.nextInt(5) == 0 ? "\t" : " ");
        }
        while (random.nextInt(100) < comments) {
            String comment = COMMENTS.get(random.nextInt(COMMENTS.size()));
            separate(comment);
            text.append(comment);
            if (comment.startsWith("//")) {
                text.append(lineEnd());
            }
            text.append(random.nextInt(4) == 0 ? lineEnd() : "");
        }
    }

    /** Keeps apart what would become one word. */
    private void separate(String next) {
        if (text.length() == 0) {
            return;
        }
        String line = text.substring(Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1);
        if (line.contains("//") && !endsCommentFree(line)) {
            text.append(lineEnd());
            return;
        }
        char left = text.charAt(text.length() - 1);
        char right = next.charAt(0);
        boolean names = isOfName(left) && isOfName(right);
        if (names || (left == '.' && right == '.') || (left == '/' && right == '/')) {
            text.append(' ');
        }
    }

    /** Whether what looks like a comment in the line is none, or has ended: the last part of it is something else. */
    private static boolean endsCommentFree(String line) {
        Matcher part = PART.matcher(line);
        boolean comment = false;
        while (part.find()) {
            comment = part.group().startsWith("//");
        }
        return !comment;
    }

    private String lineEnd() {
        return lineEnds.get(random.nextInt(lineEnds.size()));
    }

    private static boolean isOfName(char unit) {
        return unit == '_' || Character.isLetterOrDigit(unit);
    }
}
