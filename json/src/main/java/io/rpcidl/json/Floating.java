package io.rpcidl.json;

import tools.jackson.core.io.NumberOutput;

/** Numbers of floating point: the shortest digits that read back as the same number, on every JDK (W-14.8). */
final class Floating {

    private static final String NAN = "NaN";
    private static final String INFINITY = "Infinity";
    private static final String NEGATIVE_INFINITY = "-Infinity";

    private Floating() {}

    /** Whether the text names a number that JSON does not have. */
    static boolean named(String text) {
        return text.equals(NAN) || text.equals(INFINITY) || text.equals(NEGATIVE_INFINITY);
    }

    static String text(double value) {
        return NumberOutput.toString(value, true);
    }

    static String text(float value) {
        return NumberOutput.toString(value, true);
    }

    static double readF64(JsonInput in, String text) {
        in.checkNumberLength(text);
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value) && !named(text)) {
            throw in.refuse("the number is too large for f64", Rule.FLOATING);
        }
        return value;
    }

    static float readF32(JsonInput in, String text) {
        in.checkNumberLength(text);
        float value = Float.parseFloat(text);
        if (Float.isInfinite(value) && !named(text)) {
            throw in.refuse("the number is too large for f32", Rule.FLOATING);
        }
        return value;
    }
}
