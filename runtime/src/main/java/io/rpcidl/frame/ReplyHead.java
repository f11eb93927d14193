package io.rpcidl.frame;

import org.jspecify.annotations.Nullable;

/** The head of a REPLY before its body (W-6.8); one object is read into again and again. */
public final class ReplyHead {

    private static final int METADATA = 1;

    private int queueMicros;
    private int handlerMicros;
    private int totalLength;
    private byte @Nullable [] metadata;

    /** Reads the head; the body begins where the reader stands. */
    public void read(PayloadReader in, int frameFlags) {
        queueMicros = in.u32();
        handlerMicros = in.u32();
        int flags = in.u8();
        if ((flags & ~METADATA) != 0) {
            throw new ProtocolViolation(Clauses.REPLY, "REPLY with the reserved flags " + (flags & ~METADATA));
        }
        metadata = flags == METADATA ? in.sized(CallHead.LONGEST_METADATA) : null;
        totalLength = frameFlags == FrameHeader.MORE ? in.u32() : in.remaining();
    }

    /** Writes the head after {@link FrameWriter#begin}; both times are unsigned. */
    public static void write(OutputBuffer out, int queueMicros, int handlerMicros, byte @Nullable [] metadata) {
        out.u32(queueMicros);
        out.u32(handlerMicros);
        out.u8(metadata == null ? 0 : METADATA);
        if (metadata != null) {
            out.sized(metadata);
        }
    }

    /** The metadata as it came, or null. */
    public byte @Nullable [] metadata() {
        return metadata;
    }

    /** How long the call waited at the server, unsigned. */
    public int queueMicros() {
        return queueMicros;
    }

    /** How long its handler ran, unsigned. */
    public int handlerMicros() {
        return handlerMicros;
    }

    /** Bytes of the body in all frames, unsigned. */
    public int totalLength() {
        return totalLength;
    }
}
