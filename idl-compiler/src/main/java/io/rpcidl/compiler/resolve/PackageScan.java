package io.rpcidl.compiler.resolve;

/**
 * Finds the package of a source without parsing it, also when the source has syntax errors elsewhere: it is needed before
 * the parser runs, because the parser wants to know the path below the root.
 */
final class PackageScan {

    private static final String PACKAGE = "package";

    private final String text;
    private int at;

    PackageScan(String text) {
        this.text = text;
    }

    /** How many segments the package has, or 0 when there is none. */
    int segments() {
        int depth = 0;
        boolean startsStatement = true;
        for (String word = next(); !word.isEmpty(); word = next()) {
            if (startsStatement && word.equals(PACKAGE)) {
                return countNames();
            }
            depth += word.equals("{") ? 1 : word.equals("}") ? -1 : 0;
            startsStatement = depth == 0 && (word.equals(";") || word.equals("}"));
        }
        return 0;
    }

    private int countNames() {
        int names = 0;
        while (isName(next())) {
            names++;
            if (!next().equals(".")) {
                return names;
            }
        }
        return names;
    }

    private static boolean isName(String word) {
        return !word.isEmpty() && isNamePart(word.charAt(0));
    }

    private static boolean isNamePart(char unit) {
        return Character.isLetterOrDigit(unit) || unit == '_';
    }

    /** A name or number, a string, or one character; empty at the end. */
    private String next() {
        skipBlanks();
        int start = at;
        if (at == text.length()) {
            return "";
        }
        if (text.charAt(at) == '"') {
            skipString();
        } else if (isNamePart(text.charAt(at))) {
            while (at < text.length() && isNamePart(text.charAt(at))) {
                at++;
            }
        } else {
            at++;
        }
        return text.substring(start, at);
    }

    private void skipBlanks() {
        while (at < text.length()) {
            if (text.startsWith("//", at)) {
                at = endOfLine();
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else if (text.charAt(at) <= ' ') {
                at++;
            } else {
                return;
            }
        }
    }

    private void skipString() {
        int line = endOfLine();
        at++;
        while (at < line && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, line);
    }

    private int endOfLine() {
        for (int end = at; end < text.length(); end++) {
            if (text.charAt(end) == '\n' || text.charAt(end) == '\r') {
                return end;
            }
        }
        return text.length();
    }
}
