package io.rpcidl.schema;

import io.rpcidl.value.Printable;

/** What names in descriptors look like. */
final class Names {

    /** Characters of a name or of a part of one. */
    private static final int LONGEST = 128;

    private Names() {}

    /** Whether the text is a name: a letter, then letters, digits and {@code _}. */
    static boolean isSimple(String text) {
        return isSimple(text, 0, text.length());
    }

    /** Whether the text is one name or several with dots between them. */
    static boolean isDotted(String text) {
        int start = 0;
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', start)) {
            if (!isSimple(text, start, dot)) {
                return false;
            }
            start = dot + 1;
        }
        return isSimple(text, start, text.length());
    }

    /** Whether the text names a package and something in it. */
    static boolean isQualified(String text) {
        return text.indexOf('.') > 0 && isDotted(text);
    }

    /** Whether the character may stand in the full name of a definition. */
    static boolean isPart(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '.';
    }

    /** The text in quotes, fit for a message whatever it holds. */
    static String quoted(String text) {
        return "'" + Printable.text(text) + "'";
    }

    private static boolean isSimple(String text, int start, int end) {
        if (start >= end || end - start > LONGEST || !isLetter(text.charAt(start))) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '.' || !isPart(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
