package io.rpcidl.compiler.model;

import io.rpcidl.compiler.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A field of a struct or of an error, or a parameter of a method: parameters are a numbered implicit struct.
 *
 * @param number 1 to 65,535
 * @param optional {@code T?}: present or absent, and the program can tell
 * @param defaultValue what a reader takes when the field is absent, or null
 * @param max the constraint {@code @max} on the length of a string, of octets or of a collection, or null
 * @param sensitive {@code @sensitive}: never printed
 */
public record Field(
        int number,
        String name,
        Type type,
        boolean optional,
        @Nullable Literal defaultValue,
        @Nullable Long max,
        boolean sensitive,
        String documentation,
        Span span,
        @Nullable String deprecation) {

    /** Whether every writer writes it: not optional. A field with a default is always written too. */
    public boolean alwaysWritten() {
        return !optional;
    }

    /** Whether a reader refuses a message without it. */
    public boolean required() {
        return !optional && defaultValue == null;
    }
}
