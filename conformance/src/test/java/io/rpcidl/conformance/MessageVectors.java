package io.rpcidl.conformance;

import static io.rpcidl.conformance.Hex.number;
import static io.rpcidl.conformance.Hex.text;
import static io.rpcidl.conformance.Hex.time;
import static io.rpcidl.conformance.Subject.full;

import java.util.ArrayList;
import java.util.List;

/** Whole messages: what methods send, where a message ends, defaults, and the order of sets and maps. */
final class MessageVectors {

    private MessageVectors() {}

    /** W-3.21 and W-3.5. */
    static List<Vector> methods() {
        List<Vector> vectors = new ArrayList<>();
        vectors.add(good("parameters/both", "parameters", "Calls.two", "021b12" + text("n") + "09")
                .value("{\"name\": \"n\", \"mark\": 9}"));
        vectors.add(good("parameters/optional-absent", "parameters", "Calls.two", "011b" + text("n"))
                .value("{\"name\": \"n\"}"));
        vectors.add(good("parameters/none", "parameters", "Calls.nothing", "00").value("{}"));
        vectors.add(good("parameters/default", "parameters", "Calls.maybe", "00")
                .value("{\"yes\": true}")
                .reencoded("011101"));
        vectors.add(good("parameters/of-a-newer-caller", "parameters", "Calls.nothing", "011b" + text("n"))
                .value("{}")
                .reencoded("00"));
        vectors.add(good("result/number", "result", "Calls.two", "0114" + number(4, 7))
                .value("7"));
        vectors.add(good("result/void", "result", "Calls.nothing", "00").value("null"));
        vectors.add(good("result/void-of-a-newer-server", "result", "Calls.nothing", "011207")
                .value("null")
                .reencoded("00"));
        vectors.add(good("result/absent", "result", "Calls.maybe", "00").value("null"));
        vectors.add(good("result/present", "result", "Calls.maybe", "011b" + text(""))
                .value("\"\""));
        vectors.add(good("error", "message", "Failed", "012205").value("{\"i8\": 5}"));
        vectors.add(bad("parameters/required-missing", "parameters", "Calls.two", "012209", "W-3.9"));
        vectors.add(bad("parameters/of-another-kind", "parameters", "Calls.two", "011c00", "W-3.8"));
        vectors.add(bad("result/missing", "result", "Calls.two", "00", "W-3.9"));
        vectors.add(bad("result/of-another-kind", "result", "Calls.two", "0112" + "07", "W-3.8"));
        vectors.add(bad("result/of-field-2", "result", "Calls.two", "0124" + number(4, 7), "W-3.9"));
        vectors.add(bad("result/optional-of-another-kind", "result", "Calls.maybe", "011c00", "W-3.8"));
        vectors.add(bad("result/void-and-no-bool", "result", "Calls.nothing", "011102", "W-2.3"));
        for (String[] whole : new String[][] {
            {"parameters", "Calls.two", "011b" + text("n")},
            {"parameters", "Calls.nothing", "00"},
            {"result", "Calls.two", "0114" + number(4, 7)},
            {"result", "Calls.nothing", "00"},
            {"result", "Calls.maybe", "00"},
            {"result", "Calls.maybe", "011b00"},
            {"message", "Point", "021414" + number(4, 1) + number(4, 2)},
            {"message", "Nothing", "00"},
            {"message", "Any", "00"},
            {"message", "Failed", "00"},
            {"value", "Choice", "011d" + "01130100"},
            {"value", "Point", "011d" + "021414" + number(4, 1) + number(4, 2)}
        }) {
            String id = whole[0] + "/" + whole[1] + "-" + Hex.size(whole[2]);
            vectors.add(bad(id + "/no-octet", whole[0], whole[1], "", "W-3.5"));
            vectors.add(bad(id + "/an-octet-more", whole[0], whole[1], whole[2] + "00", "W-3.5"));
            vectors.add(bad(id + "/twice", whole[0], whole[1], whole[2] + whole[2], "W-3.5"));
        }
        return distinct(vectors);
    }

    /** The same message may have been named twice above. */
    private static List<Vector> distinct(List<Vector> vectors) {
        List<Vector> distinct = new ArrayList<>();
        for (Vector vector : vectors) {
            if (distinct.stream().noneMatch(other -> other.subject().equals(vector.subject()))) {
                distinct.add(vector);
            }
        }
        return distinct;
    }

    /** A default for each type that can have one (W-3.6, W-3.9). */
    static List<Vector> defaults() {
        String shape =
                "0e" + "11" + "12" + "15" + "16" + "17" + "1b" + "19" + "18" + "18" + "1c" + "1a" + "1e" + "1e" + "1f";
        String all = shape + "01" + "fd" + "ffffffffffffffff" + "0000003f" + "000000000000f07f" + text("\u00e9")
                + "00112233445566778899aabbccddeeff" + time(981_173_106, 700_000_000) + time(-2, 500_000_000)
                + "040200de03" + "0100" + "0200" + "0200" + "020200";
        String json = "{\"yes\": true, \"small\": -3, \"large\": \"18446744073709551615\", \"ratio\": 0.5, "
                + "\"limit\": \"Infinity\", \"word\": \"\\u00e9\", \"id\": \"00112233-4455-6677-8899-aabbccddeeff\", "
                + "\"then\": \"2001-02-03T04:05:06.7Z\", \"wait\": \"-1.5s\", \"price\": \"9.90\", \"colour\": \"RED\", "
                + "\"numbers\": [], \"set\": [], \"map\": {}}";
        List<Vector> vectors = new ArrayList<>();
        vectors.add(Vector.about("defaults/all-written", "W-3.6")
                .of("message", full("Defaults"))
                .bytes(all)
                .value(json));
        vectors.add(Vector.about("defaults/all-absent", "W-3.9")
                .of("message", full("Defaults"))
                .bytes("00")
                .value(json)
                .reencoded(all));
        vectors.add(Vector.about("defaults/one-present", "W-3.9")
                .of("message", full("Defaults"))
                .bytes("01" + "22" + "05")
                .value(json.replace("-3", "5"))
                .reencoded(all.replace("01fdff", "0105ff")));
        return vectors;
    }

    /** The order of the writer (W-3.20); sets and maps of one entry have none. */
    static List<Vector> orders() {
        List<Vector> vectors = new ArrayList<>();
        vectors.add(order("set-descending", "set<u8>", "011e" + "02" + "03" + "030201", "[3, 2, 1]"));
        vectors.add(order(
                "set-mixed",
                "set<string>",
                "011e" + "0b" + "03" + text("b") + text("c") + text("a"),
                "[\"b\", \"c\", \"a\"]"));
        vectors.add(order(
                "map-descending",
                "map<u8,u8>",
                "011f" + "0202" + "03" + "030102010103",
                "{\"3\": 1, \"2\": 1, \"1\": 3}"));
        return vectors;
    }

    private static Vector order(String name, String type, String octets, String json) {
        return Vector.about("order/" + name, "W-3.20")
                .level("SHOULD")
                .of("value", type)
                .bytes(octets)
                .value(json);
    }

    private static Vector good(String id, String form, String type, String octets) {
        return Vector.about("methods/" + id, "W-3.21").of(form, full(type)).bytes(octets);
    }

    private static Vector bad(String id, String form, String type, String octets, String clause) {
        return Vector.about("methods/" + id, clause)
                .of(form, full(type))
                .bytes(octets)
                .refused(clause);
    }
}
