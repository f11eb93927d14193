package io.rpcidl.wire;

import java.util.Arrays;

/**
 * Writes numbers, lengths and text to an array that grows up to a limit. Each method throws {@link UnencodableValueException}
 * when the value can't be written. Not safe for use by several threads.
 */
public class WireWriter extends FixedWidthWriter {

    private static final int INITIAL_CAPACITY = 256;

    /** A larger array is given back after its message, so that one large message does not hold memory for ever. */
    private static final int KEPT_CAPACITY = 128 << 10;

    /** The octets of so many characters have a length that takes one octet, but for the rare text of other scripts. */
    private static final int SHORT_TEXT = 0x7F;

    /** Characters of a longer text that are written at a time. */
    private static final int PIECE = 512;

    /** Room that a text may ask for and not use. */
    private static final int SLACK = 3 * PIECE;

    /** Where the next octet goes. */
    protected int position;

    private long maximum;

    /** A writer of at most this many octets. */
    public WireWriter(int maximum) {
        super(new byte[INITIAL_CAPACITY]);
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

    /**
     * What was written, in an array of its own; nothing is written any more then. A large array that is full is handed out
     * itself: the writer would give it back with the next message, and a copy of it costs as much as the message.
     */
    public final byte[] take() {
        boolean whole = position == buffer.length && position > KEPT_CAPACITY;
        byte[] written = whole ? buffer : toByteArray();
        if (whole) {
            buffer = new byte[INITIAL_CAPACITY];
        }
        position = 0;
        return written;
    }

    /** The low eight bits. */
    public final void octet(int value) {
        int at = reserve(1);
        buffer[at] = (byte) value;
    }

    public final void bool(boolean value) {
        bool(reserve(1), value);
    }

    public final void i8(byte value) {
        i8(reserve(1), value);
    }

    public final void i16(short value) {
        i16(reserve(2), value);
    }

    public final void i32(int value) {
        i32(reserve(4), value);
    }

    public final void i64(long value) {
        i64(reserve(8), value);
    }

    /** 0 to 255. */
    public final void u8(int value) {
        u8(reserve(1), value);
    }

    /** 0 to 65,535. */
    public final void u16(int value) {
        u16(reserve(2), value);
    }

    /** 0 to 4,294,967,295. */
    public final void u32(long value) {
        u32(reserve(4), value);
    }

    /** All 64 bits, taken as unsigned. */
    public final void u64(long value) {
        u64(reserve(8), value);
    }

    /** All bits survive, those of a NaN too. */
    public final void f32(float value) {
        f32(reserve(4), value);
    }

    /** All bits survive, those of a NaN too. */
    public final void f64(double value) {
        f64(reserve(8), value);
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
        int after = Utf8.write(text, 0, text.length(), buffer, began + 1);
        if (after < 0) {
            throw unpairedSurrogate();
        }
        position = after;
        int length = after - began - 1;
        checkLength(length, maximumBytes);
        if (length < 0x80) {
            buffer[began] = (byte) length;
        } else {
            insertLength(began, 1, length);
        }
    }

    private void longText(String text, long maximumBytes) {
        int characters = text.length();
        // No text takes fewer octets than it has characters: what can't fit is not encoded first.
        checkLength(characters, maximumBytes);
        checkRoom(characters);
        int lengthSize = varintSize(characters);
        int began = reserve(lengthSize);
        int from = 0;
        while (from < characters) {
            int to = Math.min(characters, from + PIECE);
            if (to < characters && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            int at = reserve(3 * (to - from));
            int after = Utf8.write(text, from, to, buffer, at);
            if (after < 0) {
                throw unpairedSurrogate();
            }
            position = after;
            from = to;
        }
        int length = position - began - lengthSize;
        checkLength(length, maximumBytes);
        insertLength(began, lengthSize, length);
    }

    /** Writes the length of what is behind it, for which some octets were left; what is behind is moved when it takes more. */
    private void insertLength(int began, int left, int length) {
        int size = varintSize(length);
        if (size > left) {
            reserve(size - left);
            System.arraycopy(buffer, began + left, buffer, began + size, length);
        }
        int end = position;
        position = began;
        varint(length);
        position = end;
    }

    private static int varintSize(int value) {
        return value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x20_0000 ? 3 : value < 0x1000_0000 ? 4 : 5;
    }

    /** Makes room for values of fixed width and moves over it; returns where it starts. All of it must be written to. */
    public final int reserve(int length) {
        int at = position;
        if (buffer.length - at < length) {
            grow(length);
        }
        position = at + length;
        return at;
    }

    /** The same for so many values, each of this length. */
    public final int reserve(int length, int count) {
        long all = (long) length * count;
        checkRoom(all);
        return reserve((int) all);
    }

    /** Makes room for more octets than it moves over: what is written behind them is written over next. */
    protected final int reserveRoom(int length, int room) {
        int at = position;
        if (buffer.length - at < room) {
            grow(room);
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
