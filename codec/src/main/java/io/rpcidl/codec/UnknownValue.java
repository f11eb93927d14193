package io.rpcidl.codec;

import io.rpcidl.value.Bytes;
import io.rpcidl.value.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A variant of a union, or a field of an open struct, that this reader's schema does not know, kept so that it can be written
 * back octet by octet. Only the decoder makes one.
 */
public final class UnknownValue {

    private final int number;
    private final Kind kind;
    private final Bytes raw;
    private final int height;
    private final int units;

    UnknownValue(int number, Kind kind, Bytes raw, int height, int units) {
        this.number = number;
        this.kind = kind;
        this.raw = raw;
        this.height = height;
        this.units = units;
    }

    /** The number of the variant or of the field, 1 to 65,535. */
    public int number() {
        return number;
    }

    /** What the value is on the wire. */
    public Kind kind() {
        return kind;
    }

    /** The value as it came. */
    public Bytes raw() {
        return raw;
    }

    /** How many levels the value nests, so that embedding it elsewhere can't exceed the depth of a message. */
    int height() {
        return height;
    }

    /** What the value costs of a message's budget of units. */
    int units() {
        return units;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UnknownValue that && number == that.number && kind == that.kind && raw.equals(that.raw);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * number + kind.code()) + raw.hashCode();
    }

    /** Number, kind and size, never the octets, which may be secret: {@code 7 (string, 3 bytes)}. */
    @Override
    public String toString() {
        return number + " (" + kind + ", " + raw + ")";
    }
}
