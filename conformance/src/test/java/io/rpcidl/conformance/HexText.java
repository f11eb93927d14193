package io.rpcidl.conformance;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The octets of transcripts as text: digits and spaces, {@code <00 x 100>} repeated, {@code <u32 1+2i>} counted. */
final class HexText {

    private static final Pattern TOKEN = Pattern.compile("(?<digits>[0-9a-f]{2})|<(?<run>[0-9a-f ]+) x (?<times>\\d+)>"
            + "|<(?<kind>u8|u16|u32|u64|varint) (?<from>\\d+)\\+(?<step>\\d+)i>|(?<space> +)");

    private HexText() {}

    /** The octets in the round {@code i} of the repetition that the text stands in, 0 outside of one. */
    static byte[] octets(String text, long i) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (token.find() && token.start() == end) {
            end = token.end();
            if (token.group("digits") != null) {
                write(out, token.group("digits"), 1);
            } else if (token.group("run") != null) {
                write(out, token.group("run").replace(" ", ""), Integer.parseInt(token.group("times")));
            } else if (token.group("kind") != null) {
                long value = Long.parseLong(token.group("from")) + i * Long.parseLong(token.group("step"));
                write(out, counted(token.group("kind"), value), 1);
            }
        }
        if (end != text.length()) {
            throw new IllegalArgumentException("no octets: '" + text.substring(end) + "'");
        }
        return out.toByteArray();
    }

    private static String counted(String kind, long value) {
        return kind.equals("varint") ? Hex.varint(value) : Hex.number(Integer.parseInt(kind.substring(1)) / 8, value);
    }

    private static void write(ByteArrayOutputStream out, String digits, int times) {
        byte[] octets = HexFormat.of().parseHex(digits);
        for (int i = 0; i < times; i++) {
            out.writeBytes(octets);
        }
    }
}
