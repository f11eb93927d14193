package io.rpcidl.conformance;

import static io.rpcidl.conformance.Subject.full;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values that a writer must not write. They have no octets; the reader of JSON refuses them, or the writer of octets does. */
final class WriterVectors {

    private final List<Vector> vectors = new ArrayList<>();

    private WriterVectors() {}

    static List<Vector> all() {
        WriterVectors all = new WriterVectors();
        all.integers();
        all.texts();
        all.times();
        all.pieces();
        all.limits();
        return all.vectors;
    }

    private void bad(String name, String type, String json, String... clauses) {
        vectors.add(Vector.about("writer/" + name, clauses[0])
                .of(type.startsWith("=") ? "message" : "value", type.startsWith("=") ? full(type.substring(1)) : type)
                .value(json)
                .refused(clauses));
    }

    private void badText(String name, String type, String text, String... clauses) {
        vectors.add(Vector.about("writer/" + name, clauses[0])
                .of("value", type)
                .valueText(text)
                .refused(clauses));
    }

    private void integers() {
        for (int bits : new int[] {8, 16, 32, 64}) {
            java.math.BigInteger half = java.math.BigInteger.TWO.pow(bits - 1);
            String quote = bits == 64 ? "\"" : "";
            bad("i" + bits + "-above", "i" + bits, quote + half + quote, "W-2.4", "W-14.7");
            String below = half.negate().subtract(java.math.BigInteger.ONE).toString();
            bad("i" + bits + "-below", "i" + bits, quote + below + quote, "W-2.4", "W-14.7");
            String above = half.shiftLeft(1).toString();
            bad("u" + bits + "-above", "u" + bits, quote + above + quote, "W-2.4", "W-14.7");
            bad("u" + bits + "-below", "u" + bits, quote + "-1" + quote, "W-2.4", "W-14.7");
        }
        bad("enum-above", full("Colour"), "65536", "W-2.8", "W-14.14", "W-14.7");
        bad("enum-below", full("Colour"), "-1", "W-2.8", "W-14.14", "W-14.7");
        bad("closed-enum-unknown", full("Grade"), "2", "W-2.8", "W-14.14", "W-3.25");
        bad("bool-as-a-number", "bool", "1", "W-2.3", "W-14.7");
        bad("f32-above", "f32", "3.5E38", "W-2.5", "W-14.8");
        bad("f64-above", "f64", "1E309", "W-2.5", "W-14.8");
    }

    private void texts() {
        for (Map.Entry<String, String> lone :
                Map.of("first", "\\ud800", "last", "\\udfff", "first-and-first", "\\ud800\\ud800").entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .toList()) {
            String name = "surrogate-" + lone.getKey();
            badText(name, "string", "\"" + lone.getValue() + "\"", "W-1.4", "W-14.2");
            badText(name + "-in-a-list", "list<string>", "[\"a\", \"" + lone.getValue() + "\"]", "W-1.4", "W-14.2");
            badText(name + "-as-a-key", "map<string,u8>", "{\"" + lone.getValue() + "\": 1}", "W-1.4", "W-14.2");
        }
        bad("decimal-scale-above", "decimal", "\"1E-10001\"", "W-2.11", "W-14.9");
        bad("decimal-scale-below", "decimal", "\"1E+10001\"", "W-2.11", "W-14.9");
        String most = java.math.BigInteger.TWO.pow(511).toString();
        bad("decimal-of-65-octets", "decimal", "\"" + most + "\"", "W-2.11", "W-14.9");
        bad(
                "decimal-of-65-octets-below-zero",
                "decimal",
                "\"-" + most.replaceAll(".$", "9") + "\"",
                "W-2.11",
                "W-14.9");
    }

    private void times() {
        bad("timestamp-after-last", "timestamp", "\"+1000000001-01-01T00:00:00Z\"", "W-2.6", "W-14.12");
        bad("timestamp-before-first", "timestamp", "\"-1000000001-12-31T23:59:59Z\"", "W-2.6", "W-14.12");
        bad("timestamp-with-ten-digits", "timestamp", "\"2000-01-01T00:00:00.0000000001Z\"", "W-2.6", "W-14.12");
        bad("duration-above", "duration", "\"9223372036854775808s\"", "W-2.6", "W-14.13");
        bad("duration-below", "duration", "\"-9223372036854775808.1s\"", "W-2.6", "W-14.13");
        bad("duration-with-ten-digits", "duration", "\"0.0000000001s\"", "W-2.6", "W-14.13");
    }

