package io.rpcidl.conformance;

import static io.rpcidl.conformance.Hex.number;
import static io.rpcidl.conformance.Hex.text;
import static io.rpcidl.conformance.Hex.varint;

import java.util.List;

/** Subjects of the kinds list and map. */
final class Lists {

    private static final String POINT_SHAPE = "021414";
    private static final String POINT = number(4, 1) + number(4, -2);
    private static final String POINT_JSON = "{\"x\": 1, \"y\": -2}";

    private Lists() {}

    static List<Subject> all() {
        return List.of(numbers(), points(), choices(), words(), prices());
    }

    /** What is wrong with the head of any list. */
    private static Subject heads(Subject subject, String kind) {
        return subject.bad("flag-20", number(1, Integer.parseInt(kind, 16) | 0x20) + "00", "W-3.13")
                .bad("flag-40", number(1, Integer.parseInt(kind, 16) | 0x40) + "00", "W-3.13")
                .bad("flag-80", number(1, Integer.parseInt(kind, 16) | 0x80) + "00", "W-3.13")
                .bad("all-flags", number(1, Integer.parseInt(kind, 16) | 0xF0) + "00", "W-3.13")
                .bad("elements-of-kind-0", "0001" + "00", "W-2.1", "W-3.17")
                .bad("no-elements-of-kind-0", "0000", "W-2.1", "W-3.17")
                .bad("count-with-a-zero-octet", kind + "8000", "W-1.3")
                .bad("count-of-33-bits", kind + "ffffffff1f", "W-1.3")
                .bad("count-of-32-bits", kind + "ffffffff0f", "W-3.17")
                .bad("count-with-the-sign-of-an-int", kind + varint(0x80000001L), "W-3.17")
                .badAtEnd("count-missing", kind, "W-3.5")
                .badAtEnd("missing", "", "W-3.5");
    }

    private static Subject numbers() {
        Subject subject = Subject.of("numbers", 24, "list<u16>", Hex.LIST, "W-3.13")
                .good("three", "0303" + "010002000300", "[1, 2, 3]")
                .good("empty", "0300", "[]", "0300", "W-3.16")
                .good("of-128", "038001" + "0100".repeat(128), "[" + "1, ".repeat(127) + "1]")
                .badBySchema("elements-of-a-wider-kind", "0401" + number(4, 1), "W-3.17")
                .badBySchema("elements-of-a-narrower-kind", "0202" + "0102", "W-3.17")
                .badBySchema("no-elements-of-another-kind", "0b00", "W-3.17")
                .badBySchema("elements-are-enums", "0a01" + "0100", "W-3.17")
                .bad("uniform-numbers", "1301" + "0100", "W-3.14")
                .bad("uniform-and-empty-numbers", "1300", "W-3.14")
                .badAtEnd("an-element-missing", "0302" + "0100", "W-3.17")
                .badAtEnd("half-an-element-missing", "0302" + "010002", "W-3.17");
        return heads(subject, "03");
    }

    private static Subject points() {
        String two = "1d02" + POINT_SHAPE + POINT + POINT;
        String json = "[" + POINT_JSON + ", " + POINT_JSON + "]";
        Subject subject = Subject.of("points", 25, "list<~Point>", Hex.LIST, "W-3.14")
                .good("uniform", two, json)
                .good("one", "1d01" + POINT_SHAPE + POINT, "[" + POINT_JSON + "]")
                .good("empty", "0d00", "[]", "0d00", "W-3.16")
                .good("each-with-its-shape", "0d02" + (POINT_SHAPE + POINT).repeat(2), json, two, "W-3.15")
                .good(
                        "shapes-that-differ",
                        "0d02" + POINT_SHAPE + POINT + "03141412" + POINT + "07",
                        json,
                        two,
                        "W-3.15")
                .good("uniform-with-an-unknown-field", "1d0203141412" + (POINT + "07").repeat(2), json, two, "W-3.15")
                .good("uniform-with-unknown-text", "1d020314141b" + (POINT + "0161").repeat(2), json, two, "W-3.15")
                .good("uniform-with-an-unknown-struct", "1d020314141d" + (POINT + "00").repeat(2), json, two, "W-3.15");
        subject.bad("uniform-and-empty", "1d00" + POINT_SHAPE, "W-3.14")
                .bad("uniform-and-empty-without-a-shape", "1d00", "W-3.14")
                .bad("uniform-with-an-empty-shape", "1d0100", "W-3.14")
                .bad("uniform-shape-with-kind-0", "1d01021410" + POINT, "W-3.4")
                .bad("uniform-shape-with-a-short-distance", "1d010314040f" + POINT, "W-3.3")
                .bad("uniform-count-of-32-bits", "1dffffffff0f" + POINT_SHAPE + POINT, "W-3.17")
                .bad("uniform-flag-20", "3d01" + POINT_SHAPE + POINT, "W-3.13")
                .badAtEnd("uniform-element-missing", "1d02" + POINT_SHAPE + POINT, "W-3.17")
                .badAtEnd("uniform-element-cut-short", "1d02" + POINT_SHAPE + POINT + "010000", "W-3.17")
                .badAtEnd("uniform-shape-missing", "1d01", "W-3.5", "W-3.17")
                .badAtEnd("an-element-missing", "0d02" + POINT_SHAPE + POINT, "W-3.17", "W-3.5")
                .badBySchema("uniform-without-a-required-field", "1d010114" + number(4, 1), "W-3.9")
                .badBySchema("uniform-with-another-kind", "1d01021413" + number(4, 1) + "0200", "W-3.8")
                .badBySchema("an-element-without-a-required-field", "0d010114" + number(4, 1), "W-3.9")
                .badBySchema("no-elements-of-another-kind", "0300", "W-3.17")
                .badBySchema("elements-are-lists", "0e010200", "W-3.17");
        return heads(subject, "0d");
    }

