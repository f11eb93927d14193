package io.rpcidl.frame;

import java.util.Arrays;

/**
 * Appends whole frames: begin, the payload, finish, which patches the header in. A large part of a payload may be lent, and is
 * then not copied here.
 */
public final class FrameWriter {

    /** What is shorter is copied: a part costs more than so many octets. */
    private static final int LENT_FROM = 8 << 10;

    private static final int FIRST = 4;

    private final OutputBuffer buffer = new OutputBuffer();
    private int start;
    private FrameType type = FrameType.HELLO;
    private int callId;
    /** What was lent, and where in the buffer it belongs. */
    private Part[] parts = new Part[FIRST];

    private int partCount;
    private int lent;
    private int lentBefore;

    /** Takes what was written, piece by piece. */
    @FunctionalInterface
    public interface Sink {
        /** Takes a piece; it is valid during the call only. */
        void write(byte[] bytes, int offset, int length);
    }

    private static final class Part {
        private final int at;
        private final byte[] bytes;
        private final int offset;
        private final int length;

        Part(int at, byte[] bytes, int offset, int length) {
            this.at = at;
            this.bytes = bytes;
            this.offset = offset;
            this.length = length;
        }
    }

    /** Where the payload goes between {@link #begin} and {@link #finish}. */
    public OutputBuffer buffer() {
        return buffer;
    }

    /** Begins a frame. */
    public void begin(FrameType frameType, int id) {
        start = buffer.length();
        lentBefore = lent;
        type = frameType;
        callId = id;
        buffer.u64(0);
    }

    /** Appends a range to the payload, which must stay unchanged until {@link #writeTo}: when it is long it is not copied. */
    public void lend(byte[] bytes, int offset, int length) {
        if (length < LENT_FROM) {
            buffer.bytes(bytes, offset, length);
            return;
        }
        if (partCount == parts.length) {
            parts = Arrays.copyOf(parts, 2 * partCount);
        }
        parts[partCount++] = new Part(buffer.length(), bytes, offset, length);
        lent = Math.addExact(lent, length);
    }

    /** Bytes of payload since {@link #begin}. */
    public int payloadLength() {
        return buffer.length() - start - FrameHeader.BYTES + lent - lentBefore;
    }

    /** Ends the frame with its flags, {@link FrameHeader#MORE}, {@link FrameHeader#END} or 0. */
    public void finish(int flags) {
        buffer.word(start, FrameHeader.word(payloadLength(), type, flags, callId));
    }

    /** Bytes of all frames since the last {@link #clear}. */
    public int length() {
        return buffer.length() + lent;
    }

    /** Gives all that was written to {@code sink}, in order. */
    public void writeTo(Sink sink) {
        int from = 0;
        for (int i = 0; i < partCount; i++) {
            Part part = parts[i];
            sink.write(buffer.bytes(), from, part.at - from);
            sink.write(part.bytes, part.offset, part.length);
            from = part.at;
        }
        if (from < buffer.length()) {
            sink.write(buffer.bytes(), from, buffer.length() - from);
        }
    }

    /** Forgets what was written, and lets go of what was lent. */
    public void clear() {
        buffer.clear();
        if (partCount > 0) {
            parts = new Part[FIRST];
            partCount = 0;
            lent = 0;
        }
    }
}
