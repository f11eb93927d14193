package io.rpcidl.conformance;

import static io.rpcidl.conformance.Hex.number;
import static io.rpcidl.conformance.Hex.text;
import static io.rpcidl.conformance.Place.unknown;
import static io.rpcidl.conformance.Subject.full;

import java.util.ArrayList;
import java.util.List;

/** What open structs keep, where it is written again, and what is refused all the same (W-3.31 to W-3.33, W-14.23). */
final class OpenVectors {

    private static final int DEEPEST = 64;

    private final List<Vector> vectors = new ArrayList<>();

    private OpenVectors() {}

    static List<Vector> all() {
        OpenVectors all = new OpenVectors();
        all.kept();
        all.merged();
        all.lists();
        all.depth();
        all.asOthers();
        all.json();
        return all.vectors;
    }

    private Vector add(String name, String clause, String form, String type) {
        Vector vector = Vector.about("open/" + name, clause).of(form, type);
        vectors.add(vector);
        return vector;
    }

    private Vector relay(String name, String clause, String octets) {
        return add(name, clause, "message", full("Relay")).bytes(octets);
    }

    private void kept() {
        relay("before", "W-3.31", "03111b5301" + text("n") + "0600")
                .value("{" + unknown(1, Hex.BOOL, "01") + ", \"name\": \"n\", \"weight\": 6}")
                .noCanonical("W-3.29");
        relay("between", "W-3.31", "042b1232" + "13" + text("n") + "09" + "0a" + "0600")
                .value("{\"name\": \"n\", \"mark\": 9, " + unknown(6, Hex.INT8, "0a") + ", \"weight\": 6}")
                .noCanonical("W-3.29");
        relay("behind", "W-3.31", "052b53" + "0ff806" + text("n") + "0600" + "020201" + "0506")
                .value("{\"name\": \"n\", \"weight\": 6, " + unknown(895, Hex.MAP, "0202010506") + "}")
                .noCanonical("W-3.29");
        relay("the-largest-number", "W-3.31", "062b53" + "0cf8ff03" + text("n") + "0600" + "01ff")
                .value("{\"name\": \"n\", \"weight\": 6, " + unknown(65_535, Hex.BYTES, "01ff") + "}")
                .noCanonical("W-3.29");
        String inside = "02111b" + "00" + text("x");
        relay("struct-that-is-not-looked-into", "W-3.31", "032b531d" + text("n") + "0600" + inside)
                .value("{\"name\": \"n\", \"weight\": 6, " + unknown(8, Hex.STRUCT, inside) + "}")
                .noCanonical("W-3.29");
        relay("uniform-list-with-one-element", "W-3.31", "032b531e" + text("n") + "0600" + "1d01" + "0112" + "07")
                .value("{\"name\": \"n\", \"weight\": 6, " + unknown(8, Hex.LIST, "1d01011207") + "}")
                .noCanonical("W-3.29");
        relay("none", "W-3.33", "022b53" + text("n") + "0600")
                .value("{\"name\": \"n\", \"weight\": 6}")
                .canonical("022b53" + text("n") + "0600");
    }

    private void merged() {
        relay("beside-a-default-that-was-absent", "W-3.32", "032b2213" + text("n") + "08" + "0900")
                .value("{\"name\": \"n\", " + unknown(4, Hex.INT8, "08") + ", " + unknown(5, Hex.INT16, "0900")
                        + ", \"weight\": 5}")
                .reencoded("042b221323" + text("n") + "08" + "0900" + "0500")
                .noCanonical("W-3.29");
        StringBuilder entries = new StringBuilder("2b53");
        StringBuilder values = new StringBuilder(text("n") + "0600");
        StringBuilder members = new StringBuilder("{\"name\": \"n\", \"weight\": 6");
        for (int number = 8; number < 140; number++) {
            entries.append("12");
            values.append(number(1, number));
            members.append(", ").append(unknown(number, Hex.INT8, number(1, number)));
        }
        relay("a-shape-of-more-than-127-octets", "W-3.32", Hex.sized(entries.toString()) + values)
                .value(members + "}")
                .noCanonical("W-3.29");
    }

