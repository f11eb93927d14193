package io.rpcidl.schema;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The types of one value that the language brings. */
public enum ScalarType {
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

    private static final Map<String, ScalarType> BY_KEYWORD =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(ScalarType::keyword, Function.identity()));

    /** The type that is written so, or null when none is. */
    public static @Nullable ScalarType of(String keyword) {
        return BY_KEYWORD.get(keyword);
    }

    /** As it is written in sources and descriptors. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its values have a length, which {@code @max} limits: strings and bytes. */
    public boolean hasLength() {
        return this == STRING || this == BYTES;
    }

    /** Whether its values may be keys of maps and elements of sets. */
    public boolean key() {
        return switch (this) {
            case F32, F64, BYTES, TIMESTAMP, DURATION, DECIMAL -> false;
            default -> true;
        };
    }
}
