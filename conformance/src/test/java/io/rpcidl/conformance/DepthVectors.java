package io.rpcidl.conformance;

import static io.rpcidl.conformance.Subject.full;

import java.util.ArrayList;
import java.util.List;

/** Depth 64 and depth 65, in every form of nesting (W-3.22). */
final class DepthVectors {

    private final List<Vector> vectors = new ArrayList<>();

    private DepthVectors() {}

    static List<Vector> all() {
        DepthVectors all = new DepthVectors();
        all.structs();
        all.unions();
        all.lists();
        all.maps();
        all.steppedOver();
        return all.vectors;
    }

    /** Octets and JSON that begin in one way so many times, and end in another. */
    private record Nest(String octets, String open, String close) {

        Repeated octets(String before, int times, String innermost) {
            return Repeated.of(before).then(octets, times).then(innermost);
        }

        Repeated json(String before, int times, String innermost, String after) {
            return Repeated.of(before)
                    .then(open, times)
                    .then(innermost)
                    .then(close, times)
                    .then(after);
        }
    }

    private void good(String name, String form, String type, Repeated octets, Repeated json) {
        vectors.add(Vector.about("depth/64/" + name, "W-3.22")
                .of(form, type)
                .bytes(octets)
                .value(json));
    }

    private void bad(String name, String form, String type, Repeated octets) {
        vectors.add(Vector.about("depth/65/" + name, "W-3.22")
                .of(form, type)
                .bytes(octets)
                .refused("W-3.22"));
    }

    private void structs() {
        Nest inner = new Nest("011d", "{\"inner\": ", "}");
        String deep = full("Deep");
        good("struct", "message", deep, inner.octets("", 63, "00"), inner.json("", 63, "{}", ""));
        bad("struct", "message", deep, inner.octets("", 64, "00"));
        bad("struct-far-too-deep", "message", deep, inner.octets("", 100_000, "00"));
        good("struct-in-a-result", "value", deep, inner.octets("011d", 62, "00"), inner.json("", 62, "{}", ""));
        bad("struct-in-a-result", "value", deep, inner.octets("011d", 63, "00"));
        good("set", "message", deep, inner.octets("", 62, "015e0200"), inner.json("", 62, "{\"set\": []}", ""));
        bad("set", "message", deep, inner.octets("", 63, "015e0200"));
        good(
                "list-of-lists",
                "message",
                deep,
                inner.octets("", 61, "016e0e010200"),
                inner.json("", 61, "{\"lists\": [[]]}", ""));
        bad("list-of-lists", "message", deep, inner.octets("", 62, "016e0e010200"));
        good(
                "number-that-is-kept",
                "message",
                deep,
                inner.octets("", 62, "017d019207"),
                inner.json("", 62, "{\"kept\": {" + Place.unknown(9, Hex.INT8, "07") + "}}", ""));
        bad("list-that-is-kept", "message", deep, inner.octets("", 62, "017d019e0200"));
    }

    private void unions() {
        Nest again = new Nest("011d", "{\"again\": ", "}");
        String deep = full("Deep");
        good(
                "union",
                "message",
                deep,
                again.octets("014d", 61, "013d00"),
                again.json("{\"choice\": ", 61, "{\"end\": {}}", "}"));
        bad("union", "message", deep, again.octets("014d", 62, "013d00"));
        good(
                "union-of-an-unknown-number",
                "message",
                deep,
                again.octets("014d", 62, "019207"),
                again.json("{\"choice\": ", 62, "{" + Place.unknown(9, Hex.INT8, "07") + "}", "}"));
    }

    private void lists() {
        Nest list = new Nest("012e0d01", "{\"list\": [", "]}");
        Nest uniform = new Nest("1d01012e", "[{\"list\": ", "}]");
        String deep = full("Deep");
        good("list", "message", deep, list.octets("", 31, "011d00"), list.json("", 31, "{\"inner\": {}}", ""));
        bad("list", "message", deep, list.octets("", 32, "00"));
        good("empty-list", "message", deep, list.octets("", 31, "012e0d00"), list.json("", 31, "{\"list\": []}", ""));
        bad("empty-list", "message", deep, list.octets("", 31, "011d012e0d00"));
        vectors.add(Vector.about("depth/64/uniform-list", "W-3.22")
                .of("message", deep)
                .bytes(uniform.octets("012e", 31, "0d00"))
                .value(uniform.json("{\"list\": ", 31, "[]", "}"))
                .reencoded(list.octets("", 31, "012e0d00")));
        bad("uniform-list", "message", deep, uniform.octets("012e", 31, "1d01011d00"));
        bad("uniform-list-in-it", "message", deep, uniform.octets("012e", 31, "1d01012e0d00"));
    }

    private void maps() {
        Nest map = new Nest("013f020d0107", "{\"map\": {\"7\": ", "}}");
        String deep = full("Deep");
        good("map", "message", deep, map.octets("", 31, "011d00"), map.json("", 31, "{\"inner\": {}}", ""));
        bad("map", "message", deep, map.octets("", 32, "00"));
        good("empty-map", "message", deep, map.octets("", 31, "013f020d00"), map.json("", 31, "{\"map\": {}}", ""));
        bad("empty-map", "message", deep, map.octets("", 31, "011d013f020d00"));
    }

    private void steppedOver() {
        steppedOver("struct", "9d", "011d", 62, "00", "00");
        steppedOver("list", "9e", "0e01", 62, "0200", "0200");
        steppedOver("map", "9f", "020f0107", 62, "020200", "020200");
        steppedOver("uniform-list", "9e", "1d01011e", 31, "0200", "1d01011d00");
        Nest inner = new Nest("011d", "011d", "");
        good(
                "unknown-variant",
                "value",
                full("Choice"),
                inner.octets("011d019d", 61, "00"),
                inner.json("{\"#9\": {\"kind\": \"struct\", \"octets\": \"", 61, "00", "\"}}"));
        bad("unknown-variant", "value", full("Choice"), inner.octets("011d019d", 62, "00"));
        good(
                "field-of-a-variant-without-a-value",
                "value",
                full("Choice"),
                inner.octets("011d013d", 0, "00"),
                Repeated.of("{\"nothing\": {}}"));
        bad("field-of-a-variant-without-a-value", "value", full("Choice"), inner.octets("011d013d", 62, "00"));
    }

    /** An unknown field of a struct and of an error; one level more, or another end at the same level, is too deep. */
    private void steppedOver(String name, String entry, String nest, int times, String end, String worse) {
        int more = worse.equals(end) ? times + 1 : times;
        for (String holder : List.of("Nothing", "Failed")) {
            String place = holder.equals("Nothing") ? "" : "-in-an-error";
            // Number 9 is known to the error, and number 200 is not.
            String known = holder.equals("Nothing") ? "01" + entry : "030" + entry.charAt(1) + "c801";
            vectors.add(Vector.about("depth/64/skipped-" + name + place, "W-3.22")
                    .of("message", full(holder))
                    .bytes(Repeated.of(known).then(nest, times).then(end))
                    .value("{}")
                    .reencoded("00"));
            bad(
                    "skipped-" + name + place,
                    "message",
                    full(holder),
                    Repeated.of(known).then(nest, more).then(worse));
        }
    }
}
