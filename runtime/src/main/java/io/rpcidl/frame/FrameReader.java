package io.rpcidl.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Cuts a stream of bytes, arriving in any slices, into frames: {@link #feed} a slice, then {@link #next()} until it is
 * false.
 *
 * <p>A payload that lies within one slice is read in place. Only a split frame is buffered, in an array that grows with
 * the bytes that have arrived, never with the length that was declared; a header is checked before its payload is.
 */
public final class FrameReader {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FIRST = 256;
    private static final byte[] NONE = {};

    private final int limit;
    private final PayloadReader payload = new PayloadReader();

    private byte[] slice = NONE;
    private int position;
    private int end;

    private byte[] partial = NONE;
    private int partialLength;

    private long word;
    private FrameType type = FrameType.HELLO;

    /** A reader that refuses payloads above this many bytes. */
    public FrameReader(int limit) {
        this.limit = limit;
    }

    /** Gives it the next bytes of the stream; they must stay unchanged until {@link #next()} has returned false. */
    public void feed(byte[] bytes, int offset, int length) {
        slice = bytes;
        position = offset;
        end = offset + length;
    }

    /**
     * Moves on to the next whole frame.
     *
     * @return false when more bytes are needed
     * @throws ProtocolViolation when a header is not legal (W-4.1 to W-4.4)
     */
    public boolean next() {
        return partialLength > 0 ? finishPartial() : inPlace();
    }

    /** Gives back the room for split frames when there is none; not while a payload is being read. */
    public void trim() {
        if (partialLength == 0) {
            partial = NONE;
            payload.reset(NONE, 0, 0);
        }
    }

    /** Whether the first bytes of a frame are here and its last are not. */
    public boolean midFrame() {
        return partialLength > 0;
    }

    /** The type of the frame. */
    public FrameType type() {
        return type;
    }

    /** The flags of the frame, see {@link FrameHeader#flags}. */
    public int flags() {
        return FrameHeader.flags(word);
    }

    /** The call id of the frame. */
    public int callId() {
        return FrameHeader.callId(word);
    }

    /** The payload of the frame, valid until {@link #next()} or {@link #feed}. */
    public PayloadReader payload() {
        return payload;
    }

    private boolean inPlace() {
        int available = end - position;
        if (available >= FrameHeader.BYTES) {
            readHeader(slice, position);
            int length = FrameHeader.length(word);
            if (available - FrameHeader.BYTES >= length) {
                payload.reset(slice, position + FrameHeader.BYTES, length);
                position += FrameHeader.BYTES + length;
                return true;
            }
        }
        keep(available);
        return false;
    }

    private boolean finishPartial() {
        if (partialLength < FrameHeader.BYTES) {
            keep(Math.min(FrameHeader.BYTES - partialLength, end - position));
            if (partialLength < FrameHeader.BYTES) {
                return false;
            }
            readHeader(partial, 0);
        }
        int total = FrameHeader.BYTES + FrameHeader.length(word);
        keep(Math.min(total - partialLength, end - position));
        if (partialLength < total) {
            return false;
        }
        payload.reset(partial, FrameHeader.BYTES, total - FrameHeader.BYTES);
        partialLength = 0;
        return true;
    }

    private void readHeader(byte[] bytes, int offset) {
        word = (long) LONG.get(bytes, offset);
        type = FrameHeader.check(word, limit);
    }

    private void keep(int count) {
        int needed = partialLength + count;
        if (needed > partial.length) {
            partial = Arrays.copyOf(partial, Math.max(Math.max(needed, FIRST), 2 * partialLength));
        }
        System.arraycopy(slice, position, partial, partialLength, count);
        partialLength = needed;
        position += count;
    }
}
