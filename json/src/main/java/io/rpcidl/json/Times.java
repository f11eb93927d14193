package io.rpcidl.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Timestamps and durations as texts (W-14.12, W-14.13). */
final class Times {

    private static final Pattern TIMESTAMP = Pattern.compile("([0-9]{4}|[+-][0-9]{4,10})-([0-9]{2})-([0-9]{2})"
            + "T([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\\.([0-9]{1,9}))?"
            + "(?:Z|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))");
    private static final Pattern DURATION = Pattern.compile("(-?(?:0|[1-9][0-9]{0,18})(?:\\.[0-9]{1,9})?)s");

    private static final int LARGEST_SHORT_YEAR = 9999;
    private static final int SHORTEST_YEAR = 4;
    private static final int NANO_DIGITS = 9;
    private static final long SECONDS_PER_DAY = 86_400;

    /** The calendar repeats after 400 years; the JDK's dates alone do not reach the first and last years of an Instant. */
    private static final int CYCLE_YEARS = 400;

    private static final long CYCLE_DAYS = 146_097;
    private static final long CYCLE_SECONDS = CYCLE_DAYS * SECONDS_PER_DAY;

    private Times() {}

    static String text(Instant value) {
        long cycles = Math.floorDiv(value.getEpochSecond(), CYCLE_SECONDS);
        LocalDateTime time =
                LocalDateTime.ofEpochSecond(Math.floorMod(value.getEpochSecond(), CYCLE_SECONDS), 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder();
        appendYear(text, time.getYear() + cycles * CYCLE_YEARS);
        appendTwo(text.append('-'), time.getMonthValue());
        appendTwo(text.append('-'), time.getDayOfMonth());
        appendTwo(text.append('T'), time.getHour());
        appendTwo(text.append(':'), time.getMinute());
        appendTwo(text.append(':'), time.getSecond());
        appendFraction(text, value.getNano());
        return text.append('Z').toString();
    }

    private static void appendYear(StringBuilder text, long year) {
        if (year < 0) {
            text.append('-');
        } else if (year > LARGEST_SHORT_YEAR) {
            text.append('+');
        }
        appendPadded(text, Math.abs(year), SHORTEST_YEAR);
    }

    private static void appendTwo(StringBuilder text, int number) {
        appendPadded(text, number, 2);
    }

    private static void appendFraction(StringBuilder text, int nanos) {
        if (nanos != 0) {
            appendPadded(text.append('.'), nanos, NANO_DIGITS);
            while (text.charAt(text.length() - 1) == '0') {
                text.setLength(text.length() - 1);
            }
        }
    }

    private static void appendPadded(StringBuilder text, long number, int width) {
        String digits = Long.toString(number);
        text.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
    }

    static Instant readTimestamp(JsonInput in, String text) {
        Matcher parts = TIMESTAMP.matcher(text);
        if (!parts.matches() || !goodYear(parts.group(1))) {
            throw in.refuse(
                    "a timestamp must be written as in RFC 3339, such as \"2026-01-31T08:30:00.25Z\"", Rule.TIMESTAMP);
        }
        long year = Long.parseLong(parts.group(1));
        try {
            LocalDate date =
                    LocalDate.of((int) Math.floorMod(year, (long) CYCLE_YEARS), number(parts, 2), number(parts, 3));
            long days = date.toEpochDay() + Math.floorDiv(year, (long) CYCLE_YEARS) * CYCLE_DAYS;
            long seconds = days * SECONDS_PER_DAY + clock(number(parts, 4), number(parts, 5)) + number(parts, 6);
            return Instant.ofEpochSecond(seconds - offset(parts), nanos(parts.group(7)));
        } catch (DateTimeException e) {
            throw in.refuse("there is no such day, or the timestamp is outside the range of years", Rule.TIMESTAMP);
        }
    }

    /** Four digits, or a sign and a year that needs it. */
    private static boolean goodYear(String year) {
        if (year.length() == SHORTEST_YEAR) {
            return true;
        }
        boolean longer = year.length() > SHORTEST_YEAR + 1;
        return longer ? year.charAt(1) != '0' : year.charAt(0) == '-' && !year.equals("-0000");
    }

    private static int offset(Matcher parts) {
        if (parts.group(8) == null) {
            return 0;
        }
        int seconds = clock(number(parts, 9), number(parts, 10));
        return parts.group(8).equals("-") ? -seconds : seconds;
    }

    private static int clock(int hours, int minutes) {
        return (hours * 60 + minutes) * 60;
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static int nanos(String fraction) {
        return fraction == null ? 0 : Integer.parseInt(fraction + "0".repeat(NANO_DIGITS - fraction.length()));
    }

    static String text(Duration value) {
        BigDecimal seconds =
                BigDecimal.valueOf(value.getSeconds()).add(BigDecimal.valueOf(value.getNano(), NANO_DIGITS));
        return seconds.stripTrailingZeros().toPlainString() + "s";
    }

    static Duration readDuration(JsonInput in, String text) {
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
            throw in.refuse("a duration must be seconds, such as \"1.5s\" or \"-0.25s\"", Rule.DURATION);
        }
        BigDecimal value = new BigDecimal(parts.group(1));
        BigInteger seconds = value.setScale(0, RoundingMode.FLOOR).unscaledValue();
        if (seconds.bitLength() >= Long.SIZE) {
            throw in.refuse("a duration must fit 64 bits of seconds", Rule.DURATION);
        }
        BigDecimal nanos = value.subtract(new BigDecimal(seconds)).movePointRight(NANO_DIGITS);
        return Duration.ofSeconds(seconds.longValue(), nanos.longValueExact());
    }
}
