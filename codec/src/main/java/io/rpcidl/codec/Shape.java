package io.rpcidl.codec;

import io.rpcidl.value.Kind;
import java.util.Arrays;

/**
 * The numbers and kinds of the fields of a struct that are always written, as they stand on the wire (W-3.2). A reader that
 * finds exactly these octets reads the values in a straight line.
 */
public final class Shape {

    private static final int MAXIMUM_NUMBER = 65_535;
    private static final int LARGEST_SHORT_DISTANCE = 15;

    /** With the length in front. */
    final byte[] octets;

    final int fields;

    /** How many octets the values take at least. */
    private final long minimumSize;

    /** The first eight octets as a little-endian number, and a mask of those that belong to the shape. */
    final long head;

    final long headMask;

    private Shape(byte[] octets, int fields, long minimumSize) {
        this.octets = octets;
        this.fields = fields;
        this.minimumSize = minimumSize;
        long number = 0;
        long mask = 0;
        for (int i = 0; i < Math.min(8, octets.length); i++) {
            number |= (octets[i] & 0xFFL) << (8 * i);
            mask |= 0xFFL << (8 * i);
        }
        head = number;
        headMask = mask;
    }

    /** A builder of a shape without fields. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many fields. */
    public int fields() {
        return fields;
    }

    long minimumSize() {
        return minimumSize;
    }

    /** Collects the fields in ascending order of their numbers. */
    public static final class Builder {

        private byte[] entries = new byte[16];
        private int length;
        private int fields;
        private int last;
        private long minimumSize;

        private Builder() {}

        /**
         * Adds a field.
         *
         * @throws IllegalArgumentException if the number is not above the last one or is more than 65,535
         */
        public Builder field(int number, Kind kind) {
            if (number <= last || number > MAXIMUM_NUMBER) {
                throw new IllegalArgumentException(
                        "field " + number + " must be above " + last + " and at most 65,535");
            }
            int distance = number - last;
            if (distance <= LARGEST_SHORT_DISTANCE) {
                append((distance << 4) | kind.code());
            } else {
                append(kind.code());
                appendVarint(distance);
            }
            last = number;
            minimumSize += kind.minimumSize();
            fields++;
            return this;
        }

        public Shape build() {
            Builder whole = new Builder();
            whole.appendVarint(length);
            for (int i = 0; i < length; i++) {
                whole.append(entries[i]);
            }
            return new Shape(Arrays.copyOf(whole.entries, whole.length), fields, minimumSize);
        }

        private void appendVarint(int value) {
            int rest = value;
            while (rest >= 0x80) {
                append(rest | 0x80);
                rest >>>= 7;
            }
            append(rest);
        }

        private void append(int octet) {
            if (length == entries.length) {
                entries = Arrays.copyOf(entries, 2 * length);
            }
            entries[length++] = (byte) octet;
        }
    }
}
