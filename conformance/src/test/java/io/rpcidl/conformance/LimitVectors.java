package io.rpcidl.conformance;

import static io.rpcidl.conformance.Hex.number;
import static io.rpcidl.conformance.Hex.text;
import static io.rpcidl.conformance.Hex.varint;
import static io.rpcidl.conformance.Subject.full;

import java.util.ArrayList;
import java.util.List;

/** Budget, numbers of fields and constraints: at the limit, and one above. */
final class LimitVectors {

    private static final String TEN_SHAPE = "0a11111111111111111111";
    private static final String TEN = "01".repeat(10);
    private static final String TEN_JSON = "{\"a\":true,\"b\":true,\"c\":true,\"d\":true,\"e\":true,"
            + "\"f\":true,\"g\":true,\"h\":true,\"i\":true,\"j\":true}";

    private LimitVectors() {}

    /** 1,000,000 units and one more, in every way to spend them (W-3.23). */
    static List<Vector> budget() {
        List<Vector> vectors = new ArrayList<>();
        String budget = full("Budget");
        vectors.add(good("budget/list", budget)
                .bytes(Repeated.of("012e01" + varint(999_999)).then("01", 999_999))
                .value(Repeated.of("{\"bools\": [").then("true,", 999_998).then("true]}")));
        vectors.add(bad("budget/list", budget)
                .bytes(Repeated.of("012e01" + varint(1_000_000)).then("01", 1_000_000)));
        vectors.add(bad("budget/list-of-strings", budget)
                .bytes(Repeated.of("013e0b" + varint(1_000_000)).then("00", 1_000_000)));
        Repeated tens = Repeated.of("1d" + varint(99_999) + TEN_SHAPE).then(TEN, 99_999);
        Repeated tensJson =
                Repeated.of("{\"tens\": [").then(TEN_JSON + ",", 99_998).then(TEN_JSON + "]");
        vectors.add(good("budget/uniform-list", budget)
                .bytes(Repeated.of("021e1e").then(tens).then("0108" + "01".repeat(8)))
                .value(tensJson.then(", \"bools\": [" + "true, ".repeat(7) + "true]}")));
        vectors.add(bad("budget/uniform-list", budget)
                .bytes(Repeated.of("021e1e").then(tens).then("0109" + "01".repeat(9))));
        Repeated shaped = Repeated.of("0d" + varint(90_909)).then(TEN_SHAPE + TEN, 90_909);
        vectors.add(good("budget/list-of-structs", budget)
                .bytes(Repeated.of("011e").then(shaped))
                .value(Repeated.of("{\"tens\": [").then(TEN_JSON + ",", 90_908).then(TEN_JSON + "]}"))
                .reencoded(Repeated.of("011e1d" + varint(90_909) + TEN_SHAPE).then(TEN, 90_909)));
        vectors.add(bad("budget/list-of-structs", budget)
                .bytes(Repeated.of("021e32").then(shaped).then("07")));
        steppedOver(vectors, "list", "e01", 999_999, "", "01");
        steppedOver(vectors, "list-of-structs", "e0d", 999_999, "", "00");
        steppedOver(vectors, "uniform-list", "e1d", 999_999, "0111", "01");
        steppedOver(vectors, "uniform-list-of-three", "e1d", 333_333, "03111111", "010101");
        steppedOver(vectors, "map", "f0202", 999_999, "", "0000");
        vectors.add(Vector.about("budget/unknown-variant/refused", "W-3.23")
                .of("value", full("Choice"))
                .bytes(Repeated.of("011d019e01" + varint(999_999)).then("01", 999_999))
                .refused("W-3.23"));
        vectors.add(Vector.about("budget/unknown-variant/at-the-limit", "W-3.23")
                .of("value", full("Choice"))
                .bytes(Repeated.of("011d019e01" + varint(999_998)).then("01", 999_998))
                .value(Repeated.of("{\"#9\": {\"kind\": \"list\", \"octets\": \"01" + varint(999_998))
                        .then("01", 999_998)
                        .then("\"}}")));
        return vectors;
    }

    private static void steppedOver(
            List<Vector> vectors, String name, String head, int count, String shape, String element) {
        String id = "budget/skipped-" + name;
        vectors.add(good(id, full("Nothing"))
                .bytes(Repeated.of("019" + head + varint(count) + shape).then(element, count))
                .value("{}")
                .reencoded("00"));
        vectors.add(bad(id, full("Nothing"))
                .bytes(Repeated.of("019" + head + varint(count + 1) + shape).then(element, count + 1)));
    }

    private static Vector good(String id, String type) {
        return Vector.about(id + "/at-the-limit", "W-3.23").of("message", type);
    }

    private static Vector bad(String id, String type) {
        return Vector.about(id + "/refused", "W-3.23").of("message", type).refused("W-3.23");
    }

