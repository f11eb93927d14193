package io.rpcidl.wire;

/** The strict form of UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF (W-1.4). */
final class Utf8 {

    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    /** So few characters are cheap to write twice. */
    private static final int FEW = 48;

    private Utf8() {}

    /** Whether the octets are text. */
    static boolean valid(byte[] octets, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            while (end - at >= 8 && ((long) LittleEndian.LONG.get(octets, at) & HIGH_BITS) == 0) {
                at += 8;
            }
            if (at == end) {
                return true;
            }
            int size = octets[at] >= 0 ? 1 : sequence(octets, at, end);
            if (size == 0) {
                return false;
            }
            at += size;
        }
        return true;
    }

    /** The length of the sequence of two to four octets that starts here, or 0 when there is no valid one. */
    private static int sequence(byte[] octets, int at, int end) {
        int lead = octets[at] & 0xFF;
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        int size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (end - at < size) {
            return 0;
        }
        int second = octets[at + 1] & 0xFF;
        // The second octet rules out overlong forms, surrogates and what lies above U+10FFFF.
        int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int i = at + 2; i < at + size; i++) {
            if ((octets[i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return size;
    }

    /**
     * Writes a part of the text, without memory of its own.
     *
     * @param target has room for three octets a character
     * @return the position after the last octet, or -1 when the part holds an unpaired surrogate
     */
    static int write(String text, int from, int to, byte[] target, int position) {
        int shift = position - from;
        if (to - from <= FEW) {
            int all = 0;
            // Without a way out, so that the JIT unrolls it; nearly all short text is ASCII.
            for (int i = from; i < to; i++) {
                char unit = text.charAt(i);
                target[shift + i] = (byte) unit;
                all |= unit;
            }
            return all < 0x80 ? shift + to : writeAny(text, from, to, target, position);
        }
        int i = from;
        for (; i < to; i++) {
            char unit = text.charAt(i);
            if (unit >= 0x80) {
                return writeAny(text, i, to, target, shift + i);
            }
            target[shift + i] = (byte) unit;
        }
        return shift + i;
    }

    private static int writeAny(String text, int from, int to, byte[] target, int position) {
        int at = position;
        for (int i = from; i < to; i++) {
            char unit = text.charAt(i);
            if (unit < 0x80) {
                target[at++] = (byte) unit;
            } else if (unit < 0x800) {
                target[at++] = (byte) (0xC0 | (unit >> 6));
                target[at++] = (byte) (0x80 | (unit & 0x3F));
            } else if (!Character.isSurrogate(unit)) {
                target[at++] = (byte) (0xE0 | (unit >> 12));
                target[at++] = (byte) (0x80 | ((unit >> 6) & 0x3F));
                target[at++] = (byte) (0x80 | (unit & 0x3F));
            } else {
                i++;
                if (i == to || !Character.isSurrogatePair(unit, text.charAt(i))) {
                    return -1;
                }
                int character = Character.toCodePoint(unit, text.charAt(i));
                target[at++] = (byte) (0xF0 | (character >> 18));
                target[at++] = (byte) (0x80 | ((character >> 12) & 0x3F));
                target[at++] = (byte) (0x80 | ((character >> 6) & 0x3F));
                target[at++] = (byte) (0x80 | (character & 0x3F));
            }
        }
        return at;
    }
}
