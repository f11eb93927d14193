package io.rpcidl.schema.json;

import io.rpcidl.schema.InvalidDescriptorException;
import io.rpcidl.schema.LiteralSchema;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/** Values that a source states, as JSON. */
final class LiteralJson {

    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,5})?");
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
    private static final int LONGEST_DECIMAL = 1_000;

    private static final Map<String, Function<JsonValue, LiteralSchema>> LITERALS = Map.of(
            "bool", value -> new LiteralSchema.OfBool(Members.flag(value)),
            "integer", value -> new LiteralSchema.OfInteger(decimal(value)),
            "floating", value -> new LiteralSchema.OfFloating(floating(value)),
            "text", value -> new LiteralSchema.OfText(Members.text(value)),
            "uuid", value -> new LiteralSchema.OfUuid(uuid(value)),
            "timestamp", value -> new LiteralSchema.OfTimestamp(Times.timestamp(value)),
            "duration", value -> new LiteralSchema.OfDuration(Times.duration(value)),
            "decimal", value -> new LiteralSchema.OfDecimal(decimal(value)),
            "enumValue", value -> new LiteralSchema.OfEnumValue(Members.text(value)),
            "empty", value -> Members.nothing(value, new LiteralSchema.OfEmpty()));

    private LiteralJson() {}

    static LiteralSchema read(JsonValue value) {
        return Members.variant(value, LITERALS);
    }

    /** Writes the object of a literal, whose name was written. */
    static void write(JsonGenerator json, LiteralSchema literal) {
        json.writeStartObject();
        if (literal instanceof LiteralSchema.OfBool bool) {
            json.writeBooleanProperty("bool", bool.bool());
        } else if (literal instanceof LiteralSchema.OfInteger integer) {
            json.writeStringProperty("integer", integer.integer().toString());
        } else if (literal instanceof LiteralSchema.OfFloating number) {
            json.writeName("floating");
            floating(json, number.floating());
        } else if (literal instanceof LiteralSchema.OfText text) {
            json.writeStringProperty("text", text.text());
        } else if (literal instanceof LiteralSchema.OfUuid uuid) {
            json.writeStringProperty("uuid", uuid.uuid().toString());
        } else if (literal instanceof LiteralSchema.OfTimestamp timestamp) {
            json.writeStringProperty("timestamp", Times.text(timestamp.timestamp()));
        } else if (literal instanceof LiteralSchema.OfDuration duration) {
            json.writeStringProperty("duration", Times.text(duration.duration()));
        } else if (literal instanceof LiteralSchema.OfDecimal decimal) {
            json.writeStringProperty("decimal", decimal.decimal().toString());
        } else if (literal instanceof LiteralSchema.OfEnumValue value) {
            json.writeStringProperty("enumValue", value.enumValue());
        } else if (literal instanceof LiteralSchema.OfEmpty) {
            json.writeObjectPropertyStart("empty");
            json.writeEndObject();
        } else {
            throw new InvalidDescriptorException("a value of an unknown kind has no JSON form");
        }
        json.writeEndObject();
    }

    private static void floating(JsonGenerator json, double number) {
        if (Double.isNaN(number)) {
            json.writeString("NaN");
        } else if (Double.isInfinite(number)) {
            json.writeString(number > 0 ? "Infinity" : "-Infinity");
        } else {
            json.writeNumber(number);
        }
    }

    private static double floating(JsonValue value) {
        if (value instanceof JsonValue.OfNumber number) {
            double read = Double.parseDouble(number.digits());
            if (Double.isInfinite(read)) {
                throw value.place().invalid("the number is too large for f64");
            }
            return read;
        }
        return switch (Members.text(value)) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw value.place().invalid("a number, \"NaN\", \"Infinity\" or \"-Infinity\" is expected");
        };
    }

    private static BigDecimal decimal(JsonValue value) {
        String text = value instanceof JsonValue.OfNumber number ? number.digits() : Members.text(value);
        if (text.length() > LONGEST_DECIMAL || !DECIMAL.matcher(text).matches()) {
            throw value.place().invalid("a decimal number is expected, such as \"-10.50\"");
        }
        return new BigDecimal(text);
    }

    private static UUID uuid(JsonValue value) {
        String text = Members.text(value);
        if (!UUID_TEXT.matcher(text).matches()) {
            throw value.place().invalid("a uuid is like \"123e4567-e89b-12d3-a456-426614174000\"");
        }
        return UUID.fromString(text);
    }
}
