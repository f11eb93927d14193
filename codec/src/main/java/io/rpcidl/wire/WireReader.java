package io.rpcidl.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * Reads numbers, lengths and text from a range of an array. Each method throws {@link MalformedDataException} when the octets
 * are not what it reads, and never any other exception. Not safe for use by several threads.
 */
public class WireReader extends FixedWidthReader {

    /** The next octet. */
    protected int position;

    /** Behind the last octet of the enclosing value, which is the whole range at first. */
    protected int end;

    private int start;

    /** A reader of no octets. */
    public WireReader() {}

    /** Reads a range of the array from now on; the array must not change meanwhile. */
    public final void wrap(byte[] source, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, source.length);
        bytes = source;
        start = offset;
        position = offset;
        end = offset + length;
    }

    /** Forgets what it read; an array of that many octets or more is let go of, so that it does not stay in memory. */
    protected final void unwrap(int large) {
        // Storing a reference costs the collector's barriers each time, which is much beside a small message.
        if (bytes.length >= large) {
            bytes = NONE;
        }
        start = 0;
        position = 0;
        end = 0;
    }

    /** How many octets are left in the enclosing value. */
    public final int remaining() {
        return end - position;
    }

    /** How many octets of the range were read. */
    public final int offset() {
        return position - start;
    }

    /** One octet, unsigned. */
    public final int octet() {
        return bytes[advance(1)] & 0xFF;
    }

    public final byte i8() {
        return i8(advance(1));
    }

    public final short i16() {
        return i16(advance(2));
    }

    public final int i32() {
        return i32(advance(4));
    }

    public final long i64() {
        return i64(advance(8));
    }

    public final int u8() {
        return u8(advance(1));
    }

    public final int u16() {
        return u16(advance(2));
    }

    public final long u32() {
        return u32(advance(4));
    }

    /** All 64 bits; the caller takes them as unsigned. */
    public final long u64() {
        return u64(advance(8));
    }

    /** All bits survive, those of a NaN too. */
    public final float f32() {
        return f32(advance(4));
    }

    /** All bits survive, those of a NaN too. */
    public final double f64() {
        return f64(advance(8));
    }

    /** One octet, 0 or 1 (W-2.3). */
    public final boolean bool() {
        return bool(advance(1));
    }

    /** The octet at this place, 0 or 1 (W-2.3). */
    public final boolean bool(int at) {
        byte octet = bytes[at];
        if ((octet & ~1) != 0) {
            throw malformedAt(at, "a bool is neither 0 nor 1", Clause.BOOL);
        }
        return octet != 0;
    }

    /** A number of at most 32 bits in its shortest form (W-1.3). */
    public final long varint() {
        byte first = bytes[advance(1)];
        return first >= 0 ? first : longVarint(first & 0x7F);
    }

    private long longVarint(long first) {
        int began = position - 1;
        long value = first;
        for (int shift = 7; shift <= 28; shift += 7) {
            byte octet = bytes[advance(1)];
            value |= (octet & 0x7FL) << shift;
            if (octet >= 0) {
                if (octet == 0 || value > 0xFFFF_FFFFL) {
                    throw malformed("a varint is not in its shortest form or has more than 32 bits", began);
                }
                return value;
            }
        }
        throw malformed("a varint has more than 5 bytes", began);
    }

    /** A varint that counts octets which are all there, inside the enclosing value. */
    public final int length() {
        int began = position;
        long length = varint();
        if (length > end - position) {
            int left = end - position;
            position = began;
            throw malformed("a length of " + length + " is more than the " + left + " bytes left", Clause.LENGTH);
        }
        return (int) length;
    }

    /** Strict UTF-8 of this many octets (W-2.9). */
    public final String text(int length) {
        int at = advance(length);
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        // The JDK puts U+FFFD in the place of what is not UTF-8, but it may as well have been written.
        if (text.indexOf('\uFFFD') >= 0 && !Utf8.valid(bytes, at, length)) {
            throw malformedBefore(length, "a string is not valid UTF-8", Clause.TEXT);
        }
        return text;
    }

    /** The same check as {@link #text}, without making the text. */
    public final void skipText(int length) {
        if (!Utf8.valid(bytes, advance(length), length)) {
            throw malformedBefore(length, "a string is not valid UTF-8", Clause.TEXT);
        }
    }

    /** This many octets, copied. */
    public final byte[] octets(int length) {
        int at = advance(length);
        return Arrays.copyOfRange(bytes, at, at + length);
    }

    /** Moves over this many octets and returns where they start in the array. */
    public final int advance(int length) {
        int at = position;
        if (length > end - at || length < 0) {
            throw truncated(length);
        }
        position = at + length;
        return at;
    }

    /** Moves over so many values, each of this many octets, and returns where they start in the array. */
    public final int advance(int length, int count) {
        long all = (long) length * count;
        if (all > end - position) {
            throw malformed(all + " bytes are needed, " + (end - position) + " are left", Clause.STRUCT);
        }
        return advance((int) all);
    }

    /** An exception about the octet that is next. */
    public final MalformedDataException malformed(String problem, String clause) {
        return new MalformedDataException(problem, clause, position - start);
    }

    /** An exception about octets that were just read. */
    public final MalformedDataException malformedBefore(int length, String problem, String clause) {
        return new MalformedDataException(problem, clause, position - start - length);
    }

    /** An exception about the octet at this place of the array. */
    protected final MalformedDataException malformedAt(int at, String problem, String clause) {
        return new MalformedDataException(problem, clause, at - start);
    }

    private MalformedDataException malformed(String problem, int at) {
        return new MalformedDataException(problem, Clause.VARINT, at - start);
    }

    private MalformedDataException truncated(int length) {
        return malformed(length + " bytes are needed, " + (end - position) + " are left", Clause.STRUCT);
    }
}