    private void lists() {
        String list = Hex.shape(Hex.entry(1, Hex.LIST));
        add("list/uniform-one-is-read", "W-3.33", "value", "list<" + full("Spot") + ">")
                .bytes(list + "1d02" + "021212" + "0102" + "0304")
                .value("[{\"x\": 1, \"y\": 2}, {\"x\": 3, \"y\": 4}]")
                .reencoded(list + "0d02" + "021212" + "0102" + "021212" + "0304")
                .canonical(list + "0d02" + "021212" + "0102" + "021212" + "0304");
        add("list/none-is-written-uniform", "W-3.15", "value", "list<" + full("Spot") + ">")
                .bytes(list + "0d01" + "021212" + "0102")
                .value("[{\"x\": 1, \"y\": 2}]");
        add("list/kept-by-each-element-of-a-uniform-one", "W-3.31", "value", "list<" + full("Spot") + ">")
                .bytes(list + "1d02" + "0312121b" + "0102" + text("a") + "0304" + text(""))
                .value("[{\"x\": 1, \"y\": 2, " + unknown(3, Hex.STRING, text("a")) + "}, {\"x\": 3, \"y\": 4, "
                        + unknown(3, Hex.STRING, text("")) + "}]")
                .reencoded(list + "0d02" + "0312121b" + "0102" + text("a") + "0312121b" + "0304" + text(""))
                .noCanonical("W-3.29");
        add("list/only-one-element-keeps-something", "W-3.31", "value", "list<" + full("Spot") + ">")
                .bytes(list + "0d02" + "03121212" + "010207" + "021212" + "0304")
                .value("[{\"x\": 1, \"y\": 2, " + unknown(3, Hex.INT8, "07") + "}, {\"x\": 3, \"y\": 4}]")
                .noCanonical("W-3.29");
        add("list/cut-off-in-a-kept-field", "W-3.5", "value", "list<" + full("Spot") + ">")
                .bytes(list + "1d02" + "0312121b" + "0102" + text("a") + "0304" + "0578")
                .refused(List.of("W-3.5", "W-1.6"));
        add("list/kept-text-is-not-utf8", "W-1.4", "value", "list<" + full("Spot") + ">")
                .bytes(list + "1d01" + "0312121b" + "0102" + "01ff")
                .refused(List.of("W-1.4"));
        add("map-of-open-structs", "W-3.31", "value", "map<u8," + full("Spot") + ">")
                .bytes(Hex.shape(Hex.entry(1, Hex.MAP)) + "020d01" + "05" + "03121212" + "010207")
                .value("{\"5\": {\"x\": 1, \"y\": 2, " + unknown(3, Hex.INT8, "07") + "}}")
                .noCanonical("W-3.29");
    }

    /** A kept list in lists has the depth that it would have if it were known (W-3.22). */
    private void depth() {
        for (int deepest : new int[] {DEEPEST, DEEPEST + 1}) {
            String lists = "0e01".repeat(deepest - 2) + "0200";
            Vector vector = add("depth-" + deepest, deepest > DEEPEST ? "W-3.22" : "W-3.31", "message", full("Kept"))
                    .bytes(Hex.shape(Hex.entry(9, Hex.LIST)) + lists);
            if (deepest > DEEPEST) {
                vector.refused(List.of("W-3.22"));
            } else {
                vector.value("{" + unknown(9, Hex.LIST, lists) + "}").noCanonical("W-3.29");
            }
        }
    }

