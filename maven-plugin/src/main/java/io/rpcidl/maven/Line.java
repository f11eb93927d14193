package io.rpcidl.maven;

/** Text on one line of a file. */
final class Line {

    private Line() {}

    static String escape(String text) {
        if (text.indexOf('\\') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            return text;
        }
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    static String unescape(String line) {
        if (line.indexOf('\\') < 0) {
            return line;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean escaped = c == '\\' && i + 1 < line.length();
            text.append(escaped ? unescaped(line.charAt(++i)) : c);
        }
        return text.toString();
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> c;
        };
    }

    /** What stands before the first separator, which has to be there. */
    static String before(String line, char separator) {
        return line.substring(0, position(line, separator));
    }

    /** What stands behind the first separator, which has to be there. */
    static String after(String line, char separator) {
        return line.substring(position(line, separator) + 1);
    }

    private static int position(String line, char separator) {
        int position = line.indexOf(separator);
        if (position < 0) {
            throw new IllegalArgumentException("no " + separator + " in " + line);
        }
        return position;
    }
}
