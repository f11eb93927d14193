package io.rpcidl.simulation.planted;

import io.rpcidl.transport.Link;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A mistake in how an end writes frames: what it hands over up to a flush are whole frames, and they come here as a list. */
abstract class FrameBug extends Bug {
    static final int CALL = 4;
    static final int ITEM = 5;
    static final int REPLY = 6;
    static final int ERROR = 7;
    static final int CREDIT = 9;

    private static final int HEADER = 8;

    FrameBug(End where) {
        super(where);
    }

    /** Changes frames, their number or their order. */
    abstract void spoil(List<byte[]> frames);

    static int type(byte[] frame) {
        return frame[3] & 0x1F;
    }

    /** Whether the frame is the last of its message. */
    static boolean whole(byte[] frame) {
        return (frame[3] & 0x40) != 0;
    }

    @Override
    final Link link(Link honest) {
        return new LinkProxy(honest) {
            private final ByteArrayOutputStream written = new ByteArrayOutputStream();

            @Override
            public void write(byte[] bytes, int offset, int length) {
                written.write(bytes, offset, length);
            }

            @Override
            public void flush() {
                List<byte[]> frames = frames(written.toByteArray());
                written.reset();
                spoil(frames);
                for (byte[] frame : frames) {
                    honest.write(frame, 0, frame.length);
                }
                honest.flush();
            }
        };
    }

    private static List<byte[]> frames(byte[] bytes) {
        List<byte[]> frames = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int size = HEADER + (bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16);
            frames.add(Arrays.copyOfRange(bytes, at, at + size));
            at += size;
        }
        return frames;
    }
}
