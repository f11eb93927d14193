package io.rpcidl.schema.compat;

import java.util.Set;

/** A type as descriptors spell it, taken apart. */
sealed interface TypeForm {

    Set<String> SCALARS = Set.of(
            "bool",
            "i8",
            "i16",
            "i32",
            "i64",
            "u8",
            "u16",
            "u32",
            "u64",
            "f32",
            "f64",
            "string",
            "bytes",
            "uuid",
            "timestamp",
            "duration",
            "decimal");

    /** {@code list<T>}. */
    record ListOf(TypeForm element) implements TypeForm {}

    /** {@code set<T>}. */
    record SetOf(TypeForm element) implements TypeForm {}

    /** {@code map<K,V>}. */
    record MapOf(TypeForm key, TypeForm value) implements TypeForm {}

    /** One of the types that the language brings. */
    record Scalar(String keyword) implements TypeForm {}

    /** A definition, by its name in full. */
    record Reference(String name) implements TypeForm {}

    /**
     * Takes a type apart.
     *
     * @throws IllegalArgumentException if the text is none that a descriptor holds
     */
    static TypeForm parse(String text) {
        return new TypeParser(text).parse();
    }
}