    private void pieces() {
        bad("required-missing", "=Point", "{\"x\": 1}", "W-3.6", "W-3.9", "W-14.5");
        bad("required-null", "=Point", "{\"x\": 1, \"y\": null}", "W-3.6", "W-3.9", "W-14.5", "W-14.7");
        bad("union-of-none", full("Choice"), "{}", "W-3.10", "W-14.17");
        bad("union-of-two", full("Choice"), "{\"number\": 1, \"text\": \"t\"}", "W-3.10", "W-14.17");
        bad(
                "unknown-variant-known",
                full("Choice"),
                "{\"#1\": {\"kind\": \"int8\", \"octets\": \"01\"}}",
                "W-3.12",
                "W-14.18");
        bad(
                "unknown-variant-0",
                full("Choice"),
                "{\"#0\": {\"kind\": \"int8\", \"octets\": \"01\"}}",
                "W-3.2",
                "W-14.18",
                "W-14.17");
        bad(
                "unknown-variant-65536",
                full("Choice"),
                "{\"#65536\": {\"kind\": \"int8\", \"octets\": \"01\"}}",
                "W-3.2",
                "W-14.18",
                "W-14.17");
        bad(
                "unknown-variant-no-bool",
                full("Choice"),
                "{\"#9\": {\"kind\": \"bool\", \"octets\": \"02\"}}",
                "W-2.3",
                "W-14.18");
        bad(
                "unknown-variant-not-utf8",
                full("Choice"),
                "{\"#9\": {\"kind\": \"string\", \"octets\": \"01ff\"}}",
                "W-1.4",
                "W-14.18");
        bad(
                "unknown-variant-too-long",
                full("Choice"),
                "{\"#9\": {\"kind\": \"int8\", \"octets\": \"0101\"}}",
                "W-3.12",
                "W-14.18");
        bad("set-with-equal-elements", "set<u8>", "[1, 2, 1]", "W-3.18", "W-14.15");
        bad("set-with-an-equal-name-and-number", "set<" + full("Colour") + ">", "[\"RED\", 1]", "W-3.18", "W-14.15");
        badText("map-with-equal-keys", "map<string,u8>", "{\"a\": 1, \"a\": 2}", "W-3.19", "W-14.2", "W-14.16");
        bad(
                "map-with-an-equal-name-and-number",
                "map<" + full("Colour") + ",u8>",
                "{\"RED\": 1, \"1\": 2}",
                "W-3.19",
                "W-14.16");
    }

    private void limits() {
        bad("text-too-long", "=Limited", "{\"text\": \"abcdef\"}", "W-3.25");
        bad("text-of-too-many-octets", "=Limited", "{\"text\": \"\\u20ac\\u20ac\"}", "W-3.25");
        bad("octets-too-long", "=Limited", "{\"octets\": \"AAAAAA==\"}", "W-3.25");
        bad("list-too-long", "=Limited", "{\"numbers\": [1, 2, 3]}", "W-3.25");
        bad("set-too-long", "=Limited", "{\"set\": [1, 2, 3]}", "W-3.25");
        bad("map-too-long", "=Limited", "{\"map\": {\"1\": 1, \"2\": 2, \"3\": 3}}", "W-3.25");
        bad("named-type-too-long", "=Limited", "{\"code\": \"abcde\"}", "W-3.25");
        bad("named-type-too-long-in-a-list", "list<" + full("Code") + ">", "[\"abcd\", \"abcde\"]", "W-3.25");
        Vector deep = Vector.about("writer/depth-65", "W-3.22")
                .of("message", full("Deep"))
                .value(Repeated.of("").then("{\"inner\": ", 64).then("{}").then("}", 64))
                .refused("W-3.22", "W-14.3");
        vectors.add(deep);
        vectors.add(Vector.about("writer/depth-65-in-an-unknown-variant", "W-3.22")
                .of("message", full("Deep"))
                .value(Repeated.of("{\"choice\": ")
                        .then("{\"again\": ", 60)
                        .then("{\"#9\": {\"kind\": \"struct\", \"octets\": \"011d011d00\"}}")
                        .then("}", 61))
                .refused("W-3.22", "W-14.3"));
        vectors.add(Vector.about("writer/budget", "W-3.23")
                .of("message", full("Budget"))
                .value(Repeated.of("{\"bools\": [").then("true,", 999_999).then("true]}"))
                .refused("W-3.23", "W-14.3"));
    }
}
