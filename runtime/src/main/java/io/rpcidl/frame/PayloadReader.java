package io.rpcidl.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads one frame's payload in place; every read past its end is a violation of W-4.4, never another exception. */
public final class PayloadReader {

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[0];
    private int position;
    private int end;

    /** Starts over on another payload. */
    public void reset(byte[] source, int offset, int length) {
        bytes = source;
        position = offset;
        end = offset + length;
    }

    /** The array that is read. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the next byte is read. */
    public int position() {
        return position;
    }

    /** Bytes left. */
    public int remaining() {
        return end - position;
    }

    /** One byte, unsigned. */
    public int u8() {
        return bytes[advance(1)] & 0xFF;
    }

    /** Two bytes, unsigned. */
    public int u16() {
        return (short) SHORT.get(bytes, advance(2)) & 0xFFFF;
    }

    /** Four bytes; the caller knows that they are unsigned. */
    public int u32() {
        return (int) INT.get(bytes, advance(4));
    }

    /** Eight bytes; the caller knows that they are unsigned. */
    public long u64() {
        return (long) LONG.get(bytes, advance(8));
    }

    /** An unsigned number of at most 32 bits in its shortest form (W-1.3). */
    public int varint() {
        int first = u8();
        if (first < 0x80) {
            return first;
        }
        int value = first & 0x7F;
        for (int shift = 7; shift < 35; shift += 7) {
            int next = u8();
            if (shift == 28 && next > 0x0F) {
                throw new ProtocolViolation(Clauses.VARINT, "a varint is longer than 32 bits");
            }
            value |= (next & 0x7F) << shift;
            if (next < 0x80) {
                if (next == 0) {
                    throw new ProtocolViolation(Clauses.VARINT, "a varint is longer than it needs to be");
                }
                return value;
            }
        }
        throw new ProtocolViolation(Clauses.VARINT, "a varint is longer than 32 bits");
    }

    /** A varint length and that many bytes, copied; longer than the limit is a violation of W-1.4. */
    public byte[] sized(int limit) {
        int length = varint();
        if (length < 0 || length > limit) {
            throw new ProtocolViolation(
                    Clauses.TEXT, Integer.toUnsignedString(length) + " bytes where at most " + limit + " are legal");
        }
        int start = advance(length);
        return Arrays.copyOfRange(bytes, start, start + length);
    }

    /** A varint length and strict UTF-8 of at most so many bytes (W-1.4). */
    public String text(int limit) {
        return decode(sized(limit));
    }

    /** Steps over bytes. */
    public void skip(int count) {
        advance(count);
    }

    /** The payload must end here (W-4.4). */
    public void requireEnd() {
        if (position != end) {
            throw new ProtocolViolation(Clauses.PAYLOAD, remaining() + " bytes behind the end of a payload");
        }
    }

    static String decode(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProtocolViolation(Clauses.TEXT, "a text is not UTF-8");
        }
    }

    private int advance(int count) {
        int start = position;
        if (count < 0 || count > end - start) {
            throw new ProtocolViolation(Clauses.PAYLOAD, "a payload ends too early");
        }
        position = start + count;
        return start;
    }
}
