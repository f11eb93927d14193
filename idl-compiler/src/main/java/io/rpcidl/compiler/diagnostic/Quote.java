package io.rpcidl.compiler.diagnostic;

/** Text from outside on its way into a message: made visible and cut, so that it can't forge lines of a log. */
public final class Quote {

    /** The longest text that a message repeats, in UTF-16 units. */
    public static final int MAX_LENGTH = 128;

    private Quote() {}

    /** The text between backquotes. */
    public static String of(String text) {
        return "`" + printable(cut(text)) + "`";
    }

    /** The text with control, format (also bidirectional) and unpaired surrogate characters spelled as {@code \\u{...}}. */
    public static String printable(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            if (isVisible(codePoint)) {
                visible.appendCodePoint(codePoint);
            } else {
                visible.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
            }
        });
        return visible.toString();
    }

    private static String cut(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1));
        return text.substring(0, splits ? MAX_LENGTH - 1 : MAX_LENGTH) + "...";
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