    /** Short and long distances, and 65,535. */
    static List<Vector> numbers() {
        List<Vector> vectors = new ArrayList<>();
        wide(vectors, "1", "01" + "12", "first");
        wide(vectors, "16", "02" + "0210", "near");
        wide(vectors, "32", "02" + "0220", "far");
        wide(vectors, "160", "03" + "02a001", "further");
        wide(vectors, "16544", "04" + "02a08101", "long");
        wide(vectors, "65535", "04" + "02ffff03", "last");
        vectors.add(Vector.about("numbers/all", "W-3.3")
                .of("message", full("Wide"))
                .bytes("0f" + "12" + "f2" + "0210" + "028001" + "02808001" + "02dffe02" + "010203040506")
                .value("{\"first\": 1, \"near\": 2, \"far\": 3, \"further\": 4, \"long\": 5, \"last\": 6}"));
        many(vectors, 127);
        many(vectors, 128);
        many(vectors, 65_535);
        vectors.add(Vector.about("numbers/refused/more-than-there-are", "W-3.3")
                .of("message", full("Nothing"))
                .bytes(Repeated.of(varint(65_536)).then("11", 65_536).then("01", 65_536))
                .refused("W-3.3"));
        vectors.add(refusedNumber("65536", "04" + "02808004" + "07", "W-3.3"));
        vectors.add(refusedNumber("65536-behind-65535", "05" + "02ffff03" + "12" + "0707", "W-3.3"));
        vectors.add(refusedNumber("of-32-bits", "06" + "02ffffffff0f" + "07", "W-3.3"));
        vectors.add(refusedNumber("that-comes-back-to-1", "06" + "028180808010" + "07", "W-3.3", "W-1.3"));
        vectors.add(refusedNumber("15-at-a-long-distance", "02" + "020f" + "07", "W-3.3"));
        vectors.add(refusedNumber("1-at-a-long-distance", "02" + "0201" + "07", "W-3.3"));
        vectors.add(refusedNumber("16-with-a-zero-octet", "03" + "029000" + "07", "W-1.3", "W-3.3"));
        return vectors;
    }

    /** So many fields that a reader without any of them steps over; the length of their shape is a varint. */
    private static void many(List<Vector> vectors, int count) {
        vectors.add(Vector.about("numbers/shape-of-" + count, "W-3.2")
                .of("message", full("Nothing"))
                .bytes(Repeated.of(varint(count)).then("11", count).then("01", count))
                .value("{}")
                .reencoded("00"));
    }

    /** Lengths and counts around the borders where their varint takes an octet more (W-1.3). */
    static List<Vector> lengths() {
        List<Vector> vectors = new ArrayList<>();
        for (int length : new int[] {127, 128, 16_383, 16_384, 2_097_150, 2_097_153}) {
            vectors.add(length("string", "string", length)
                    .bytes(Repeated.of("011b" + varint(length)).then("61", length))
                    .value(Repeated.of("\"").then("a", length).then("\"")));
            vectors.add(length("string-one-octet-missing", "string", length)
                    .bytes(Repeated.of("011b" + varint(length)).then("61", length - 1))
                    .refused("W-1.6"));
            int thirds = length / 3 * 3;
            vectors.add(length("bytes", "bytes", thirds)
                    .bytes(Repeated.of("011c" + varint(thirds)).then("00", thirds))
                    .value(Repeated.of("\"").then("AAAA", thirds / 3).then("\"")));
        }
        for (int count : new int[] {127, 128, 16_383, 16_384}) {
            vectors.add(length("list", "list<i8>", count)
                    .bytes(Repeated.of("011e02" + varint(count)).then("05", count))
                    .value(Repeated.of("[").then("5,", count - 1).then("5]")));
            vectors.add(length("list-one-element-missing", "list<i8>", count)
                    .bytes(Repeated.of("011e02" + varint(count)).then("05", count - 1))
                    .refused("W-3.17"));
        }
        return vectors;
    }

    private static Vector length(String name, String type, int length) {
        String clause = name.startsWith("string-") ? "W-1.6" : name.startsWith("list-") ? "W-3.17" : "W-1.3";
        return Vector.about("lengths/" + name + "-of-" + length, clause).of("value", type);
    }

    private static void wide(List<Vector> vectors, String name, String shape, String field) {
        vectors.add(Vector.about("numbers/" + name, "W-3.2")
                .of("message", full("Wide"))
                .bytes(shape + "07")
                .value("{\"" + field + "\": 7}"));
    }

    private static Vector refusedNumber(String name, String octets, String... clauses) {
        return Vector.about("numbers/refused/" + name, clauses[0])
                .of("message", full("Wide"))
                .bytes(octets)
                .refused(clauses);
    }

    /** {@code @max} of each type that can have one (W-3.25). */
    static List<Vector> maxima() {
        List<Vector> vectors = new ArrayList<>();
        String point = number(4, 1) + number(4, 2);
        String pointJson = "{\"x\": 1, \"y\": 2}";
        maximum(vectors, "text", "1b", text("abcde"), text("abcdef"), "\"abcde\"");
        maximum(
                vectors,
                "text-of-two-octets",
                "1b",
                text("a\u00e9\u00e9"),
                text("\u00e9\u00e9\u00e9"),
                "\"a\\u00e9\\u00e9\"");
        maximum(vectors, "octets", "2c", "03000000", "0400000000", "\"AAAA\"");
        maximum(vectors, "numbers", "3e", "02020102", "0203010203", "[1, 2]");
        maximum(vectors, "set", "4e", "02020102", "0203010203", "[1, 2]");
        maximum(vectors, "map", "5f", "02020201010202", "020203010102020303", "{\"1\": 1, \"2\": 2}");
        String two = "1d02021414" + point.repeat(2);
        maximum(vectors, "points", "6e", two, "1d03021414" + point.repeat(3), "[" + pointJson + ", " + pointJson + "]");
        maximum(vectors, "points-each-with-a-shape", "6e", "0d00", "0d03" + ("021414" + point).repeat(3), "[]");
        maximum(vectors, "code", "7b", text("abcd"), text("abcde"), "\"abcd\"");
        return vectors;
    }

    private static void maximum(
            List<Vector> vectors, String name, String entry, String allowed, String longer, String json) {
        String id = "maximum/" + name;
        String field = name.replaceAll("-.*", "");
        vectors.add(Vector.about(id + "/allowed", "W-3.25")
                .of("message", full("Limited"))
                .bytes("01" + entry + allowed)
                .value("{\"" + field + "\": " + json + "}"));
        vectors.add(Vector.about(id + "/refused", "W-3.25")
                .of("message", full("Limited"))
                .bytes("01" + entry + longer)
                .refused("W-3.25"));
    }
}
