package io.rpcidl.compiler.generate.java;

import io.rpcidl.compiler.model.Literal;
import io.rpcidl.compiler.model.NamedType;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.compiler.model.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The values that a schema states, as expressions. */
final class JavaLiterals {

    private static final BigInteger LARGEST_LONG = BigInteger.valueOf(Long.MAX_VALUE);
    private static final HexFormat HEX = HexFormat.of();

    private final JavaTypes types;

    JavaLiterals(JavaTypes types) {
        this.types = types;
    }

    /** The value as an expression of the Java type that stands for the given type. */
    Code of(Literal literal, Type type) {
        if (type instanceof Type.Reference reference) {
            if (types.definition(reference.name()) instanceof NamedType named) {
                return Code.of(
                        "new $T($L$L)", types.name(reference.name()), cast(named.base()), of(literal, named.base()));
            }
            Literal.Enumerated value = (Literal.Enumerated) literal;
            return Code.of("$T.$L", types.name(value.enumeration()), JavaNames.enumConstant(value.value()));
        }
        if (type instanceof Type.Of of) {
            return of(literal, of.scalar());
        }
        if (type instanceof Type.MapOf) {
            return Code.of("$T.of()", Map.class);
        }
        return Code.of("$T.of()", type instanceof Type.SetOf ? Set.class : List.class);
    }

    private static Code of(Literal literal, Scalar scalar) {
        if (literal instanceof Literal.Bool bool) {
            return Code.of("$L", bool.value());
        }
        if (literal instanceof Literal.Integral integral) {
            return Code.of("$L", integral(integral.value(), scalar));
        }
        if (literal instanceof Literal.Floating floating) {
            return scalar == Scalar.F32 ? float32((float) floating.value()) : float64(floating.value());
        }
        if (literal instanceof Literal.Text text) {
            return Code.of("$L", string(text.value()));
        }
        if (literal instanceof Literal.Uuid uuid) {
            return Code.of("$T.fromString($L)", UUID.class, string(uuid.value().toString()));
        }
        if (literal instanceof Literal.Timestamp time) {
            return Code.of("$T.parse($L)", Instant.class, string(time.value().toString()));
        }
        if (literal instanceof Literal.TimeSpan span) {
            return duration(span.value());
        }
        if (literal instanceof Literal.Decimal decimal) {
            return Code.of(
                    "new $T($L)", BigDecimal.class, string(decimal.value().toString()));
        }
        throw new IllegalArgumentException("a " + scalar.keyword() + " cannot be " + literal);
    }

    /** An argument, unlike a variable, does not make a byte of a literal. */
    private static String cast(Scalar scalar) {
        return switch (scalar) {
            case I8 -> "(byte) ";
            case I16 -> "(short) ";
            default -> "";
        };
    }

    private static String integral(BigInteger value, Scalar scalar) {
        return switch (scalar) {
            case I64, U32 -> value + "L";
            case U64 -> value.compareTo(LARGEST_LONG) > 0 ? "0x" + value.toString(16) + "L" : value + "L";
            default -> value.toString();
        };
    }

    private static Code float32(float value) {
        return Float.isFinite(value) ? Code.of("$L", value + "f") : special(value, Float.class);
    }

    private static Code float64(double value) {
        return Double.isFinite(value) ? Code.of("$L", Double.toString(value)) : special(value, Double.class);
    }

    private static Code special(double value, Class<?> type) {
        String name = Double.isNaN(value) ? "NaN" : value > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY";
        return Code.of("$T.$L", type, name);
    }

    /** In the largest unit that says it exactly. */
    static Code duration(Duration value) {
        if (value.toNanosPart() == 0) {
            return Code.of("$T.ofSeconds($L)", Duration.class, integral(value.toSeconds()));
        }
        if (value.toNanosPart() % 1_000_000 == 0 && Math.abs(value.toSeconds()) < Integer.MAX_VALUE) {
            return Code.of("$T.ofMillis($L)", Duration.class, integral(value.toMillis()));
        }
        return Code.of("$T.ofSeconds($L, $L)", Duration.class, integral(value.toSeconds()), value.toNanosPart());
    }

    private static String integral(long value) {
        return value == (int) value ? Long.toString(value) : value + "L";
    }

    /** A string literal in ASCII: no other character depends on the encoding in which javac reads the file. */
    static String string(String value) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            switch (unit) {
                case '"', '\\' -> literal.append('\\').append(unit);
                case '\n' -> literal.append("\\n");
                case '\t' -> literal.append("\\t");
                case '\r' -> literal.append("\\r");
                default -> {
                    if (unit >= 0x20 && unit < 0x7F) {
                        literal.append(unit);
                    } else {
                        literal.append("\\u").append(HEX.toHexDigits(unit));
                    }
                }
            }
        }
        return literal.append('"').toString();
    }
}
