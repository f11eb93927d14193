package io.rpcidl.wire;

/**
 * Writes values of fixed width at given places of an array. Generated code reserves the octets of several such values at once
 * and then puts each in its place, so that room is looked for once. What is not yet reserved must not be written to.
 */
public class FixedWidthWriter {

    /** What is written. */
    protected byte[] buffer;

    FixedWidthWriter(byte[] buffer) {
        this.buffer = buffer;
    }

    public final void bool(int at, boolean value) {
        buffer[at] = value ? (byte) 1 : 0;
    }

    public final void i8(int at, byte value) {
        buffer[at] = value;
    }

    public final void i16(int at, short value) {
        LittleEndian.SHORT.set(buffer, at, value);
    }

    public final void i32(int at, int value) {
        LittleEndian.INT.set(buffer, at, value);
    }

    public final void i64(int at, long value) {
        LittleEndian.LONG.set(buffer, at, value);
    }

    /** 0 to 255. */
    public final void u8(int at, int value) {
        if ((value & ~0xFF) != 0) {
            throw new UnencodableValueException("a u8 must be 0 to 255");
        }
        buffer[at] = (byte) value;
    }

    /** 0 to 65,535. */
    public final void u16(int at, int value) {
        if ((value & ~0xFFFF) != 0) {
            throw new UnencodableValueException("a u16 must be 0 to 65,535");
        }
        LittleEndian.SHORT.set(buffer, at, (short) value);
    }

    /** 0 to 4,294,967,295. */
    public final void u32(int at, long value) {
        if ((value & ~0xFFFF_FFFFL) != 0) {
            throw new UnencodableValueException("a u32 must be 0 to 4,294,967,295");
        }
        LittleEndian.INT.set(buffer, at, (int) value);
    }

    /** All 64 bits, taken as unsigned. */
    public final void u64(int at, long value) {
        LittleEndian.LONG.set(buffer, at, value);
    }

    /** All bits survive, those of a NaN too. */
    public final void f32(int at, float value) {
        LittleEndian.INT.set(buffer, at, Float.floatToRawIntBits(value));
    }

    /** All bits survive, those of a NaN too. */
    public final void f64(int at, double value) {
        LittleEndian.LONG.set(buffer, at, Double.doubleToRawLongBits(value));
    }

    /** A 64-bit number whose highest octet comes first, as in a uuid. */
    protected final void bigEndianI64(int at, long value) {
        LittleEndian.BIG_ENDIAN_LONG.set(buffer, at, value);
    }
}
