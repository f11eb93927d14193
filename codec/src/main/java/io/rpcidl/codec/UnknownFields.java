package io.rpcidl.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an open struct that its reader's schema does not know, kept so that a relay writes them back octet by octet
 * (W-3.31). Immutable; {@link #EMPTY} where there are none.
 */
public final class UnknownFields {

    /** No unknown field: what every value has that was not read from a newer writer. */
    public static final UnknownFields EMPTY = new UnknownFields(new UnknownValue[0]);

    /** In ascending order of their numbers. */
    private final UnknownValue[] fields;

    UnknownFields(UnknownValue[] ascending) {
        this.fields = ascending;
    }

    /**
     * These fields, in whatever order, to keep some of those that were read and drop others.
     *
     * @throws IllegalArgumentException if two of them have one number
     */
    public static UnknownFields of(Iterable<UnknownValue> values) {
        List<UnknownValue> sorted = new ArrayList<>();
        values.forEach(sorted::add);
        sorted.sort((one, other) -> Integer.compare(one.number(), other.number()));
        for (int i = 1; i < sorted.size(); i++) {
            int number = sorted.get(i).number();
            if (sorted.get(i - 1).number() == number) {
                throw new IllegalArgumentException(
                        "the unknown field " + number + " is there twice; keep one of the two");
            }
        }
        return sorted.isEmpty() ? EMPTY : new UnknownFields(sorted.toArray(UnknownValue[]::new));
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return fields.length == 0;
    }

    /** How many there are. */
    public int size() {
        return fields.length;
    }

    /** The fields in ascending order of their numbers; unmodifiable. */
    public List<UnknownValue> values() {
        return List.of(fields);
    }

    UnknownValue get(int index) {
        return fields[index];
    }

    /** The index of the first one whose number is higher, or how many there are. */
    int firstAbove(int number) {
        int low = 0;
        int high = fields.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (fields[middle].number() > number) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UnknownFields that && Arrays.equals(fields, that.fields);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(fields);
    }

    /** Numbers, kinds and sizes, never the octets, which may be secret: {@code [7 (string, 3 bytes)]}. */
    @Override
    public String toString() {
        return Arrays.toString(fields);
    }
}
