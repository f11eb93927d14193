package io.rpcidl.json;

import io.rpcidl.codec.UnknownFields;
import org.jspecify.annotations.Nullable;

/** A struct in memory: its fields in ascending order of their numbers, null where an optional one is absent. */
final class StructValue {

    private final @Nullable Object[] fields;
    private UnknownFields unknown = UnknownFields.EMPTY;

    StructValue(int size) {
        fields = new @Nullable Object[size];
    }

    @Nullable
    Object get(int index) {
        return fields[index];
    }

    void set(int index, @Nullable Object value) {
        fields[index] = value;
    }

    /** The fields that an open struct has kept; none otherwise. */
    UnknownFields unknown() {
        return unknown;
    }

    void keep(UnknownFields kept) {
        unknown = kept;
    }
}
