package io.rpcidl.compiler.lock;

import java.math.BigDecimal;
import java.math.MathContext;

/** Floating numbers in the shortest digits that mean them; those of {@code Double.toString} depend on the JDK. */
final class Floating {

    private static final int DIGITS = 17;

    private Floating() {}

    static String text(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return Double.compare(value, 0.0) == 0 ? "0" : "-0";
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (Double.compare(rounded.doubleValue(), value) == 0) {
                return rounded.toString();
            }
        }
        return exact.round(new MathContext(DIGITS)).toString();
    }

    static double parse(String text) {
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "-0" -> -0.0;
            default -> new BigDecimal(text).doubleValue();
        };
    }
}
