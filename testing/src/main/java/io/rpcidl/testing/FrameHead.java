package io.rpcidl.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What faults need to know of a frame: its header, and of CALL and BIND the beginning of the payload too. */
final class FrameHead {
    static final int HEADER = 8;

    static final int BIND = 2;
    static final int CALL = 4;
    static final int ITEM = 5;
    static final int REPLY = 6;
    static final int ERROR = 7;
    static final int DRAIN = 12;

    private static final int MORE = 1 << 29;
    private static final int END = 1 << 30;
    private static final int ONEWAY = 8;
    /** Remaining time, flags, service and method. */
    private static final int CALL_HEAD = 4 + 1 + 3 + 5;

    private static final int HASH = 16;
    private static final int LONGEST_BIND = 3 + HASH + 2 + 255;

    /** The most octets of a frame that are needed here. */
    static final int LONGEST = HEADER + LONGEST_BIND;

    private final ByteBuffer bytes;
    private final int word;

    /** The frame that begins with these octets. */
    FrameHead(byte[] octets) {
        bytes = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
        word = bytes.getInt(0);
    }

    /** How many octets are needed, when the header is there. */
    int needed() {
        int wanted = type() == CALL ? CALL_HEAD : type() == BIND ? LONGEST_BIND : 0;
        return HEADER + Math.min(length(), wanted);
    }

    int length() {
        return word & 0xFF_FFFF;
    }

    int type() {
        return word >>> 24 & 0x1F;
    }

    boolean more() {
        return (word & MORE) != 0;
    }

    boolean end() {
        return (word & END) != 0;
    }

    /** Odd for the calls of clients, 0 for the connection. */
    int callId() {
        return bytes.getInt(4);
    }

    boolean ofClientsCall() {
        return (callId() & 1) == 1;
    }

    /** Whether a CALL gets no answer. */
    boolean oneway() {
        return length() > 4 && (bytes.get(HEADER + 4) & ONEWAY) != 0;
    }

    /** The index of the service that a CALL goes to. */
    int service() {
        bytes.position(HEADER + 5);
        return varint();
    }

    /** The number of the method that a CALL calls. */
    int method() {
        bytes.position(HEADER + 5);
        varint();
        return varint();
    }

    /** The index that a BIND gives. */
    int boundIndex() {
        bytes.position(HEADER);
        return varint();
    }

    /** The name of the service that a BIND names. */
    String boundName() {
        bytes.position(HEADER);
        varint();
        bytes.position(bytes.position() + HASH);
        byte[] name = new byte[varint()];
        bytes.get(name);
        return new String(name, StandardCharsets.UTF_8);
    }

    private int varint() {
        int value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            byte octet = bytes.get();
            value |= (octet & 0x7F) << shift;
            if (octet >= 0) {
                break;
            }
        }
        return value;
    }

    /** A DRAIN with GOING_AWAY, whole. */
    static byte[] drain(int lastAccepted, String text) {
        byte[] words = text.getBytes(StandardCharsets.US_ASCII);
        int length = 4 + 1 + 4 + 1 + words.length;
        return ByteBuffer.allocate(HEADER + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length | DRAIN << 24)
                .putInt(0)
                .putInt(lastAccepted)
                .put((byte) 0)
                .putInt(0)
                .put((byte) words.length)
                .put(words)
                .array();
    }
}
