package io.rpcidl.conformance;

import static io.rpcidl.conformance.Hex.entry;
import static io.rpcidl.conformance.Hex.number;
import static io.rpcidl.conformance.Hex.shape;
import static io.rpcidl.conformance.Hex.text;

import java.util.List;

/** Subjects of kind struct: structs with and without optional fields, and a union. */
final class Structs {

    private static final String X_AND_Y = number(4, 1) + number(4, -2);

    private Structs() {}

    static List<Subject> all() {
        return List.of(point(), record(), choice());
    }

    /** What is wrong with a shape whatever the schema says. */
    private static Subject shapes(Subject subject) {
        return subject.bad("kind-0", "0110", "W-3.4")
                .bad("kind-0-at-a-long-distance", "020010", "W-3.4")
                .bad("kind-0-behind-a-field", "02" + "12" + "10" + "07", "W-3.4", "W-3.8")
                .bad("long-distance-of-15", "02040f", "W-3.3")
                .bad("long-distance-of-0", "020400", "W-3.3")
                .bad("long-distance-with-a-zero-octet", "03049000", "W-1.3", "W-3.3")
                .bad("long-distance-of-four-octets", "0504ffffff7f", "W-3.3")
                .bad("long-distance-of-six-octets", "0704808080808001", "W-1.3", "W-3.3")
                .bad("number-65536", "0404808004", "W-3.3")
                .bad("number-65536-in-two-steps", "0504ffff0312", "W-3.3", "W-3.9")
                .bad("shape-ends-before-a-distance", "0104", "W-3.4")
                .bad("shape-ends-inside-a-distance", "020490", "W-3.4")
                .bad("length-with-a-zero-octet", "8000", "W-1.3")
                .bad("length-of-33-bits", "ffffffff1f", "W-1.3")
                .bad("length-of-32-bits", "ffffffff0f", "W-1.6")
                .badAtEnd("length-one-too-large", "0212", "W-1.6")
                .badAtEnd("missing", "", "W-3.5");
    }

    private static Subject point() {
        String shape = shape(entry(1, Hex.INT32), entry(1, Hex.INT32));
        String json = "{\"x\": 1, \"y\": -2}";
        String known = shape + X_AND_Y;
        Subject subject = Subject.of("point", 21, "~Point", Hex.STRUCT, "W-3.1")
                .constantShape(shape)
                .good("as-written", known, json)
                .good("unknown-field-behind", "03141412" + X_AND_Y + "07", json, known, "W-3.7")
                .good("unknown-field-far-behind", "05141402ac02" + X_AND_Y + "07", json, known, "W-3.7")
                .good("unknown-struct-behind", "0314141d" + X_AND_Y + "00", json, known, "W-3.7")
                .badBySchema("empty", "00", "W-3.9")
                .badBySchema("first-missing", "0124" + number(4, 1), "W-3.9")
                .badBySchema("last-missing", "0114" + number(4, 1), "W-3.9")
                .badBySchema("last-missing-and-more", "021422" + number(4, 1) + "07", "W-3.9")
                .badBySchema("first-of-another-kind", "021314" + number(2, 1) + number(4, 1), "W-3.8")
                .badBySchema("last-of-another-kind", "021415" + number(4, 1) + number(8, 1), "W-3.8")
                .badAtEnd("last-value-cut-short", shape + number(4, 1) + "0102", "W-3.5")
                .badAtEnd("last-value-missing", shape + number(4, 1), "W-3.5")
                .badAtEnd("values-missing", shape, "W-3.5");
        return shapes(subject);
    }

    private static Subject record() {
        String json = "{\"name\": \"n\", \"mark\": 9, \"weight\": 6}";
        String all = "031b1213" + text("n") + "09" + "0600";
        Subject subject = Subject.of("entry", 22, "~Entry", Hex.STRUCT, "W-3.6")
                .good("all-fields", all, json)
                .good("optional-absent", "021b23" + text("n") + "0600", "{\"name\": \"n\", \"weight\": 6}")
                .good("default-written", "021b23" + text("n") + "0500", "{\"name\": \"n\", \"weight\": 5}")
                .good(
                        "default-absent",
                        "011b" + text("n"),
                        "{\"name\": \"n\", \"weight\": 5}",
                        "021b23" + text("n") + "0500",
                        "W-3.9")
                .good(
                        "default-absent-before-unknown",
                        "031b122e" + text("n") + "09" + "0200",
                        "{\"name\": \"n\", \"mark\": 9, \"weight\": 5}",
                        "031b1213" + text("n") + "09" + "0500",
                        "W-3.9")
                .badBySchema("required-missing", "022213" + "090600", "W-3.9")
                .badBySchema("optional-of-another-kind", "031b1313" + text("n") + "09000600", "W-3.8")
                .badBySchema("default-of-another-kind", "031b1212" + text("n") + "0906", "W-3.8")
                .badBySchema("required-of-another-kind", "031c1213" + text("n") + "090600", "W-3.8")
                .bad("text-in-it-is-not-utf8", "021b23" + "01ff" + "0600", "W-1.4")
                .badAtEnd("behind-the-optional-missing", "031b1213" + text("n") + "09", "W-3.5");
        return subject;
    }

    private static Subject choice() {
        String nothing = "013d" + "00";
        Subject subject = Subject.of("choice", 23, "~Choice", Hex.STRUCT, "W-3.10")
                .good("number", "01130500", "{\"number\": 5}")
                .good("text", "012b" + text("t"), "{\"text\": \"t\"}")
                .good("nothing", nothing, "{\"nothing\": {}}", nothing, "W-3.11")
                .good("nothing-with-a-field", "013d" + "011207", "{\"nothing\": {}}", nothing, "W-3.11")
                .good("nothing-with-a-list", "013d" + "012e0201" + "07", "{\"nothing\": {}}", nothing, "W-3.11")
                .good("far", "020d28" + "021414" + X_AND_Y, "{\"point\": {\"x\": 1, \"y\": -2}}")
                .good(
                        "unknown",
                        "019b" + text("new"),
                        "{\"#9\": {\"kind\": \"string\", \"octets\": \"036e6577\"}}",
                        "019b" + text("new"),
                        "W-3.12")
                .badBySchema("no-variant", "00", "W-3.10")
                .badBySchema("two-variants", "021312" + "050007", "W-3.10")
                .badBySchema("a-known-and-an-unknown-one", "021382" + "050007", "W-3.10")
                .badBySchema("two-unknown-ones", "029212" + "0707", "W-3.10")
                .badBySchema("of-another-kind", "0114" + number(4, 1), "W-3.8")
                .badBySchema("nothing-as-a-number", "013207", "W-3.8")
                .bad("kind-0", "0190", "W-3.4")
                .bad("field-in-nothing-of-kind-0", "013d" + "0110", "W-3.4")
                .bad("field-in-nothing-no-bool", "013d" + "0111" + "02", "W-2.3")
                .bad("number-65536", "0404808004", "W-3.3")
                .bad("text-in-it-is-not-utf8", "012b01ff", "W-1.4")
                .bad("text-in-an-unknown-one-is-not-utf8", "019b01ff", "W-1.4")
                .badAtEnd("value-missing", "0113", "W-3.5")
                .badAtEnd("value-of-an-unknown-one-missing", "0193", "W-3.5")
                .badAtEnd("struct-of-nothing-missing", "013d", "W-3.5");
        return subject;
    }
}
