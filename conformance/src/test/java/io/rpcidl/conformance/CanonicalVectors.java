package io.rpcidl.conformance;

import static io.rpcidl.conformance.Hex.number;
import static io.rpcidl.conformance.Hex.text;
import static io.rpcidl.conformance.Subject.full;

import io.rpcidl.conformance.KeyType.Key;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Canonical form (W-3.26 to W-3.29): octets in any order, and what they are in canonical form. */
final class CanonicalVectors {

    private static final String SHAPE_OF_LIST = "011e";
    private static final String SHAPE_OF_MAP = "011f";

    private static final String NAN_F32 = "0000c07f";
    private static final String NAN_F64 = "000000000000f87f";

    /** A struct with one field of each kind but floats: who looks for floats has to find what is behind them. */
    private static final String OTHER_KINDS =
            Hex.sized("11" + "b8" + "29" + "1a" + "2b" + "2c" + "1c" + "1d" + "2d" + "1e" + "1e" + "2e" + "1f" + "0248")
                    + "01"
                    + Hex.time(1, 2)
                    + "00000000000000000000000000000007"
                    + "0700"
                    + text("f")
                    + "02ffff"
                    + Hex.decimal(0, "05")
                    + ("021414" + number(4, 1) + number(4, 2))
                    + "01130100"
                    + "030201000200"
                    + ("1d01021414" + number(4, 3) + number(4, 4))
                    + ("0b01" + text("w"))
                    + ("0b0401" + text("p") + number(4, 3))
                    + "09";

    private static final String OTHER_KINDS_JSON =
            "{\"bool\": true, \"timestamp\": \"1970-01-01T00:00:01.000000002Z\", "
                    + "\"uuid\": \"00000000-0000-0000-0000-000000000007\", \"colour\": \"BLUE\", \"string\": \"f\", "
                    + "\"bytes\": \"//8=\", \"decimal\": \"5\", \"point\": {\"x\": 1, \"y\": 2}, \"choice\": {\"number\": 1}, "
                    + "\"numbers\": [1, 2], \"points\": [{\"x\": 3, \"y\": 4}], \"words\": [\"w\"], \"prices\": {\"p\": 3}, "
                    + "\"after\": 9}";

    private CanonicalVectors() {}

    static List<Vector> all() {
        List<Vector> vectors = new ArrayList<>();
        KeyType.all().forEach(keys -> orders(vectors, keys));
        floats(vectors);
        nested(vectors);
        unknown(vectors);
        return vectors;
    }

    /** Sets and maps in canonical order, in the opposite one, and in one between. */
    private static void orders(List<Vector> vectors, KeyType keys) {
        List<Key> descending = new ArrayList<>(keys.ascending());
        Collections.reverse(descending);
        List<Key> turned = new ArrayList<>(keys.ascending());
        Collections.rotate(turned, 1);
        String set = keys.set(keys.ascending());
        String map = keys.map(keys.ascending());
        vectors.add(set(keys, "-ascending", "W-3.26", keys.ascending()).canonical(set));
        vectors.add(map(keys, "-ascending", "W-3.26", keys.ascending()).canonical(map));
        for (List<Key> order : List.of(descending, turned)) {
            String suffix = order == turned ? "-turned" : "-descending";
            vectors.add(set(keys, suffix, "W-3.27", order).level("SHOULD").canonical(set));
            vectors.add(map(keys, suffix, "W-3.27", order).level("SHOULD").canonical(map));
        }
    }

    private static Vector set(KeyType keys, String suffix, String clause, List<Key> order) {
        return vector("set-" + keys.name() + suffix, clause, keys.setType(), keys.set(order), keys.setJson(order));
    }

    private static Vector map(KeyType keys, String suffix, String clause, List<Key> order) {
        return vector("map-" + keys.name() + suffix, clause, keys.mapType(), keys.map(order), keys.mapJson(order));
    }

    /** W-3.28, at each place where a float can stand. */
    private static void floats(List<Vector> vectors) {
        for (String other : List.of("010000000000f87f", "000000000000f8ff", "010000000000f07f")) {
            nan(vectors, "f64-" + other, "f64", "0117" + other, "\"NaN\"", "0117" + NAN_F64);
        }
        for (String other : List.of("0203c07f", "0000c0ff", "0100a07f")) {
            nan(vectors, "f32-" + other, "f32", "0116" + other, "\"NaN\"", "0116" + NAN_F32);
        }
        String list = SHAPE_OF_LIST + "0602";
        nan(
                vectors,
                "list",
                "list<f32>",
                list + "010080ff" + "0000807f",
                "[\"NaN\", \"Infinity\"]",
                list + NAN_F32 + "0000807f");
        String map = SHAPE_OF_MAP + "0b0702";
        String first = text("a") + "000000000000f0ff";
        nan(
                vectors,
                "map",
                "map<string,f64>",
                map + text("b") + "ffffffffffffffff" + first,
                "{\"b\": \"NaN\", \"a\": \"-Infinity\"}",
                map + first + text("b") + NAN_F64);
        String uniform = SHAPE_OF_LIST + "1d02" + "0117" + "000000000000f07f";
        nan(
                vectors,
                "uniform",
                "list<" + full("OfF64") + ">",
                uniform + "ffffffffffffff7f",
                "[{\"value\": \"Infinity\"}, {\"value\": \"NaN\"}]",
                uniform + NAN_F64);
        nan(
                vectors,
                "variant",
                full("One"),
                "011d" + "01a6" + "ffffffff",
                "{\"f32\": \"NaN\"}",
                "011d" + "01a6" + NAN_F32);
        String others = SHAPE_OF_LIST + "0d02" + OTHER_KINDS + Hex.shape(Hex.entry(11, Hex.F64));
        nan(
                vectors,
                "behind-other-kinds",
                "list<" + full("Any") + ">",
                others + "ffffffffffffffff",
                "[" + OTHER_KINDS_JSON + ", {\"f64\": \"NaN\"}]",
                others + NAN_F64);
    }

