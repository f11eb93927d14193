package io.rpcidl.schema.json;

import java.util.List;
import java.util.Map;

/** A value of a JSON text. */
sealed interface JsonValue {

    /** Where it begins. */
    Place place();

    /** What it is, for messages. */
    String kind();

    /** An object; its members in the order of the text. */
    record OfObject(Place place, Map<String, JsonValue> members) implements JsonValue {
        @Override
        public String kind() {
            return "an object";
        }
    }

    /** An array. */
    record OfArray(Place place, List<JsonValue> elements) implements JsonValue {
        @Override
        public String kind() {
            return "an array";
        }
    }

    /** A string. */
    record OfText(Place place, String text) implements JsonValue {
        @Override
        public String kind() {
            return "a string";
        }
    }

    /** A number, as it is written. */
    record OfNumber(Place place, String digits) implements JsonValue {
        @Override
        public String kind() {
            return "a number";
        }
    }

    /** {@code true} or {@code false}. */
    record OfBool(Place place, boolean value) implements JsonValue {
        @Override
        public String kind() {
            return value ? "true" : "false";
        }
    }

    /** {@code null}. */
    record OfNull(Place place) implements JsonValue {
        @Override
        public String kind() {
            return "null";
        }
    }
}
