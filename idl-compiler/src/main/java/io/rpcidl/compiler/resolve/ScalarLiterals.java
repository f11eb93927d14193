package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.ast.DottedName;
import io.rpcidl.compiler.ast.LiteralExpression;
import io.rpcidl.compiler.ast.LiteralExpression.DurationLiteral;
import io.rpcidl.compiler.ast.LiteralExpression.FloatLiteral;
import io.rpcidl.compiler.ast.LiteralExpression.IntegerLiteral;
import io.rpcidl.compiler.ast.LiteralExpression.NameLiteral;
import io.rpcidl.compiler.ast.LiteralExpression.NegatedName;
import io.rpcidl.compiler.ast.LiteralExpression.StringLiteral;
import io.rpcidl.compiler.model.Literal;
import io.rpcidl.compiler.model.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what was written into values of the built-in types. */
final class ScalarLiterals {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
    private static final Pattern TIMESTAMP_TEXT = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})", Pattern.UNIX_LINES);
    private static final int MAX_DECIMAL_BITS = 511;
    private static final int MAX_DECIMAL_SCALE = 10_000;
    private static final BigInteger SECOND = BigInteger.valueOf(1_000_000_000L);

    /** The names that stand for values of built-in types. */
    static final Set<String> WORDS = Set.of("true", "false", "nan", "inf");

    private static final Outcome NONE = new Outcome(null, false);
    private static final Outcome RANGE = new Outcome(null, true);

    private ScalarLiterals() {}

    /**
     * What became of a value.
     *
     * @param literal null when it doesn't fit
     * @param outOfRange whether only its size is wrong
     */
    record Outcome(@Nullable Literal literal, boolean outOfRange) {}

    /** Whether the name is a word of the type itself, such as {@code true}, and no constant. */
    static boolean isWord(NameLiteral name, @Nullable Scalar scalar) {
        return words(scalar).contains(name.name().text());
    }

    /** The names that stand for values of the type. */
    static Set<String> words(@Nullable Scalar scalar) {
        if (scalar == null) {
            return Set.of();
        }
        return switch (scalar) {
            case BOOL -> Set.of("true", "false");
            case F32, F64 -> Set.of("nan", "inf");
            default -> Set.of();
        };
    }

    static Outcome of(LiteralExpression written, Scalar scalar) {
        return switch (scalar) {
            case BOOL -> written instanceof NameLiteral name ? done(new Literal.Bool(is(name.name(), "true"))) : NONE;
            case I8, I16, I32, I64, U8, U16, U32, U64 ->
                written instanceof IntegerLiteral integer ? integral(integer.value(), scalar) : NONE;
            case F32, F64 -> floating(written, scalar);
            case STRING -> written instanceof StringLiteral text ? done(new Literal.Text(text.value())) : NONE;
            case UUID -> written instanceof StringLiteral text ? uuid(text.value()) : NONE;
            case TIMESTAMP -> written instanceof StringLiteral text ? timestamp(text.value()) : NONE;
            case DURATION -> written instanceof DurationLiteral duration ? duration(duration.nanoseconds()) : NONE;
            case DECIMAL -> decimal(written);
            case BYTES -> NONE;
        };
    }

    /** The value of a constant, used for a type that need not be the constant's own. */
    static Outcome convert(Literal value, Scalar scalar) {
        return switch (scalar) {
            case I8, I16, I32, I64, U8, U16, U32, U64 ->
                value instanceof Literal.Integral integer ? integral(integer.value(), scalar) : NONE;
            case F32 -> value instanceof Literal.Floating floating ? narrow(floating.value()) : NONE;
            case F64 -> same(value, Literal.Floating.class);
            case BOOL -> same(value, Literal.Bool.class);
            case STRING -> same(value, Literal.Text.class);
            case UUID -> same(value, Literal.Uuid.class);
            case TIMESTAMP -> same(value, Literal.Timestamp.class);
            case DURATION -> same(value, Literal.TimeSpan.class);
            case DECIMAL -> same(value, Literal.Decimal.class);
            case BYTES -> NONE;
        };
    }

    private static Outcome same(Literal value, Class<? extends Literal> kind) {
        return kind.isInstance(value) ? done(value) : NONE;
    }

    private static Outcome integral(BigInteger value, Scalar scalar) {
        return IntegerRange.of(scalar).contains(value) ? done(new Literal.Integral(value)) : RANGE;
    }

    private static Outcome floating(LiteralExpression written, Scalar scalar) {
        if (written instanceof NameLiteral name) {
            return done(new Literal.Floating(is(name.name(), "nan") ? Double.NaN : Double.POSITIVE_INFINITY));
        }
        if (written instanceof NegatedName name) {
            return is(name.name(), "inf") ? done(new Literal.Floating(Double.NEGATIVE_INFINITY)) : NONE;
        }
        String text;
        if (written instanceof FloatLiteral floating) {
            text = floating.text();
        } else if (written instanceof IntegerLiteral integer) {
            text = integer.value().toString();
        } else {
            return NONE;
        }
        double value = scalar == Scalar.F32 ? Float.parseFloat(text) : Double.parseDouble(text);
        return Double.isFinite(value) ? done(new Literal.Floating(value)) : RANGE;
    }

    private static Outcome narrow(double value) {
        float narrowed = (float) value;
        return Float.isInfinite(narrowed) && Double.isFinite(value) ? RANGE : done(new Literal.Floating(narrowed));
    }

    private static Outcome uuid(String text) {
        return UUID_TEXT.matcher(text).matches() ? done(new Literal.Uuid(UUID.fromString(text))) : NONE;
    }

    private static Outcome timestamp(String text) {
        if (!TIMESTAMP_TEXT.matcher(text).matches()) {
            return NONE;
        }
        try {
            return done(new Literal.Timestamp(OffsetDateTime.parse(text).toInstant()));
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    private static Outcome duration(BigInteger nanoseconds) {
        BigInteger[] parts = nanoseconds.divideAndRemainder(SECOND);
        if (parts[0].bitLength() >= Long.SIZE - 1) {
            return RANGE;
        }
        return done(new Literal.TimeSpan(Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact())));
    }

    private static Outcome decimal(LiteralExpression written) {
        if (written instanceof IntegerLiteral integer) {
            return decimal(new BigDecimal(integer.value()));
        }
        if (!(written instanceof FloatLiteral floating)) {
            return NONE;
        }
        try {
            return decimal(new BigDecimal(floating.text()));
        } catch (NumberFormatException e) {
            return RANGE; // an exponent beyond an int
        }
    }

    private static Outcome decimal(BigDecimal value) {
        boolean fits = value.unscaledValue().bitLength() <= MAX_DECIMAL_BITS
                && value.scale() >= -MAX_DECIMAL_SCALE
                && value.scale() <= MAX_DECIMAL_SCALE;
        return fits ? done(new Literal.Decimal(value)) : RANGE;
    }

    private static boolean is(DottedName name, String word) {
        return name.text().equals(word);
    }

    private static Outcome done(Literal literal) {
        return new Outcome(literal, false);
    }
}
