package io.rpcidl.json;

import org.jspecify.annotations.Nullable;

/** A struct in memory: its fields in ascending order of their numbers, null where an optional one is absent. */
final class StructValue {

    private final @Nullable Object[] fields;

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
}
