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

    private static final int WORD = 8;

    /** With the length in front. */
    final byte[] octets;

    final int fields;

    /** How many octets the values take at least. */
    private final long minimumSize;

    private final boolean fixed;

    /** Which of the optional fields of its type are present, see {@link Shapes}. */
    final int presence;

    /** The first eight octets as a little-endian number, and a mask of those that belong to the shape. */
    final long head;

    final long headMask;

    /** The last eight octets when there are more than eight, else 0. */
    final long tail;

    private Shape(byte[] octets, Builder fields) {
        this.octets = octets;
        this.fields = fields.fields;
        this.minimumSize = fields.minimumSize;
        this.fixed = fields.fixed;
        this.presence = fields.presence;
        int length = octets.length;
        head = word(octets, 0, Math.min(WORD, length));
        headMask = length >= WORD ? -1 : (1L << (8 * length)) - 1;
        tail = length > WORD ? word(octets, length - WORD, length) : 0;
    }

    private static long word(byte[] octets, int from, int to) {
        long word = 0;
        for (int i = to - 1; i >= from; i--) {
            word = (word << 8) | (octets[i] & 0xFF);
        }
        return word;
    }

    /** A builder of a shape without fields. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many fields. */
    public int fields() {
        return fields;
    }

    /** Whether the values always take so many octets as they take at least. */
    boolean fixed() {
        return fixed;
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
        private boolean fixed = true;
        private int presence;

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
            fixed &= kind.fixed();
            fields++;
            return this;
        }

        /** Which of the optional fields are present. */
        Builder presence(int presence) {
            this.presence = presence;
            return this;
        }

        public Shape build() {
            Builder whole = new Builder();
            whole.appendVarint(length);
            for (int i = 0; i < length; i++) {
                whole.append(entries[i]);
            }
            return new Shape(Arrays.copyOf(whole.entries, whole.length), this);
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
