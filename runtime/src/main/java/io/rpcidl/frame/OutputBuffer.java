package io.rpcidl.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A growing array of bytes with little-endian writers; its owner bounds what goes in. */
public final class OutputBuffer {

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FIRST = 256;
    /**
     * An array above this is given back when it is empty, so that one burst does not cost memory for ever. Large messages leave
     * it filled by 256 KiB and a frame again and again, which an array of this size takes without growing each time.
     */
    private static final int KEPT = 512 * 1_024;

    private byte[] bytes = new byte[FIRST];
    private int length;

    /** The bytes written so far are {@code bytes()[0 .. length())}; valid until the next write. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes were written since the last {@link #clear()}. */
    public int length() {
        return length;
    }

    /** Forgets what was written. */
    public void clear() {
        length = 0;
        if (bytes.length > KEPT) {
            bytes = new byte[FIRST];
        }
    }

    /** Gives back what a burst has left of room, when nothing is written. */
    public void trim() {
        if (length == 0 && bytes.length > FIRST) {
            bytes = new byte[FIRST];
        }
    }

    /** Appends one byte. */
    public void u8(int value) {
        grow(1);
        bytes[length++] = (byte) value;
    }

    /** Appends two bytes. */
    public void u16(int value) {
        grow(2);
        SHORT.set(bytes, length, (short) value);
        length += 2;
    }

    /** Appends four bytes. */
    public void u32(int value) {
        grow(4);
        INT.set(bytes, length, value);
        length += 4;
    }

    /** Appends eight bytes. */
    public void u64(long value) {
        grow(8);
        LONG.set(bytes, length, value);
        length += 8;
    }

    /** Appends an unsigned number of at most 32 bits in its shortest form. */
    public void varint(int value) {
        grow(5);
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** Appends a range of an array. */
    public void bytes(byte[] source, int offset, int count) {
        grow(count);
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }

    /** Appends a varint length and the bytes. */
    public void sized(byte[] source) {
        varint(source.length);
        bytes(source, 0, source.length);
    }

    /** Overwrites the word at an offset that was written before. */
    void word(int offset, long value) {
        LONG.set(bytes, offset, value);
    }

    private void grow(int count) {
        int needed = Math.addExact(length, count);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, Math.multiplyExact(bytes.length, 2)));
        }
    }
}
