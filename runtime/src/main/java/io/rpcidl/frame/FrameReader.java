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
 *
 * <p>A reader {@link #inPieces} does not buffer large fragments: MORE says that the message goes on in an ITEM, so a frame that
 * is split means the same as one with what is here and ITEMs with the rest, and is given as such.
 */
public final class FrameReader {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FIRST = 256;
    private static final byte[] NONE = {};
    /** An ITEM of so many octets or more may be given in pieces; the first holds the length of the message. */
    private static final int ITEM_IN_PIECES_FROM = 4 << 10;

    private static final int ITEM_HEAD = 4;
    /** The same of CALL and REPLY; their metadata takes at most 8 KiB, and the rest of their heads is short. */
    private static final int CALL_IN_PIECES_FROM = 16 << 10;

    private static final int CALL_HEAD = 9 << 10;
    private static final int NEVER = Integer.MAX_VALUE;

    private final int limit;
    private final boolean pieces;
    private final PayloadReader payload = new PayloadReader();

    private byte[] slice = NONE;
    private int position;
    private int end;

    private byte[] partial = NONE;
    private int partialLength;
    /** What has not come of the frame that is given in pieces. */
    private int left;

    private boolean continues;

    private long word;
    private FrameType type = FrameType.HELLO;

    /** A reader that refuses payloads above this many bytes. */
    public FrameReader(int limit) {
        this(limit, false);
    }

    private FrameReader(int limit, boolean pieces) {
        this.limit = limit;
        this.pieces = pieces;
    }

    /** The same, but large fragments that are split are given piece by piece, each as a fragment of its own. */
    public static FrameReader inPieces(int limit) {
        return new FrameReader(limit, true);
    }

    /** Gives it the next bytes of the stream; they must stay unchanged until {@link #next()} has returned false. */
    public void feed(byte[] bytes, int offset, int length) {
        slice = bytes;
        position = offset;
        end = offset + length;
    }

    /**
     * Moves on to the next whole frame, or the next piece of one.
     *
     * @return false when more bytes are needed
     * @throws ProtocolViolation when a header is not legal (W-4.1 to W-4.4)
     */
    public boolean next() {
        if (left > 0) {
            continues = true;
            type = FrameType.ITEM;
            return piece();
        }
        continues = false;
        return partialLength > 0 ? finishPartial() : inPlace();
    }

    /** Whether the last octet of the frame is here: false of a piece that is not its last. */
    public boolean whole() {
        return left == 0;
    }

    /** Whether this is a piece of a frame of which another was given before. */
    public boolean continues() {
        return continues;
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
        return partialLength > 0 || left > 0;
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
            if (available - FrameHeader.BYTES >= firstPiece()) {
                position += FrameHeader.BYTES;
                left = length;
                return piece();
            }
        }
        keep(available);
        return false;
    }

    /** So much of the payload must be here before a first piece of it is given. */
    private int firstPiece() {
        if (!pieces || flags() != FrameHeader.MORE) {
            return NEVER;
        }
        int length = FrameHeader.length(word);
        return switch (type) {
            case ITEM -> length >= ITEM_IN_PIECES_FROM ? ITEM_HEAD : NEVER;
            case CALL, REPLY -> length >= CALL_IN_PIECES_FROM ? CALL_HEAD : NEVER;
            default -> NEVER;
        };
    }

    private boolean piece() {
        int count = Math.min(left, end - position);
        payload.reset(slice, position, count);
        position += count;
        left -= count;
        return count > 0;
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
        int first = firstPiece();
        if (first != NEVER) {
            keep(Math.min(FrameHeader.BYTES + first - partialLength, end - position));
            if (partialLength < FrameHeader.BYTES + first) {
                return false;
            }
            payload.reset(partial, FrameHeader.BYTES, first);
            partialLength = 0;
            left = total - FrameHeader.BYTES - first;
            return true;
        }
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
