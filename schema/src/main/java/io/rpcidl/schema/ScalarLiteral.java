package io.rpcidl.schema;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Which values a scalar type has. */
final class ScalarLiteral {

    private ScalarLiteral() {}

    static boolean fits(LiteralSchema literal, ScalarType scalar) {
        return switch (scalar) {
            case BOOL -> literal instanceof LiteralSchema.OfBool;
            case I8 -> signed(literal, 8);
            case I16 -> signed(literal, 16);
            case I32 -> signed(literal, 32);
            case I64 -> signed(literal, 64);
            case U8 -> unsigned(literal, 8);
            case U16 -> unsigned(literal, 16);
            case U32 -> unsigned(literal, 32);
            case U64 -> unsigned(literal, 64);
            case F32 ->
                literal instanceof LiteralSchema.OfFloating number
                        && Double.compare((float) number.floating(), number.floating()) == 0;
            case F64 -> literal instanceof LiteralSchema.OfFloating;
            case STRING -> literal instanceof LiteralSchema.OfText;
            case BYTES -> false;
            case UUID -> literal instanceof LiteralSchema.OfUuid;
            case TIMESTAMP -> literal instanceof LiteralSchema.OfTimestamp;
            case DURATION -> literal instanceof LiteralSchema.OfDuration;
            case DECIMAL -> literal instanceof LiteralSchema.OfDecimal;
        };
    }

    private static boolean signed(LiteralSchema literal, int bits) {
        return literal instanceof LiteralSchema.OfInteger integer
                && integer.integer().scale() == 0
                && integer.integer().unscaledValue().bitLength() < bits;
    }

    private static boolean unsigned(LiteralSchema literal, int bits) {
        if (!(literal instanceof LiteralSchema.OfInteger integer)) {
            return false;
        }
        BigDecimal number = integer.integer();
        BigInteger value = number.unscaledValue();
        return number.scale() == 0 && value.signum() >= 0 && value.bitLength() <= bits;
    }
}
