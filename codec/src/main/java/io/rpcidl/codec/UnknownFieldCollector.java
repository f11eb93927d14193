package io.rpcidl.codec;

import java.util.Arrays;

/** Collects the unknown fields of one open struct while it is read in general (W-3.31); generated code hands it to {@link Decoder}. */
public final class UnknownFieldCollector {

    /** What the first field takes beside itself: the array, and the object around it. */
    static final int FOOTPRINT = 64;

    /** What each field takes in the arrays that grow. */
    static final int REFERENCE_FOOTPRINT = 16;

    private static final UnknownValue[] NONE = {};
    private static final int FIRST_CAPACITY = 4;

    private UnknownValue[] fields = NONE;
    private int size;

    /** Collects nothing so far. */
    public UnknownFieldCollector() {}

    void add(UnknownValue field) {
        if (size == fields.length) {
            fields = Arrays.copyOf(fields, Math.max(FIRST_CAPACITY, 2 * size));
        }
        fields[size++] = field;
    }

    /** What must be charged for one more field, beside the field itself. */
    int footprint() {
        return size == 0 ? FOOTPRINT + REFERENCE_FOOTPRINT : REFERENCE_FOOTPRINT;
    }

    /** What was collected. */
    public UnknownFields fields() {
        return size == 0 ? UnknownFields.EMPTY : new UnknownFields(Arrays.copyOf(fields, size));
    }
}
