package io.rpcidl.value;

/** Makes text that comes from elsewhere safe for one line of a message or a log. */
public final class Printable {

    /** The most characters that are kept of a text. */
    public static final int MAXIMUM_LENGTH = 128;

    private Printable() {}

    /**
     * The text on one line: control characters, line ends, characters that change the direction of writing and lone surrogates
     * become {@code \}{@code u} escapes, and what is beyond {@value #MAXIMUM_LENGTH} characters is cut off.
     */
    public static String text(String text) {
        return text(text, MAXIMUM_LENGTH);
    }

    /** The same, with what is beyond {@code most} characters cut off: for text that is partly our own. */
    public static String text(String text, int most) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), most));
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            int before = line.length();
            append(line, character);
            at += Character.charCount(character);
            boolean last = at == text.length();
            if (line.length() > (last ? most : most - 1)) {
                line.setLength(before);
                return line.append('…').toString();
            }
        }
        return line.toString();
    }

    private static void append(StringBuilder line, int character) {
        if (visible(character)) {
            line.appendCodePoint(character);
        } else {
            for (char unit : Character.toChars(character)) {
                line.append("\\u").append(hexadecimal(unit));
            }
        }
    }

    private static boolean visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static String hexadecimal(int unit) {
        return Integer.toHexString(0x1_0000 | unit).substring(1);
    }
}
