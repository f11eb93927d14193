package io.rpcidl.json;

import java.math.BigInteger;

/** Integers as texts: no fraction, no exponent, no zero in front, and one way to write each (W-14.7). */
final class Integers {

    /** More digits than any integer of the language has. */
    private static final int LONGEST = 20;

    private Integers() {}

    /** Whether the text is the one way to write an integer. */
    static boolean written(String text) {
        int first = text.startsWith("-") ? 1 : 0;
        if (text.length() == first || (text.charAt(first) == '0' && text.length() > 1)) {
            return false;
        }
        for (int i = first; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The range of an integer type, its ends included. */
    record Range(String type, BigInteger minimum, BigInteger maximum) {

        static Range signed(String type, int bits) {
            BigInteger above = BigInteger.ONE.shiftLeft(bits - 1);
            return new Range(type, above.negate(), above.subtract(BigInteger.ONE));
        }

        static Range unsigned(String type, int bits) {
            return new Range(
                    type, BigInteger.ZERO, BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
        }

        /** Reads a number; of one above 63 bits the result has the bits. */
        long read(JsonInput in, String text) {
            if (!written(text)) {
                throw in.refuse(
                        "a number of " + type + " must be written in digits only, without a zero in front",
                        Rule.INTEGER);
            }
            if (text.length() <= LONGEST) {
                BigInteger value = new BigInteger(text);
                if (value.compareTo(minimum) >= 0 && value.compareTo(maximum) <= 0) {
                    return value.longValue();
                }
            }
            throw in.refuse("a number of " + type + " must be " + minimum + " to " + maximum, Rule.INTEGER);
        }
    }
}