    /** What is refused of a struct that is not open (W-3.33). */
    private void asOthers() {
        relay("required-missing", "W-3.9", "0143" + "0600").refused(List.of("W-3.9"));
        relay("known-number-of-another-kind", "W-3.8", "022b52" + text("n") + "06")
                .refused(List.of("W-3.8"));
        relay("kept-kind-0", "W-3.4", "032b5310" + text("n") + "0600").refused(List.of("W-3.4"));
        relay("kept-number-above-65535", "W-3.3", "062b5302f9ff03" + text("n") + "0600" + "01")
                .refused(List.of("W-3.3"));
        relay("kept-value-missing", "W-3.5", "032b5312" + text("n") + "0600").refused(List.of("W-3.5"));
        relay("octets-behind-a-kept-value", "W-3.5", "032b5312" + text("n") + "0600" + "0708")
                .refused(List.of("W-3.5"));
        relay(
                        "kept-time-with-too-many-nanoseconds",
                        "W-2.6",
                        "032b5318" + text("n") + "0600" + Hex.time(1, 1_000_000_000))
                .refused(List.of("W-2.6"));
        relay(
                        "kept-map-with-keys-of-a-kind-that-keys-can-not-have",
                        "W-3.19",
                        "032b531f" + text("n") + "0600" + "0c0200")
                .refused(List.of("W-3.19"));
        relay("kept-count-that-promises-too-much", "W-3.17", "032b531e" + text("n") + "0600" + "0503" + "00")
                .refused(List.of("W-3.17"));
    }

    private void json() {
        add("json/in-any-order", "W-14.23", "message", full("Relay"))
                .valueText("{\"#9\": {\"octets\": \"02C3A9\", \"kind\": \"string\"}, \"weight\": 6, "
                        + unknown(1, Hex.BOOL, "01") + ", \"name\": \"n\"}")
                .written("04111b532b" + "01" + text("n") + "0600" + "02c3a9");
        badJson("known-number", full("Relay"), "{\"name\": \"n\", " + unknown(3, Hex.INT8, "01") + "}", "W-14.23");
        badJson(
                "number-0",
                full("Relay"),
                "{\"name\": \"n\", " + unknown(0, Hex.INT8, "01") + "}",
                "W-14.23",
                "W-14.6");
        badJson(
                "number-65536",
                full("Relay"),
                "{\"name\": \"n\", " + unknown(65_536, Hex.INT8, "01") + "}",
                "W-14.23",
                "W-14.6");
        badJson("no-bool", full("Kept"), "{" + unknown(9, Hex.BOOL, "02") + "}", "W-2.3", "W-14.23");
        badJson("not-utf8", full("Kept"), "{" + unknown(9, Hex.STRING, "01ff") + "}", "W-1.4", "W-14.23");
        badJson("octets-missing", full("Kept"), "{" + unknown(9, Hex.INT16, "01") + "}", "W-3.5", "W-14.23");
        badJson("octets-too-many", full("Kept"), "{" + unknown(9, Hex.INT8, "0101") + "}", "W-14.23", "W-3.12");
        badJson("odd-digits", full("Kept"), "{" + unknown(9, Hex.INT8, "011") + "}", "W-14.23");
        badJson("without-a-kind", full("Kept"), "{\"#9\": {\"octets\": \"01\"}}", "W-14.23");
        badJson("without-octets", full("Kept"), "{\"#9\": {\"kind\": \"int8\"}}", "W-14.23");
        badJson("null", full("Kept"), "{\"#9\": null}", "W-14.23");
        badJson("the-value-alone", full("Kept"), "{\"#9\": 7}", "W-14.23");
        badJson(
                "a-name-without-a-number",
                full("Kept"),
                "{\"#\": {\"kind\": \"int8\", \"octets\": \"01\"}}",
                "W-14.6",
                "W-14.23");
        badJson(
                "zeros-in-front",
                full("Kept"),
                "{\"#09\": {\"kind\": \"int8\", \"octets\": \"01\"}}",
                "W-14.6",
                "W-14.23");
        badJson("struct-that-is-not-open", full("Nothing"), "{" + unknown(9, Hex.INT8, "01") + "}", "W-14.6");
        vectors.add(Vector.about("open/json/twice", "W-14.2")
                .of("message", full("Kept"))
                .valueText("{" + unknown(9, Hex.INT8, "01") + ", " + unknown(9, Hex.INT8, "01") + "}")
                .refused(List.of("W-14.2")));
        badJson(
                "too-deep",
                full("Kept"),
                "{" + unknown(9, Hex.LIST, "0e01".repeat(DEEPEST - 1) + "0200") + "}",
                "W-3.22",
                "W-14.23");
    }

    private void badJson(String name, String type, String json, String... clauses) {
        add("json/" + name, clauses[0], "message", type).value(json).refused(List.of(clauses));
    }
}
