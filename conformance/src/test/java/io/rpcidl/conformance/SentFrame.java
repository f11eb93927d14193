package io.rpcidl.conformance;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A frame that the tested side has sent, taken apart by the text of wire-spec.md and not by the classes under test. */
record SentFrame(byte[] octets) {

    static final int MORE = 1;
    static final int END = 2;

    private static final int HEADER = 8;
    private static final List<String> TYPES = List.of(
            "0", "HELLO", "BIND", "BOUND", "CALL", "ITEM", "REPLY", "ERROR", "CANCEL", "CREDIT", "PING", "PONG",
            "DRAIN", "QUERY", "ANSWER", "EXT");

    /** The frame at the beginning of what is left, or null when it is not whole. */
    static @Nullable SentFrame first(byte[] octets, int offset) {
        int left = octets.length - offset;
        if (left < HEADER) {
            return null;
        }
        int length = little(octets, offset).getInt() & 0xFF_FFFF;
        return left < HEADER + length
                ? null
                : new SentFrame(Arrays.copyOfRange(octets, offset, offset + HEADER + length));
    }

    String type() {
        int type = octets[3] & 0x1F;
        return type < TYPES.size() ? TYPES.get(type) : String.valueOf(type);
    }

    int flags() {
        return octets[3] >> 5 & 7;
    }

    long call() {
        return Integer.toUnsignedLong(little(octets, 4).getInt());
    }

    /** What stands behind the header. */
    Payload payload() {
        return new Payload(little(octets, HEADER));
    }

    String hex() {
        return HexFormat.ofDelimiter(" ").formatHex(octets, 0, Math.min(octets.length, 80))
                + (octets.length > 80 ? " and so on" : "");
    }

    private static ByteBuffer little(byte[] octets, int offset) {
        return ByteBuffer.wrap(octets, offset, octets.length - offset).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Reads a payload from its beginning. */
    record Payload(ByteBuffer in) {

        int u8() {
            return in.get() & 0xFF;
        }

        int u16() {
            return in.getShort() & 0xFFFF;
        }

        long u32() {
            return Integer.toUnsignedLong(in.getInt());
        }

        long number(int octets) {
            return switch (octets) {
                case 4 -> u32();
                case 8 -> in.getLong();
                default -> throw new AssertionError("a number of " + octets + " octets");
            };
        }

        long varint() {
            long value = 0;
            for (int shift = 0; shift < 35; shift += 7) {
                int octet = u8();
                value |= (octet & 0x7FL) << shift;
                if (octet < 0x80) {
                    return value;
                }
            }
            throw new AssertionError("a varint of more than five octets");
        }

        byte[] take(int count) {
            byte[] taken = new byte[count];
            in.get(taken);
            return taken;
        }

        byte[] rest() {
            return take(in.remaining());
        }

        /** A length, and a text that is UTF-8 and not longer than the limit. */
        String text(int limit) {
            byte[] utf8 = take((int) varint());
            try {
                if (utf8.length > limit) {
                    throw new AssertionError("a text of " + utf8.length + " octets");
                }
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(utf8))
                        .toString();
            } catch (CharacterCodingException e) {
                throw new AssertionError("a text that is not UTF-8", e);
            }
        }

        boolean atEnd() {
            return !in.hasRemaining();
        }
    }
}
