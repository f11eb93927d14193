package io.rpcidl.simulation.audit;

/** A frame as it was read off a wire, with the beginning of its payload; one object is used again and again. */
final class Frame {
    static final int HELLO = 1;
    static final int CALL = 4;
    static final int ITEM = 5;
    static final int REPLY = 6;
    static final int ERROR = 7;
    static final int CANCEL = 8;
    static final int CREDIT = 9;
    static final int PING = 10;
    static final int DRAIN = 12;

    /** How much of a payload is kept: the fields before the message, and the limits in HELLO. */
    static final int KEPT = 96;

    final byte[] payload = new byte[KEPT];
    int kept;
    int type;
    int length;
    int callId;
    boolean more;
    boolean end;
    /** Where the frame ends in the stream of octets. */
    long endOffset;

    private int at;

    /** Begins to read the payload again. */
    void rewind() {
        at = 0;
    }

    int position() {
        return at;
    }

    /** Whether so many octets are left of what was kept. */
    boolean has(int octets) {
        return at + octets <= kept;
    }

    void skip(int octets) {
        at += octets;
    }

    int u8() {
        return at < kept ? payload[at++] & 0xFF : 0;
    }

    int u16() {
        return u8() | u8() << 8;
    }

    int u32() {
        return u16() | u16() << 16;
    }

    long u64() {
        return (u32() & 0xFFFF_FFFFL) | (long) u32() << 32;
    }

    int varint() {
        int value = 0;
        int octet = 0x80;
        for (int shift = 0; shift < 35 && (octet & 0x80) != 0; shift += 7) {
            octet = u8();
            value |= (octet & 0x7F) << shift;
        }
        return value;
    }

    /** Octets of text, as they are. */
    String text(int longest) {
        int size = Math.min(Math.min(varint(), longest), kept - at);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size; i++) {
            text.append((char) u8());
        }
        return text.toString();
    }
}
