package io.rpcidl.json.dump;

import java.util.HexFormat;

/**
 * Some octets of a message that mean one thing.
 *
 * @param offset of the first of them, from the start of the message
 * @param length how many they are, at least 1
 * @param text what they are, in one line, like {@code int32 7}
 * @param path where they stand, like {@code lines[3].price}; empty for the message itself
 * @param clause of wire-spec.md that says how they are written, like {@code W-2.4}
 * @param redacted whether people must not see the octets; the text says nothing about them then
 */
public record Piece(int offset, int length, String text, String path, String clause, boolean redacted) {

    /** How many octets of a piece a line shows when it shows not all. */
    public static final int SHOWN = 12;

    private static final int HEX_WIDTH = 3 * SHOWN + 1;
    private static final HexFormat SPACED = HexFormat.ofDelimiter(" ");

    /** One line without its end: offset, the first octets, text, path and clause. */
    public String line(byte[] message) {
        return line(message, SHOWN);
    }

    /** The same with all octets of the piece, however many they are. */
    public String wholeLine(byte[] message) {
        return line(message, length);
    }

    private String line(byte[] message, int most) {
        int shown = Math.min(length, most);
        String octets =
                redacted ? "***" : SPACED.formatHex(message, offset, offset + shown) + (shown < length ? " …" : "");
        StringBuilder line = new StringBuilder(offset(offset)).append("  ").append(octets);
        line.append(" ".repeat(Math.max(0, HEX_WIDTH - octets.length())))
                .append("  ")
                .append(text);
        if (!path.isEmpty()) {
            line.append("  ").append(path);
        }
        return line.append("  ").append(clause).toString();
    }

    /** Decimal, as the offsets of problems are; at least four digits. */
    private static String offset(int offset) {
        String digits = Integer.toString(offset);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }
}
