package io.rpcidl.simulation.audit;

import java.util.function.Consumer;

/**
 * Reads the frames of one direction of a wire from octets in any slices: by the specification alone, so that a mistake that
 * writer and reader of the runtime share is seen here.
 */
final class FrameTap {
    private static final int HEADER = 8;

    private final Consumer<Frame> sink;
    private final Consumer<Frame> begun;
    private final Frame frame = new Frame();
    private long header;
    private int headerOctets;
    private int missing;
    private long position;

    FrameTap(Consumer<Frame> sink) {
        this(sink, frame -> {});
    }

    /** The same, and {@code begun} is told of each CALL that goes on in other frames as soon as its header is here. */
    FrameTap(Consumer<Frame> sink, Consumer<Frame> begun) {
        this.sink = sink;
        this.begun = begun;
    }

    /** Whether the stream ends inside a frame for now. */
    boolean midFrame() {
        return headerOctets > 0;
    }

    /** Whether the stream ends inside a REPLY, an ERROR, or one of the frames that continue them. */
    boolean midMessage() {
        return headerOctets == HEADER && frame.type >= Frame.ITEM && frame.type <= Frame.ERROR;
    }

    void octets(byte[] bytes, int offset, int length) {
        int at = offset;
        int limit = offset + length;
        while (at < limit) {
            if (headerOctets < HEADER) {
                header |= (bytes[at++] & 0xFFL) << (8 * headerOctets++);
                position++;
                if (headerOctets == HEADER) {
                    begin();
                }
            } else {
                int count = Math.min(missing, limit - at);
                int keep = Math.min(count, Frame.KEPT - frame.kept);
                System.arraycopy(bytes, at, frame.payload, frame.kept, keep);
                frame.kept += keep;
                at += count;
                missing -= count;
                position += count;
            }
            if (headerOctets == HEADER && missing == 0) {
                finish();
            }
        }
    }

    private void begin() {
        missing = (int) header & 0xFF_FFFF;
        frame.length = missing;
        frame.type = (int) (header >>> 24) & 0x1F;
        frame.more = (header & 1L << 29) != 0;
        frame.end = (header & 1L << 30) != 0;
        frame.callId = (int) (header >>> 32);
        frame.kept = 0;
        if (frame.type == Frame.CALL && frame.more) {
            begun.accept(frame);
        }
    }

    private void finish() {
        frame.endOffset = position;
        frame.rewind();
        header = 0;
        headerOctets = 0;
        sink.accept(frame);
    }
}
