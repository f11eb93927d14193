package io.rpcidl.value;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Immutable octets: what the type {@code bytes} is in Java. They are ordered as unsigned numbers, octet by octet. */
public final class Bytes implements Comparable<Bytes> {

    /** No octets. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] octets;

    private Bytes(byte[] octets) {
        this.octets = octets;
    }

    /** A copy of the array. */
    public static Bytes of(byte... octets) {
        return octets.length == 0 ? EMPTY : new Bytes(octets.clone());
    }

    /**
     * A copy of a part of the array.
     *
     * @throws IndexOutOfBoundsException if the part does not lie inside the array
     */
    public static Bytes of(byte[] octets, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, octets.length);
        return length == 0 ? EMPTY : new Bytes(Arrays.copyOfRange(octets, offset, offset + length));
    }

    /** How many octets. */
    public int size() {
        return octets.length;
    }

    public boolean isEmpty() {
        return octets.length == 0;
    }

    /**
     * The octet at an index that starts at 0.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public byte byteAt(int index) {
        return octets[index];
    }

    /** The octets in an array of the caller's own. */
    public byte[] toByteArray() {
        return octets.clone();
    }

    /**
     * Copies all octets to the array, from the offset on.
     *
     * @throws IndexOutOfBoundsException if they do not fit
     */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(octets, 0, target, offset, octets.length);
    }

    /** A read-only view, without a copy. */
    public ByteBuffer asByteBuffer() {
        return ByteBuffer.wrap(octets).asReadOnlyBuffer();
    }

    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(octets, other.octets);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes that && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    /** How many octets, never which: they may be long, and they may be secret. */
    @Override
    public String toString() {
        return octets.length == 1 ? "1 byte" : octets.length + " bytes";
    }
}
