package io.rpcidl.frame;

/** Appends whole frames to a buffer: begin, the payload, finish, which patches the header in. */
public final class FrameWriter {

    private final OutputBuffer buffer = new OutputBuffer();
    private int start;
    private FrameType type = FrameType.HELLO;
    private int callId;

    /** Where the payload goes between {@link #begin} and {@link #finish}. */
    public OutputBuffer buffer() {
        return buffer;
    }

    /** Begins a frame. */
    public void begin(FrameType frameType, int id) {
        start = buffer.length();
        type = frameType;
        callId = id;
        buffer.u64(0);
    }

    /** Bytes of payload since {@link #begin}. */
    public int payloadLength() {
        return buffer.length() - start - FrameHeader.BYTES;
    }

    /** Ends the frame with its flags, {@link FrameHeader#MORE}, {@link FrameHeader#END} or 0. */
    public void finish(int flags) {
        buffer.word(start, FrameHeader.word(payloadLength(), type, flags, callId));
    }
}
