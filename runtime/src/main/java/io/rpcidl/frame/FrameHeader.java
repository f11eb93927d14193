package io.rpcidl.frame;

import org.jspecify.annotations.Nullable;

/**
 * The eight bytes before each payload as one little-endian word (W-4.1): payload length in bits 0 to 23, type in 24 to
 * 28, MORE 29, END 30, 31 reserved, call id in 32 to 63.
 */
public final class FrameHeader {

    /** Bytes of a header. */
    public static final int BYTES = 8;
    /** The longest payload that 24 bits can state. */
    public static final int LONGEST_PAYLOAD = (1 << 24) - 1;
    /** The message goes on in an ITEM frame. */
    public static final int MORE = 1 << 29;
    /** The sender's last frame of this call. */
    public static final int END = 1 << 30;

    private static final int FLAGS = MORE | END;
    private static final int RESERVED = 1 << 31;

    private FrameHeader() {}

    /** Puts a header together; flags are {@link #MORE}, {@link #END} or 0. */
    public static long word(int length, FrameType type, int flags, int callId) {
        return length | type.code() << 24 | flags | (long) callId << 32;
    }

    /** Bytes of payload that follow. */
    public static int length(long word) {
        return (int) word & LONGEST_PAYLOAD;
    }

    /** The type, or null when its code is none. */
    public static @Nullable FrameType type(long word) {
        return FrameType.of((int) word >>> 24 & 0x1F);
    }

    /** The flags MORE and END as they stand in the word. */
    public static int flags(long word) {
        return (int) word & FLAGS;
    }

    /** The call id, an unsigned number in an int; 0 is the connection itself. */
    public static int callId(long word) {
        return (int) (word >>> 32);
    }

    /**
     * Checks all that a header says by itself, so that nothing is buffered for a payload that would be refused.
     *
     * @param limit the largest payload that this end has announced
     * @return the type
     * @throws ProtocolViolation by W-4.1 to W-4.4
     */
    static FrameType check(long word, int limit) {
        if (((int) word & RESERVED) != 0) {
            throw new ProtocolViolation(Clauses.RESERVED_BIT, "the reserved header bit is set");
        }
        FrameType type = type(word);
        if (type == null || type == FrameType.QUERY || type == FrameType.ANSWER) {
            throw new ProtocolViolation(
                    Clauses.FRAME_TYPE, "frame type " + ((int) word >>> 24 & 0x1F) + " is not in use");
        }
        int longest = Math.min(limit, type.longestPayload());
        if (length(word) > longest) {
            throw new ProtocolViolation(
                    Clauses.FRAME_LENGTH, type + " with " + length(word) + " bytes, the largest is " + longest);
        }
        if (flags(word) != 0 && !type.allowsFlags()) {
            throw new ProtocolViolation(Clauses.FRAME_FLAGS, type + " carries MORE or END");
        }
        if (flags(word) == FLAGS) {
            throw new ProtocolViolation(Clauses.FRAME_FLAGS, type + " carries both MORE and END");
        }
        if (!type.allowsCallId(callId(word))) {
            throw new ProtocolViolation(
                    Clauses.CALL_ID_ZERO, type + " with call id " + Integer.toUnsignedString(callId(word)));
        }
        return type;
    }
}
