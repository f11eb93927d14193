package io.rpcidl.schema.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of an object that stands for a struct. Each is taken once; {@link #end} refuses those that are left. */
final class Members {

    private static final Comparator<Place> FIRST =
            Comparator.comparingInt(Place::line).thenComparingInt(Place::column);
    private static final BigInteger U16_MAX = BigInteger.valueOf(0xFFFF);
    private static final BigInteger U32_MAX = BigInteger.valueOf(0xFFFF_FFFFL);

    private final Place place;
    private final Map<String, JsonValue> left;

    Members(JsonValue value) {
        if (!(value instanceof JsonValue.OfObject object)) {
            throw value.place().invalid("an object is expected, not " + value.kind());
        }
        this.place = object.place();
        this.left = new HashMap<>(object.members());
    }

    Place place() {
        return place;
    }

    /** Refuses members that nobody has taken. */
    void end() {
        left.values().stream().map(JsonValue::place).min(FIRST).ifPresent(extra -> {
            throw extra.invalid("there is no such member");
        });
    }

    /** A member that may be absent or null. */
    <T> @Nullable T optional(String name, Function<JsonValue, T> read) {
        JsonValue value = left.remove(name);
        return value == null || value instanceof JsonValue.OfNull ? null : read.apply(value);
    }

    <T> T required(String name, Function<JsonValue, T> read) {
        JsonValue value = left.remove(name);
        if (value == null) {
            throw place.invalid("the member \"" + name + "\" is missing");
        }
        return read.apply(value);
    }

    String text(String name) {
        return required(name, Members::text);
    }

    @Nullable
    String optionalText(String name) {
        return optional(name, Members::text);
    }

    /** False when it is absent. */
    boolean flag(String name) {
        return left.containsKey(name) && required(name, Members::flag);
    }

    int u16(String name) {
        return required(name, value -> integer(value, U16_MAX)).intValue();
    }

    @Nullable
    Long optionalU32(String name) {
        BigInteger number = optional(name, value -> integer(value, U32_MAX));
        return number == null ? null : number.longValue();
    }

    /** No elements when it is absent. */
    <T> List<T> list(String name, Function<JsonValue, T> read) {
        return left.containsKey(name) ? required(name, value -> elements(value, read)) : List.of();
    }

    static String text(JsonValue value) {
        if (value instanceof JsonValue.OfText text) {
            return text.text();
        }
        throw value.place().invalid("a string is expected, not " + value.kind());
    }

    static boolean flag(JsonValue value) {
        if (value instanceof JsonValue.OfBool bool) {
            return bool.value();
        }
        throw value.place().invalid("true or false is expected, not " + value.kind());
    }

    private static BigInteger integer(JsonValue value, BigInteger maximum) {
        if (value instanceof JsonValue.OfNumber number && number.digits().matches("0|[1-9][0-9]{0,9}")) {
            BigInteger integer = new BigInteger(number.digits());
            if (integer.compareTo(maximum) <= 0) {
                return integer;
            }
        }
        throw value.place().invalid("a whole number from 0 to " + maximum + " is expected");
    }

    private static <T> List<T> elements(JsonValue value, Function<JsonValue, T> read) {
        if (!(value instanceof JsonValue.OfArray array)) {
            throw value.place().invalid("an array is expected, not " + value.kind());
        }
        List<T> elements = new ArrayList<>();
        array.elements().forEach(element -> elements.add(read.apply(element)));
        return elements;
    }

    /** The only member of an object that stands for a union; the map says how to read each variant. */
    static <T> T variant(JsonValue value, Map<String, Function<JsonValue, T>> variants) {
        if (!(value instanceof JsonValue.OfObject object) || object.members().size() != 1) {
            throw value.place().invalid("an object with exactly one member is expected");
        }
        Map.Entry<String, JsonValue> only =
                object.members().entrySet().iterator().next();
        Function<JsonValue, T> read = variants.get(only.getKey());
        if (read == null) {
            throw only.getValue().place().invalid("there is no such variant");
        }
        return read.apply(only.getValue());
    }

    /** The value of a variant that has none: an empty object or null. */
    static <T> T nothing(JsonValue value, T variant) {
        if (value instanceof JsonValue.OfNull
                || (value instanceof JsonValue.OfObject object
                        && object.members().isEmpty())) {
            return variant;
        }
        throw value.place().invalid("an empty object is expected, not " + value.kind());
    }
}