    private static Subject choices() {
        String numbers = "0d0201130100" + "01130200";
        Subject subject = Subject.of("choices", 26, "list<~Choice>", Hex.LIST, "W-3.15")
                .good("of-two-variants", "0d0201130100" + "012b" + text("t"), "[{\"number\": 1}, {\"text\": \"t\"}]")
                .good("uniform", "1d0201130100" + "0200", "[{\"number\": 1}, {\"number\": 2}]", numbers)
                .good(
                        "uniform-without-values",
                        "1d02013d0000",
                        "[{\"nothing\": {}}, {\"nothing\": {}}]",
                        "0d02013d00013d00")
                .good(
                        "uniform-and-unknown",
                        "1d0201920102",
                        "[{\"#9\": {\"kind\": \"int8\", \"octets\": \"01\"}}, {\"#9\": {\"kind\": \"int8\", \"octets\": \"02\"}}]",
                        "0d02019201019202");
        subject.badBySchema("uniform-with-two-variants", "1d01021312" + "010002", "W-3.10")
                .badBySchema("uniform-of-another-kind", "1d010112" + "01", "W-3.8")
                .badBySchema("an-element-without-a-variant", "0d0100", "W-3.10")
                .bad("uniform-with-no-variant", "1d0100", "W-3.14", "W-3.10")
                .bad("uniform-and-no-bool", "1d020191" + "0102", "W-2.3")
                .badAtEnd("uniform-value-missing", "1d0201130100", "W-3.17");
        return subject;
    }

    private static Subject words() {
        Subject subject = Subject.of("words", 27, "set<string>", Hex.LIST, "W-3.18")
                .good("one", "0b01" + text("a"), "[\"a\"]")
                .good("empty", "0b00", "[]", "0b00", "W-3.16")
                .good("case-tells-apart", "0b02" + text("A") + text("a"), "[\"A\", \"a\"]")
                .good("no-form-of-unicode", "0b02" + text("e\u0301") + text("\u00e9"), "[\"e\\u0301\", \"\\u00e9\"]")
                .badBySchema("equal-elements", "0b02" + text("a") + text("a"), "W-3.18")
                .badBySchema("equal-elements-apart", "0b03" + text("a") + text("b") + text("a"), "W-3.18")
                .badBySchema("elements-are-bytes", "0c01" + text("a"), "W-3.17")
                .bad("uniform-strings", "1b01" + text("a"), "W-3.14")
                .bad("an-element-is-not-utf8", "0b02" + text("a") + "01ff", "W-1.4")
                .badAtEnd("an-element-missing", "0b03" + text("a"), "W-3.17");
        return heads(subject, "0b");
    }

    private static Subject prices() {
        String one = number(4, 1);
        return Subject.of("prices", 28, "map<string,i32>", Hex.MAP, "W-3.19")
                .good("one", "0b0401" + text("a") + one, "{\"a\": 1}")
                .good("empty", "0b0400", "{}", "0b0400", "W-3.16")
                .good("equal-values", "0b0402" + text("a") + one + text("b") + one, "{\"a\": 1, \"b\": 1}")
                .badBySchema("equal-keys", "0b0402" + text("a") + one + text("a") + number(4, 2), "W-3.19")
                .badBySchema("keys-of-another-kind", "030401" + "0100" + one, "W-3.17")
                .badBySchema("values-of-another-kind", "0b0301" + text("a") + "0100", "W-3.17")
                .badBySchema("none-with-keys-of-another-kind", "030400", "W-3.17")
                .badBySchema("none-with-values-of-another-kind", "0b0300", "W-3.17")
                .bad("flag-of-the-keys", "1b0401" + text("a") + one, "W-3.19")
                .bad("top-flag-of-the-keys", "8b0400", "W-3.19")
                .bad("flag-of-the-values", "0b1401" + text("a") + one, "W-3.19")
                .bad("top-flag-of-the-values", "0b8400", "W-3.19")
                .bad("keys-of-kind-0", "000400", "W-2.1", "W-3.17", "W-3.19")
                .bad("values-of-kind-0", "0b0000", "W-2.1", "W-3.17")
                .bad("keys-are-numbers-with-a-point", "070400", "W-3.19", "W-3.17")
                .bad("keys-are-structs", "0d0400", "W-3.19", "W-3.17")
                .bad("keys-are-bytes", "0c0400", "W-3.19", "W-3.17")
                .bad("keys-are-times", "080400", "W-3.19", "W-3.17")
                .bad("keys-are-lists", "0e0400", "W-3.19", "W-3.17")
                .bad("a-key-is-not-utf8", "0b0401" + "01ff" + one, "W-1.4")
                .bad("count-with-a-zero-octet", "0b048000", "W-1.3")
                .bad("count-of-33-bits", "0b04ffffffff1f", "W-1.3")
                .bad("count-of-32-bits", "0b04ffffffff0f", "W-3.17")
                .badAtEnd("a-pair-missing", "0b0402" + text("a") + one, "W-3.17")
                .badAtEnd("the-last-value-cut-short", "0b0401" + text("abc") + "0100", "W-3.5")
                .badAtEnd("the-last-value-missing", "0b0401" + text("abc"), "W-3.17", "W-3.5")
                .badAtEnd("count-missing", "0b04", "W-3.5")
                .badAtEnd("kind-of-the-values-missing", "0b", "W-3.5");
    }
}
