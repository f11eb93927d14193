package io.rpcidl.compiler.syntax;

import java.math.BigInteger;

/** The durations of the language: digits and a unit. */
final class Durations {

    private Durations() {}

    /** The nanoseconds of {@code 500ms}, exactly. */
    static BigInteger nanoseconds(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        long unit = switch (text.substring(digits)) {
            case "ns" -> 1L;
            case "us" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            default -> 3_600_000_000_000L;
        };
        return new BigInteger(text.substring(0, digits)).multiply(BigInteger.valueOf(unit));
    }
}
