package io.rpcidl.compiler.model;

import java.util.Locale;

/** The types that hold one value and that the language brings. */
public enum Scalar {
    BOOL,
    I8,
    I16,
    I32,
    I64,
    U8,
    U16,
    U32,
    U64,
    F32,
    F64,
    STRING,
    BYTES,
    UUID,
    TIMESTAMP,
    DURATION,
    DECIMAL;

    /** As it is written in a source. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }
}
