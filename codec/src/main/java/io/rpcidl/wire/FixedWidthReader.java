package io.rpcidl.wire;

/**
 * Reads values of fixed width at given places of an array. Generated code moves over the octets of several such values at once,
 * which checks that they are there, and then takes each from its place.
 */
public class FixedWidthReader {

    static final byte[] NONE = new byte[0];

    /** The array that is read. */
    protected byte[] bytes = NONE;

    FixedWidthReader() {}

    public final byte i8(int at) {
        return bytes[at];
    }

    public final short i16(int at) {
        return (short) LittleEndian.SHORT.get(bytes, at);
    }

    public final int i32(int at) {
        return (int) LittleEndian.INT.get(bytes, at);
    }

    public final long i64(int at) {
        return (long) LittleEndian.LONG.get(bytes, at);
    }

    public final int u8(int at) {
        return bytes[at] & 0xFF;
    }

    public final int u16(int at) {
        return (short) LittleEndian.SHORT.get(bytes, at) & 0xFFFF;
    }

    public final long u32(int at) {
        return (int) LittleEndian.INT.get(bytes, at) & 0xFFFF_FFFFL;
    }

    /** All 64 bits; the caller takes them as unsigned. */
    public final long u64(int at) {
        return (long) LittleEndian.LONG.get(bytes, at);
    }

    /** All bits survive, those of a NaN too. */
    public final float f32(int at) {
        return Float.intBitsToFloat((int) LittleEndian.INT.get(bytes, at));
    }

    /** All bits survive, those of a NaN too. */
    public final double f64(int at) {
        return Double.longBitsToDouble((long) LittleEndian.LONG.get(bytes, at));
    }

    /** A 64-bit number whose highest octet comes first, as in a uuid. */
    protected final long bigEndianI64(int at) {
        return (long) LittleEndian.BIG_ENDIAN_LONG.get(bytes, at);
    }
}
