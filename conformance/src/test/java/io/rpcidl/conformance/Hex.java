package io.rpcidl.conformance;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Octets as hexadecimal text, written down from the clauses of wire-spec.md. */
final class Hex {

    static final int BOOL = 1;
    static final int INT8 = 2;
    static final int INT16 = 3;
    static final int INT32 = 4;
    static final int INT64 = 5;
    static final int F32 = 6;
    static final int F64 = 7;
    static final int TIME = 8;
    static final int UUID = 9;
    static final int ENUM = 10;
    static final int STRING = 11;
    static final int BYTES = 12;
    static final int STRUCT = 13;
    static final int LIST = 14;
    static final int MAP = 15;

    private static final int LARGEST_SHORT_DISTANCE = 15;

    private Hex() {}

    /** How many octets the text stands for. */
    static int size(String hex) {
        return hex.length() / 2;
    }

    /** A number of so many octets, the lowest first (W-1.2). */
    static String number(int octets, long value) {
        return number(octets, BigInteger.valueOf(value));
    }

    /** The same for any number; what does not fit is cut off at the top. */
    static String number(int octets, BigInteger value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < octets; i++) {
            text.append(String.format("%02x", value.shiftRight(8 * i).intValue() & 0xFF));
        }
        return text.toString();
    }

    /** W-1.3. */
    static String varint(long value) {
        StringBuilder text = new StringBuilder();
        long rest = value;
        while (rest > 0x7F) {
            text.append(String.format("%02x", (rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        return text.append(String.format("%02x", rest)).toString();
    }

    /** A length, then so many octets (W-2.9, W-2.10). */
    static String sized(String octets) {
        return varint(size(octets)) + octets;
    }

    /** A string with its length (W-2.9). */
    static String text(String text) {
        return sized(utf8(text));
    }

    static String utf8(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Seconds and nanoseconds (W-2.6). */
    static String time(long seconds, long nanos) {
        return number(8, seconds) + number(4, nanos);
    }

    /** A decimal whose unscaled number is given as it stands there (W-2.11). */
    static String decimal(int scale, String unscaled) {
        return sized(number(2, scale) + unscaled);
    }

    /** One entry of a shape (W-3.3). */
    static String entry(int distance, int kind) {
        return distance <= LARGEST_SHORT_DISTANCE
                ? String.format("%x%x", distance, kind)
                : String.format("0%x", kind) + varint(distance);
    }

    /** A shape of these entries (W-3.2). */
    static String shape(String... entries) {
        return sized(String.join("", entries));
    }

    /** An octet with a kind in its lower four bits. */
    static String kind(int kind) {
        return String.format("%02x", kind);
    }
}
