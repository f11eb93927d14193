package io.rpcidl.codec;

import io.rpcidl.value.Kind;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Gives each NaN of a message that was just written its one form (W-3.28). Kinds tell where the floats are and their width does
 * not change, so this is a pass of its own over the octets: writers that need no canonical form do not look for NaN.
 */
final class CanonicalNaN {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] octets;
    private int at;

    private CanonicalNaN(byte[] octets, int at) {
        this.octets = octets;
        this.at = at;
    }

    /** Changes the message that begins there; it must be one that a writer has made. */
    static void unify(byte[] octets, int from) {
        new CanonicalNaN(octets, from).struct();
    }

    private void struct() {
        int length = varint();
        int from = at;
        at = from + length;
        fields(from, at);
    }

    /** The values that the entries announce, wherever these stand. */
    private void fields(int from, int to) {
        int entry = from;
        while (entry < to) {
            int head = octets[entry++];
            if ((head & 0xF0) == 0) {
                while (octets[entry++] < 0) {
                    // a further octet of the distance
                }
            }
            value(head & 0xF);
        }
    }

    private void value(int code) {
        Kind kind = kind(code);
        switch (kind) {
            case FLOAT32 -> f32();
            case FLOAT64 -> f64();
            case STRING, BYTES -> {
                int length = varint();
                at += length;
            }
            case STRUCT -> struct();
            case LIST -> list();
            case MAP -> map();
            default -> at += kind.minimumSize();
        }
    }

    private void f32() {
        // Floats that are NaN, and these alone, differ from themselves; floatToIntBits makes one of all of them.
        int bits = (int) INT.get(octets, at);
        INT.set(octets, at, Float.floatToIntBits(Float.intBitsToFloat(bits)));
        at += Float.BYTES;
    }

    private void f64() {
        long bits = (long) LONG.get(octets, at);
        LONG.set(octets, at, Double.doubleToLongBits(Double.longBitsToDouble(bits)));
        at += Double.BYTES;
    }

    private void list() {
        int head = octets[at++];
        int count = varint();
        if ((head & 0x10) != 0) {
            int length = varint();
            int from = at;
            int to = from + length;
            at = to;
            for (int i = 0; i < count; i++) {
                fields(from, to);
            }
            return;
        }
        int code = head & 0xF;
        Kind kind = kind(code);
        if (kind.fixed() && kind != Kind.FLOAT32 && kind != Kind.FLOAT64) {
            at += count * kind.minimumSize();
            return;
        }
        for (int i = 0; i < count; i++) {
            value(code);
        }
    }

    private void map() {
        int key = octets[at++];
        int value = octets[at++];
        int count = varint();
        for (int i = 0; i < count; i++) {
            value(key);
            value(value);
        }
    }

    private int varint() {
        int value = 0;
        int shift = 0;
        int octet = octets[at++];
        while (octet < 0) {
            value |= (octet & 0x7F) << shift;
            shift += 7;
            octet = octets[at++];
        }
        return value | octet << shift;
    }

    private static Kind kind(int code) {
        Kind kind = Kind.of(code);
        if (kind == null) {
            throw new IllegalStateException("a writer has made a message with kind " + code);
        }
        return kind;
    }
}
