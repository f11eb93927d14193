package io.rpcidl.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes numbers, lengths and text to an array that grows up to a limit. Each method throws {@link UnencodableValueException}
 * when the value can't be written. Not safe for use by several threads.
 */
public class WireWriter {

    private static final int INITIAL_CAPACITY = 256;

    /** A larger array is given back after its message, so that one large message does not hold memory for ever. */
    private static final int KEPT_CAPACITY = 64 << 10;

    /** Up to this length one pass over the characters is faster than the JDK's encoder. */
    private static final int SHORT_TEXT = 80;

    /** Room that a short text may ask for and not use. */
    private static final int SLACK = 4 * SHORT_TEXT;

    /** What was written stands before {@link #position}. */
    protected byte[] buffer;

    /** Where the next octet goes. */
    protected int position;

    private long maximum;

    /** A writer of at most this many octets. */
    public WireWriter(int maximum) {
        buffer = new byte[INITIAL_CAPACITY];
        this.maximum = maximum;
    }

    /** Forgets what was written; at most this many octets can be written from now on. */
    public final void clear(int maximum) {
        if (buffer.length > KEPT_CAPACITY) {
            buffer = new byte[INITIAL_CAPACITY];
        }
        position = 0;
        this.maximum = maximum;
    }

    /** At most this many octets can be written from here on, whatever was written before. */
    protected final void limit(int length) {
        maximum = (long) position + length;
    }

    /** How many octets were written. */
    public final int size() {
        return position;
    }

    /** The writer's own array: the first {@link #size()} octets are what was written, until the next call of any method. */
    public final byte[] array() {
        return buffer;
    }

    /** A copy of what was written. */
    public final byte[] toByteArray() {
        return Arrays.copyOf(buffer, position);
    }

    /** The low eight bits. */
    public final void octet(int value) {
        int at = reserve(1);
        buffer[at] = (byte) value;
    }

    public final void bool(boolean value) {
        int at = reserve(1);
        buffer[at] = value ? (byte) 1 : 0;
    }

    public final void i8(byte value) {
        int at = reserve(1);
        buffer[at] = value;
    }

    public final void i16(short value) {
        int at = reserve(2);
        LittleEndian.SHORT.set(buffer, at, value);
    }

    public final void i32(int value) {
        int at = reserve(4);
        LittleEndian.INT.set(buffer, at, value);
    }

    public final void i64(long value) {
        int at = reserve(8);
        LittleEndian.LONG.set(buffer, at, value);
    }

    /** 0 to 255. */
    public final void u8(int value) {
        if ((value & ~0xFF) != 0) {
            throw new UnencodableValueException("a u8 must be 0 to 255");
        }
        int at = reserve(1);
        buffer[at] = (byte) value;
    }

    /** 0 to 65,535. */
    public final void u16(int value) {
        if ((value & ~0xFFFF) != 0) {
            throw new UnencodableValueException("a u16 must be 0 to 65,535");
        }
        int at = reserve(2);
        LittleEndian.SHORT.set(buffer, at, (short) value);
    }

    /** 0 to 4,294,967,295. */
    public final void u32(long value) {
        if ((value & ~0xFFFF_FFFFL) != 0) {
            throw new UnencodableValueException("a u32 must be 0 to 4,294,967,295");
        }
        int at = reserve(4);
        LittleEndian.INT.set(buffer, at, (int) value);
    }

    /** All 64 bits, taken as unsigned. */
    public final void u64(long value) {
        int at = reserve(8);
        LittleEndian.LONG.set(buffer, at, value);
    }

    /** A 64-bit number whose highest octet comes first, as in a uuid. */
    protected final void bigEndianI64(long value) {
        int at = reserve(8);
        LittleEndian.BIG_ENDIAN_LONG.set(buffer, at, value);
    }

    /** A number of at most 32 bits, without a sign, in its shortest form (W-1.3). */
    public final void varint(int value) {
        int at = reserve(5);
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            buffer[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[at++] = (byte) rest;
        position = at;
    }

    /** The octets as they are, without a length. */
    public final void octets(byte[] source, int offset, int length) {
        int at = reserve(length);
        System.arraycopy(source, offset, buffer, at, length);
    }

    /**
     * A length, then strict UTF-8 (W-2.9).
     *
     * @param maximumBytes the most octets that the text may take, without its length
     */
    public final void text(String text, long maximumBytes) {
        if (text.length() <= SHORT_TEXT) {
            shortText(text, maximumBytes);
        } else {
            longText(text, maximumBytes);
        }
    }

    private void shortText(String text, long maximumBytes) {
        // One octet is enough for the length of nearly every short text; the others are moved by one.
        int began = reserve(1 + 3 * text.length());
        int after = Utf8.write(text, 0, buffer, began + 1);
        if (after < 0) {
            throw unpairedSurrogate();
        }
        int length = after - began - 1;
        checkLength(length, maximumBytes);
        if (length < 0x80) {
            buffer[began] = (byte) length;
            position = after;
        } else {
            position = after;
            reserve(1);
            System.arraycopy(buffer, began + 1, buffer, began + 2, length);
            buffer[began] = (byte) (length | 0x80);
            buffer[began + 1] = (byte) (length >>> 7);
        }
    }

    private void longText(String text, long maximumBytes) {
        // No text takes fewer octets than it has characters: what can't fit is not encoded first.
        checkLength(text.length(), maximumBytes);
        checkRoom(text.length());
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        // The JDK writes a question mark for an unpaired surrogate. Text that is all ASCII has none.
        boolean ascii =
                encoded.length == text.length() && new String(encoded, StandardCharsets.ISO_8859_1).equals(text);
        if (!ascii && !Utf8.paired(text)) {
            throw unpairedSurrogate();
        }
        checkLength(encoded.length, maximumBytes);
        varint(encoded.length);
        octets(encoded, 0, encoded.length);
    }

    /** Makes room and moves over it; returns where it starts. The array may be another one afterwards. */
    protected final int reserve(int length) {
        int at = position;
        if (buffer.length - at < length) {
            grow(length);
        }
        position = at + length;
        return at;
    }

    /** Refuses before anything is allocated when this many octets can't be written any more. */
    protected final void checkRoom(long length) {
        if (position + length > maximum) {
            throw tooLarge();
        }
    }

    /** Refuses what was written when it is more than the limit allows. */
    protected final void checkSize() {
        if (position > maximum) {
            throw tooLarge();
        }
    }

    private void grow(int length) {
        long needed = (long) position + length;
        if (needed > maximum + SLACK) {
            throw tooLarge();
        }
        buffer = Arrays.copyOf(buffer, (int) Math.max(needed, Math.min(maximum + SLACK, 2L * buffer.length)));
    }

    private UnencodableValueException tooLarge() {
        return UnencodableValueException.tooLarge(maximum);
    }

    /** Refuses a text or octets longer than their schema allows (W-3.25). */
    protected static void checkLength(long length, long maximumBytes) {
        if (length > maximumBytes) {
            throw new UnencodableValueException(
                    length + " bytes are more than the " + maximumBytes + " that @max allows");
        }
    }

    private static UnencodableValueException unpairedSurrogate() {
        return new UnencodableValueException("a string holds an unpaired surrogate, which UTF-8 can't express");
    }
}
