package io.rpcidl.schema.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** Moments and durations as JSON has them. */
final class Times {

    private static final Pattern DURATION = Pattern.compile("-?(0|[1-9][0-9]{0,18})(\\.[0-9]{1,9})?s");
    private static final Pattern TIMESTAMP = Pattern.compile(
            "([+-][0-9]{4,10}|[0-9]{4})-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z");
    private static final Pattern ZEROS = Pattern.compile("\\.?0+(?=Z)");
    private static final int NANO_DIGITS = 9;
    private static final BigInteger SECOND = BigInteger.TEN.pow(NANO_DIGITS);

    private Times() {}

    /** Seconds with at most nine digits behind the point, then {@code s}. */
    static String text(Duration duration) {
        BigDecimal seconds =
                BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), NANO_DIGITS));
        return seconds.stripTrailingZeros().toPlainString() + "s";
    }

    static Duration duration(JsonValue value) {
        String text = Members.text(value);
        if (DURATION.matcher(text).matches()) {
            BigInteger nanos = new BigDecimal(text.substring(0, text.length() - 1))
                    .movePointRight(NANO_DIGITS)
                    .toBigIntegerExact();
            BigInteger fraction = nanos.mod(SECOND);
            BigInteger seconds = nanos.subtract(fraction).divide(SECOND);
            if (seconds.bitLength() < Long.SIZE) {
                return Duration.ofSeconds(seconds.longValueExact(), fraction.longValueExact());
            }
        }
        throw value.place().invalid("a duration is seconds and an s, such as \"2.5s\"");
    }

    /** As in RFC 3339, with as many digits behind the second as are needed. */
    static String text(Instant timestamp) {
        String text = timestamp.toString();
        return text.indexOf('.') < 0 ? text : ZEROS.matcher(text).replaceFirst("");
    }

    static Instant timestamp(JsonValue value) {
        String text = Members.text(value);
        if (TIMESTAMP.matcher(text).matches()) {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw value.place().invalid("there is no such day", e);
            }
        }
        throw value.place().invalid("a timestamp is like \"2026-01-31T12:00:00Z\"");
    }
}