    private static void nan(
            List<Vector> vectors, String name, String type, String octets, String json, String canonical) {
        // Writers should keep the payload of a NaN when the form is not canonical.
        vectors.add(vector("nan-" + name, "W-3.28", type, octets, json)
                .level("SHOULD")
                .canonical(canonical));
    }

    /** What stands inside other values; forms that a writer never chooses; values that look alike. */
    private static void nested(List<Vector> vectors) {
        vectors.add(
                vector("sets-in-a-list", "W-3.27", "list<set<u8>>", "011e0e02" + "02020201" + "020105", "[[2, 1], [5]]")
                        .level("SHOULD")
                        .canonical("011e0e02" + "02020102" + "020105"));
        vectors.add(Vector.about("canonical/set-in-a-map", "W-3.27")
                .of("message", full("Deep"))
                .bytes("013f" + "020d02" + "02" + "015e" + "02020201" + "01" + "00")
                .value("{\"map\": {\"2\": {\"set\": [2, 1]}, \"1\": {}}}")
                .level("SHOULD")
                .canonical("013f" + "020d02" + "01" + "00" + "02" + "015e" + "02020102"));
        vectors.add(Vector.about("canonical/set-in-an-error", "W-3.27")
                .of("message", full("Failed"))
                .bytes("020e1b" + "0b02" + text("b") + text("a"))
                .value("{\"words\": [\"b\", \"a\"]}")
                .level("SHOULD")
                .canonical("020e1b" + "0b02" + text("a") + text("b")));
        String points = number(4, 1) + number(4, 2);
        String uniform = "011e1d01" + "021414" + points;
        vectors.add(vector(
                        "shape-at-each-element",
                        "W-3.26",
                        "list<" + full("Point") + ">",
                        "011e0d01" + "021414" + points,
                        "[{\"x\": 1, \"y\": 2}]")
                .reencoded(uniform)
                .canonical(uniform));
        String entry = "021b23" + text("a") + "0500";
        vectors.add(Vector.about("canonical/default-absent", "W-3.26")
                .of("message", full("Entry"))
                .bytes("011b" + text("a"))
                .value("{\"name\": \"a\", \"weight\": 5}")
                .reencoded(entry)
                .canonical(entry));
        vectors.add(vector("decimal-1.0", "W-3.26", "decimal", "011c0301000a", "\"1.0\"")
                .canonical("011c0301000a"));
        vectors.add(vector("decimal-1.00", "W-3.26", "decimal", "011c03020064", "\"1.00\"")
                .canonical("011c03020064"));
        vectors.add(vector("zero", "W-3.28", "f32", "0116" + "00000000", "0.0").canonical("0116" + "00000000"));
        vectors.add(vector("minus-zero", "W-3.28", "f32", "0116" + "00000080", "-0.0")
                .canonical("0116" + "00000080"));
    }

    /** W-3.29. */
    private static void unknown(List<Vector> vectors) {
        String json = "{\"#9\": {\"kind\": \"int8\", \"octets\": \"07\"}}";
        vectors.add(vector("unknown-variant", "W-3.29", full("Choice"), "011d" + "0192" + "07", json)
                .noCanonical("W-3.29"));
        vectors.add(vector(
                        "unknown-variant-in-a-list",
                        "W-3.29",
                        "list<" + full("Choice") + ">",
                        "011e0d02" + "0113" + "0100" + "0192" + "07",
                        "[{\"number\": 1}, " + json + "]")
                .noCanonical("W-3.29"));
        vectors.add(vector(
                        "unknown-variant-in-a-map",
                        "W-3.29",
                        "map<u8," + full("Choice") + ">",
                        "011f020d01" + "05" + "0192" + "07",
                        "{\"5\": " + json + "}")
                .noCanonical("W-3.29"));
        vectors.add(Vector.about("canonical/unknown-variant-in-a-struct", "W-3.29")
                .of("message", full("Deep"))
                .bytes("014d" + "0192" + "07")
                .value("{\"choice\": " + json + "}")
                .noCanonical("W-3.29"));
    }

    private static Vector vector(String name, String clause, String type, String octets, String json) {
        return Vector.about("canonical/" + name, clause)
                .of("value", type)
                .bytes(octets)
                .value(json);
    }
}
