package io.rpcidl.compiler.lock;

/** Texts between quotes, on one line and in visible characters of ASCII, so that no editor or merge changes them. */
final class Quoted {

    private Quoted() {}

    static String of(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '"' || unit == '\\') {
                quoted.append('\\').append(unit);
            } else if (unit >= ' ' && unit < 0x7F) {
                quoted.append(unit);
            } else {
                quoted.append("\\u").append(Integer.toHexString(unit)).append(';');
            }
        }
        return quoted.append('"').toString();
    }

    /**
     * Reads a text with its quotes.
     *
     * @throws IllegalArgumentException if it is not written as {@link #of} writes it
     */
    static String parse(String quoted) {
        StringBuilder text = new StringBuilder();
        int at = 1;
        while (at < quoted.length() - 1) {
            char unit = quoted.charAt(at++);
            if (unit != '\\') {
                text.append(unit);
            } else if (quoted.charAt(at) == 'u') {
                int end = quoted.indexOf(';', at);
                if (end < 0 || end - at > 5) {
                    throw new IllegalArgumentException("a text has a `\\u` without its `;`");
                }
                text.append((char) Integer.parseInt(quoted.substring(at + 1, end), 16));
                at = end + 1;
            } else {
                text.append(quoted.charAt(at++));
            }
        }
        if (!of(text.toString()).equals(quoted)) {
            throw new IllegalArgumentException("a text is not between quotes");
        }
        return text.toString();
    }

    /** Where the quoted text that starts at a place ends, behind its last quote; -1 when it has none. */
    static int end(String line, int start) {
        for (int i = start + 1; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == '"') {
                return i + 1;
            }
        }
        return -1;
    }
}
