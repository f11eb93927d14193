package io.rpcidl.json;

import org.jspecify.annotations.Nullable;

/**
 * A field of a struct.
 *
 * @param defaultValue what a reader takes when the field is absent; null when there is none
 */
record StructField(
        int number,
        String name,
        Form<Object> form,
        boolean optional,
        @Nullable Object defaultValue) {}
