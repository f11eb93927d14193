package io.rpcidl.codec;

import io.rpcidl.value.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All shapes that a type with a few optional fields can have: one for each choice of the fields that are present. A choice is
 * a number with a bit for each optional field, the lowest for the one with the lowest number. A reader finds the shape that
 * stands in a message in a table without collisions and then reads in a straight line.
 */
public final class Shapes {

    /** So many optional fields have so few shapes that all are made when the type is first used. */
    public static final int MOST_OPTIONAL = 4;

    private static final int ATTEMPTS = 1_000;

    /** How many bits of a product choose a slot of the table: four slots for each of the most shapes. */
    private static final int TABLE_BITS = 6;

    /** The fractional part of the golden ratio, whose multiples are well spread. */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private final Shape[] byPresence;
    private final int fields;
    private final int boxedFootprint;

    /** Empty when no table without collisions was found; then all shapes are read in general. */
    private final @Nullable Shape[] table;

    private final long multiplier;

    private Shapes(Shape[] byPresence, Builder builder) {
        this.byPresence = byPresence;
        this.fields = builder.fields.size();
        this.boxedFootprint = builder.boxed * Decoder.BOXED_FOOTPRINT;
        long found = 0;
        @Nullable Shape[] filled = null;
        for (int attempt = 1; filled == null && attempt <= ATTEMPTS; attempt++) {
            found = SPREAD * (2 * attempt - 1);
            filled = fill(byPresence, found);
        }
        multiplier = found;
        table = filled == null ? new Shape[0] : filled;
    }

    /** A builder of a type without fields. */
    public static Builder builder() {
        return new Builder();
    }

    private static @Nullable Shape @Nullable [] fill(Shape[] shapes, long multiplier) {
        @Nullable Shape[] table = new Shape[1 << TABLE_BITS];
        for (Shape shape : shapes) {
            int slot = slot(shape.head, shape.tail, multiplier);
            if (table[slot] != null) {
                return null;
            }
            table[slot] = shape;
        }
        return table;
    }

    private static int slot(long head, long tail, long multiplier) {
        return (int) (((head ^ (tail * 31)) * multiplier) >>> (64 - TABLE_BITS));
    }

    /** The only shape that can have this beginning and this end, or null. */
    @Nullable
    Shape candidate(long head, long tail) {
        return table.length == 0 ? null : table[slot(head, tail, multiplier)];
    }

    Shape of(int presence) {
        return byPresence[presence];
    }

    /** All fields, the optional ones too. */
    int fields() {
        return fields;
    }

    /** What optional numbers take on the heap at most. */
    int boxedFootprint() {
        return boxedFootprint;
    }

    /** Collects the fields in ascending order of their numbers. */
    public static final class Builder {

        private record Field(int number, Kind kind, boolean optional) {}

        private final List<Field> fields = new ArrayList<>();
        private int optional;
        private int boxed;

        private Builder() {}

        /** Adds a field that is always written. */
        public Builder field(int number, Kind kind) {
            fields.add(new Field(number, kind, false));
            return this;
        }

        /**
         * Adds a field that may be absent.
         *
         * @throws IllegalArgumentException if it is one more than {@value #MOST_OPTIONAL}
         */
        public Builder optional(int number, Kind kind) {
            if (++optional > MOST_OPTIONAL) {
                throw new IllegalArgumentException("at most " + MOST_OPTIONAL + " fields can be optional here");
            }
            fields.add(new Field(number, kind, true));
            if (Decoder.boxed(kind)) {
                boxed++;
            }
            return this;
        }

        /**
         * The shapes.
         *
         * @throws IllegalArgumentException if the numbers do not ascend or one is more than 65,535
         */
        public Shapes build() {
            Shape[] shapes = new Shape[1 << optional];
            for (int presence = 0; presence < shapes.length; presence++) {
                shapes[presence] = shape(presence);
            }
            return new Shapes(shapes, this);
        }

        private Shape shape(int presence) {
            Shape.Builder shape = Shape.builder();
            int bit = 1;
            for (Field field : fields) {
                if (!field.optional() || (presence & bit) != 0) {
                    shape.field(field.number(), field.kind());
                }
                if (field.optional()) {
                    bit <<= 1;
                }
            }
            return shape.presence(presence).build();
        }
    }
}
