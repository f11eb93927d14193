package io.rpcidl.schema.compat;

import io.rpcidl.schema.LiteralSchema;
import java.math.BigDecimal;
import java.math.MathContext;

/** Values as findings show them: close to the language, and the same on every platform. */
final class LiteralText {

    private static final int DIGITS = 17;

    private LiteralText() {}

    static String of(LiteralSchema literal) {
        return literal.match(
                of -> Boolean.toString(of.bool()),
                of -> of.integer().toPlainString(),
                of -> floating(of.floating()),
                of -> "\"" + of.text() + "\"",
                of -> "\"" + of.uuid() + "\"",
                of -> "\"" + of.timestamp() + "\"",
                of -> of.duration().toString(),
                of -> of.decimal().toString(),
                of -> of.enumValue(),
                of -> "[]",
                of -> "a value of a newer version");
    }

    /** The shortest digits that mean the number; those of {@code Double.toString} depend on the JDK. */
    private static String floating(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (Double.compare(rounded.doubleValue(), value) == 0) {
                return rounded.toString();
            }
        }
        return value == 0 ? "-0.0" : exact.round(new MathContext(DIGITS)).toString();
    }
}
