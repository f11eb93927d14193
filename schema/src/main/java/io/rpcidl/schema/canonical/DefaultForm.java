package io.rpcidl.schema.canonical;

import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.EnumValueSchema;
import io.rpcidl.schema.InvalidDescriptorException;
import io.rpcidl.schema.LiteralSchema;
import io.rpcidl.schema.ScalarType;
import io.rpcidl.schema.SchemaIndex;
import io.rpcidl.schema.TypeName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/** Defaults in the canonical form. */
final class DefaultForm {

    private final SchemaIndex index;
    private final Map<String, Map<String, Integer>> enumNumbers = new HashMap<>();

    DefaultForm(SchemaIndex index) {
        this.index = index;
    }

    void append(StringBuilder text, String type, LiteralSchema literal) {
        String value = literal.match(
                bool -> Boolean.toString(bool.bool()),
                integer -> integer.integer().toBigIntegerExact().toString(),
                number -> bits(number.floating(), index.scalarOf(TypeName.parse(type)) == ScalarType.F32),
                string -> "x" + HexFormat.of().formatHex(string.text().getBytes(StandardCharsets.UTF_8)),
                uuid -> uuid.uuid().toString(),
                time -> seconds(time.timestamp()),
                span -> seconds(span.duration()),
                decimal -> decimal.decimal().unscaledValue() + ":"
                        + decimal.decimal().scale(),
                each -> Integer.toString(number(type, each.enumValue())),
                empty -> "[]",
                unknown -> {
                    throw new InvalidDescriptorException("a default is of the unknown kind "
                            + unknown.value().number());
                });
        text.append(value);
    }

    private static String seconds(Instant time) {
        return time.getEpochSecond() + ":" + time.getNano();
    }

    private static String seconds(Duration span) {
        return span.getSeconds() + ":" + span.getNano();
    }

    /** All bits of the number, of its own width; there is one NaN. */
    private static String bits(double number, boolean narrow) {
        return narrow
                ? HexFormat.of().toHexDigits(Float.floatToIntBits((float) number))
                : HexFormat.of().toHexDigits(Double.doubleToLongBits(number));
    }

    private int number(String type, String value) {
        Integer number = enumNumbers.computeIfAbsent(type, this::numbers).get(value);
        if (number == null) {
            throw new InvalidDescriptorException("'" + type + "' has no value '" + value + "'");
        }
        return number;
    }

    private Map<String, Integer> numbers(String type) {
        return index.get(type) instanceof DefinitionSchema.OfEnumeration enumeration
                ? enumeration.enumeration().values().stream()
                        .collect(Collectors.toMap(EnumValueSchema::name, EnumValueSchema::number))
                : Map.of();
    }
}
