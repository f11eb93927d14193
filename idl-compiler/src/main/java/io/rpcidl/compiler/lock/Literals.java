package io.rpcidl.compiler.lock;

import io.rpcidl.schema.LiteralSchema;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values as lock files spell them: each form says what kind of value it is, whatever the type of its place. */
final class Literals {

    private static final Pattern TAGGED = Pattern.compile("(enum|f64|decimal|uuid|timestamp|duration)\\(([^()]*)\\)");
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,19}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final int MAX_DIGITS = 400;

    private Literals() {}

    static String text(LiteralSchema literal) {
        return literal.match(
                of -> Boolean.toString(of.bool()),
                of -> of.integer().toPlainString(),
                of -> "f64(" + Floating.text(of.floating()) + ")",
                of -> Quoted.of(of.text()),
                of -> "uuid(" + of.uuid() + ")",
                of -> "timestamp(" + of.timestamp() + ")",
                of -> "duration(" + of.duration() + ")",
                of -> "decimal(" + of.decimal() + ")",
                of -> isBool(of.enumValue()) ? "enum(" + of.enumValue() + ")" : of.enumValue(),
                of -> "[]",
                unknown -> {
                    throw new IllegalArgumentException("a value of a newer version can't be locked");
                });
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if it is none
     */
    static LiteralSchema parse(String text) {
        if (isBool(text)) {
            return new LiteralSchema.OfBool(text.equals("true"));
        }
        if (text.equals("[]")) {
            return new LiteralSchema.OfEmpty();
        }
        if (text.startsWith("\"")) {
            return new LiteralSchema.OfText(Quoted.parse(text));
        }
        if (INTEGER.matcher(text).matches()) {
            return new LiteralSchema.OfInteger(new BigDecimal(text));
        }
        Matcher tagged = TAGGED.matcher(text);
        if (tagged.matches() && text.length() <= MAX_DIGITS) {
            return tagged(tagged.group(1), tagged.group(2));
        }
        if (NAME.matcher(text).matches()) {
            return new LiteralSchema.OfEnumValue(text);
        }
        throw new IllegalArgumentException("`" + text + "` is no value");
    }

    /** Values of enums may have these names too. */
    private static boolean isBool(String text) {
        return text.equals("true") || text.equals("false");
    }

    private static LiteralSchema tagged(String tag, String text) {
        try {
            return switch (tag) {
                case "enum" -> new LiteralSchema.OfEnumValue(text);
                case "f64" -> new LiteralSchema.OfFloating(Floating.parse(text));
                case "decimal" -> new LiteralSchema.OfDecimal(new BigDecimal(text));
                case "uuid" -> new LiteralSchema.OfUuid(UUID.fromString(text));
                case "timestamp" -> new LiteralSchema.OfTimestamp(Instant.parse(text));
                default -> new LiteralSchema.OfDuration(Duration.parse(text));
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException("`" + text + "` is no " + tag, e);
        }
    }
}
