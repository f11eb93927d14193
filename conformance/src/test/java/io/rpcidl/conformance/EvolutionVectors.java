package io.rpcidl.conformance;

import static io.rpcidl.conformance.Hex.number;
import static io.rpcidl.conformance.Hex.text;
import static io.rpcidl.conformance.Hex.time;

import java.util.ArrayList;
import java.util.List;

/** Values of one version of a schema, read by the other one; both ways. */
final class EvolutionVectors {

    private static final String PACKAGE = "conformance.evolution.v1.";

    private final List<Vector> vectors = new ArrayList<>();

    private EvolutionVectors() {}

    static List<Vector> all() {
        EvolutionVectors all = new EvolutionVectors();
        all.fieldsThatCome();
        all.fieldsThatGo();
        all.fieldsThatChange();
        all.enums();
        all.unions();
        all.lists();
        all.gaps();
        all.relays();
        all.calls();
        return all.vectors;
    }

    /** What the newer one reads of the older one. */
    private Vector newer(String name, String clause, String type, String written, String octets) {
        return add("newer-reads-older/" + name, clause, "newer", type)
                .writtenBy("older", written)
                .bytes(octets);
    }

    private Vector older(String name, String clause, String type, String written, String octets) {
        return add("older-reads-newer/" + name, clause, "older", type)
                .writtenBy("newer", written)
                .bytes(octets);
    }

    private Vector add(String id, String clause, String schema, String type) {
        String form = Character.isUpperCase(type.charAt(0)) && !type.contains(".") ? "message" : "parameters";
        Vector vector = Vector.about("evolution/" + id, clause).schema(schema).of(form, PACKAGE + type);
        vectors.add(vector);
        return vector;
    }

    private void fieldsThatCome() {
        String id = "{\"id\": 258}";
        newer("default-added", "W-3.9", "DefaultAdded", id, "01230201")
                .value("{\"before\": 3, \"id\": 258, \"after\": \"new\"}")
                .reencoded("0312131b" + "03" + "0201" + text("new"));
        older(
                        "default-added",
                        "W-3.7",
                        "DefaultAdded",
                        "{\"before\": 1, \"id\": 258, \"after\": \"x\"}",
                        "0312131b" + "01" + "0201" + text("x"))
                .value(id)
                .reencoded("01230201");
        newer("optional-added", "W-3.9", "OptionalAdded", id, "01230201").value(id);
        older("optional-added-and-absent", "W-3.7", "OptionalAdded", id, "01230201")
                .value(id);
        older(
                        "optional-added",
                        "W-3.7",
                        "OptionalAdded",
                        "{\"before\": 1, \"id\": 258, \"after\": [{\"id\": 1, \"name\": \"n\"}]}",
                        "0512130e8207" + "01" + "0201" + "0d01" + "02131b" + "0100" + text("n"))
                .value(id)
                .reencoded("01230201");
        newer("required-added", "W-3.9", "RequiredAdded", id, "01230201").refused("W-3.9");
        older("required-added", "W-3.7", "RequiredAdded", "{\"id\": 258, \"needed\": true}", "022311" + "0201" + "01")
                .value(id)
                .reencoded("01230201");
    }

    private void fieldsThatGo() {
        String id = "{\"id\": 1}";
        String all = "{\"note\": 7, \"id\": 1, \"far\": \"f\"}";
        newer("optional-removed", "W-3.7", "OptionalRemoved", all, "0512130bba05" + "07" + "0100" + text("f"))
                .value(id)
                .reencoded("01230100");
        newer("optional-removed-and-absent", "W-3.7", "OptionalRemoved", id, "01230100")
                .value(id);
        older("optional-removed", "W-3.9", "OptionalRemoved", id, "01230100").value(id);
        String both = "{\"note\": 7, \"id\": 1}";
        newer("required-removed", "W-3.7", "RequiredRemoved", both, "0212130701" + "00")
                .value(id)
                .reencoded("01230100");
        older("required-removed", "W-3.9", "RequiredRemoved", id, "01230100").refused("W-3.9");
        newer("default-removed", "W-3.7", "DefaultRemoved", both, "0212130701" + "00")
                .value(id)
                .reencoded("01230100");
        older("default-removed", "W-3.9", "DefaultRemoved", id, "01230100")
                .value("{\"note\": 9, \"id\": 1}")
                .reencoded("0212130901" + "00");
    }

    private void fieldsThatChange() {
        String id = "{\"id\": 1}";
        String both = "{\"note\": 7, \"id\": 1}";
        String octets = "0212130701" + "00";
        newer("required-is-optional-now", "W-3.9", "NowOptional", both, octets).value(both);
        older("required-is-optional-now", "W-3.9", "NowOptional", both, octets).value(both);
        older("required-is-optional-now-and-absent", "W-3.9", "NowOptional", id, "01230100")
                .refused("W-3.9");
        newer("optional-is-required-now", "W-3.9", "NowRequired", both, octets).value(both);
        newer("optional-is-required-now-and-absent", "W-3.9", "NowRequired", id, "01230100")
                .refused("W-3.9");
        newer("optional-has-a-default-now", "W-3.9", "NowWithDefault", id, "01230100")
                .value("{\"note\": 4, \"id\": 1}")
                .reencoded("0212130401" + "00");
        older("optional-has-a-default-now", "W-3.6", "NowWithDefault", "{\"note\": 4, \"id\": 1}", "0212130401" + "00")
                .value("{\"note\": 4, \"id\": 1}");
        newer("renamed", "W-3.2", "Renamed", "{\"old\": 5}", "011205").value("{\"new\": 5}");
        older("renamed", "W-3.2", "Renamed", "{\"new\": 5}", "011205").value("{\"old\": 5}");
        newer("sign-changed", "W-2.4", "OtherSign", "{\"number\": 65535}", "0113ffff")
                .value("{\"number\": -1}");
        older("sign-changed", "W-2.4", "OtherSign", "{\"number\": -2}", "0113feff")
                .value("{\"number\": 65534}");
        newer("kind-changed", "W-3.8", "OtherKind", "{\"number\": 1}", "01130100")
                .refused("W-3.8");
        older("kind-changed", "W-3.8", "OtherKind", "{\"number\": 1}", "0114" + number(4, 1))
                .refused("W-3.8");
        String epoch = "0118" + time(90, 0);
        newer("type-of-the-same-kind", "W-2.1", "OtherType", "{\"when\": \"1970-01-01T00:01:30Z\"}", epoch)
                .value("{\"when\": \"90s\"}");
        older("type-of-the-same-kind", "W-2.1", "OtherType", "{\"when\": \"90s\"}", epoch)
                .value("{\"when\": \"1970-01-01T00:01:30Z\"}");
        older(
                        "type-of-the-same-kind-out-of-its-range",
                        "W-2.6",
                        "OtherType",
                        "{\"when\": \"9223372036854775807s\"}",
                        "0118" + time(Long.MAX_VALUE, 0))
                .refused("W-2.6");
        newer("maximum-lowered-and-kept", "W-3.25", "MaximumLowered", "{\"text\": \"abc\"}", "011b" + text("abc"))
                .value("{\"text\": \"abc\"}");
        newer("maximum-lowered", "W-3.25", "MaximumLowered", "{\"text\": \"abcd\"}", "011b" + text("abcd"))
                .refused("W-3.25");
        older("maximum-lowered", "W-3.25", "MaximumLowered", "{\"text\": \"abc\"}", "011b" + text("abc"))
                .value("{\"text\": \"abc\"}");
    }

    private void enums() {
        older(
                        "value-of-an-open-enum-added",
                        "W-2.8",
                        "States",
                        "{\"state\": \"SENT\", \"all\": [\"NEW\", \"SENT\"], \"counts\": {\"SENT\": 1}}",
                        "031a1e1f" + "0300" + "0a02" + "0100" + "0300" + "0a0201" + "030001")
                .value("{\"state\": 3, \"all\": [\"NEW\", 3], \"counts\": {\"3\": 1}}");
        newer(
                        "value-of-an-open-enum-added",
                        "W-2.8",
                        "States",
                        "{\"state\": 3, \"all\": [], \"counts\": {}}",
                        "031a1e1f" + "0300" + "0a00" + "0a0200")
                .value("{\"state\": \"SENT\", \"all\": [], \"counts\": {}}");
        older("value-of-a-closed-enum-added", "W-2.8", "Grades", "{\"grade\": \"HIGH\"}", "011a0200")
                .refused("W-2.8");
        newer("value-of-a-closed-enum-added", "W-2.8", "Grades", "{\"grade\": \"LOW\"}", "011a0100")
                .value("{\"grade\": \"LOW\"}");
    }

    private void unions() {
        String goods = "020d14" + "02131b" + "0500" + text("g");
        older(
                        "variants-added",
                        "W-3.12",
                        "Paid",
                        "{\"payment\": {\"voucher\": 7}, \"others\": [{\"goods\": {\"id\": 5, \"name\": \"g\"}}, {\"cash\": {}}]}",
                        "021d1e" + "0134" + number(4, 7) + "0d02" + goods + "012d00")
                .value(
                        "{\"payment\": {\"#3\": {\"kind\": \"int32\", \"octets\": \"07000000\"}}, \"others\": [{\"#20\": "
                                + "{\"kind\": \"struct\", \"octets\": \"02131b05000167\"}}, {\"cash\": {}}]}");
        newer(
                        "variants-added",
                        "W-3.10",
                        "Paid",
                        "{\"payment\": {\"cash\": {}}, \"others\": [{\"card\": \"c\"}]}",
                        "021d1e" + "012d00" + "0d01" + "011b" + text("c"))
                .value("{\"payment\": {\"cash\": {}}, \"others\": [{\"card\": \"c\"}]}");
        newer(
                        "variants-that-passed-through-an-older-one",
                        "W-3.12",
                        "Paid",
                        "{\"payment\": {\"#3\": {\"kind\": \"int32\", \"octets\": \"07000000\"}}, \"others\": []}",
                        "021d1e" + "0134" + number(4, 7) + "0d00")
                .value("{\"payment\": {\"voucher\": 7}, \"others\": []}");
        String filled = "02131b" + "0100" + text("n");
        vectors.add(Vector.about("evolution/older-reads-newer/variant-gets-a-value", "W-3.11")
                .schema("older")
                .of("value", PACKAGE + "Filled")
                .writtenBy("newer", "{\"empty\": {\"id\": 1, \"name\": \"n\"}}")
                .bytes("011d" + "011d" + filled)
                .value("{\"empty\": {}}")
                .reencoded("011d" + "011d" + "00"));
        vectors.add(Vector.about("evolution/newer-reads-older/variant-gets-a-value", "W-3.9")
                .schema("newer")
                .of("value", PACKAGE + "Filled")
                .writtenBy("older", "{\"empty\": {}}")
                .bytes("011d" + "011d" + "00")
                .refused("W-3.9"));
    }

    private void lists() {
        String older = "{\"lines\": [{\"id\": 1, \"name\": \"a\"}, {\"id\": 2, \"name\": \"b\"}], "
                + "\"named\": {\"5\": {\"id\": 3, \"name\": \"c\"}}}";
        String named = "020d01" + "05" + "02131b" + "0300" + text("c");
        String uniform = "1d02" + "02131b" + "0100" + text("a") + "0200" + text("b");
        String shaped = "0d02" + "02131b" + "0100" + text("a") + "02131b" + "0200" + text("b");
        newer("element-gets-an-optional-field", "W-3.15", "Lines", older, "021e1f" + uniform + named)
                .value(older)
                .reencoded("021e1f" + shaped + named);
        older("element-gets-an-optional-field-and-none-has-it", "W-3.15", "Lines", older, "021e1f" + shaped + named)
                .value(older)
                .reencoded("021e1f" + uniform + named);
        String counted = "{\"lines\": [{\"id\": 1, \"name\": \"a\", \"count\": 9}, {\"id\": 2, \"name\": \"b\"}], "
                + "\"named\": {\"5\": {\"id\": 3, \"name\": \"c\", \"count\": 8}}}";
        String withCounts = "0d02" + "03131b12" + "0100" + text("a") + "09" + "02131b" + "0200" + text("b");
        String namedCounted = "020d01" + "05" + "03131b12" + "0300" + text("c") + "08";
        older("element-gets-an-optional-field", "W-3.15", "Lines", counted, "021e1f" + withCounts + namedCounted)
                .value(older)
                .reencoded("021e1f" + uniform + named);
        newer("kind-of-elements-changed", "W-3.17", "OtherElement", "{\"numbers\": [1]}", "011e" + "0301" + "0100")
                .refused("W-3.17");
        older(
                        "kind-of-elements-changed",
                        "W-3.17",
                        "OtherElement",
                        "{\"numbers\": [1]}",
                        "011e" + "0401" + number(4, 1))
                .refused("W-3.17");
        newer("kind-of-no-elements-changed", "W-3.17", "OtherElement", "{\"numbers\": []}", "011e" + "0300")
                .refused("W-3.17");
        older("kind-of-no-elements-changed", "W-3.17", "OtherElement", "{\"numbers\": []}", "011e" + "0400")
                .refused("W-3.17");
    }

    private void gaps() {
        newer(
                        "gaps-all",
                        "W-3.3",
                        "Gaps",
                        "{\"c\": 1, \"e\": 2, \"t\": 3, \"z\": 4}",
                        "05" + "32" + "22" + "f2" + "0214" + "01020304")
                .value("{\"c\": 1, \"t\": 3}")
                .reencoded("03" + "32" + "0211" + "0103");
        newer("gaps-last-only", "W-3.3", "Gaps", "{\"z\": 4}", "02" + "0228" + "04")
                .value("{}")
                .reencoded("00");
        older(
                        "gaps-all",
                        "W-3.3",
                        "Gaps",
                        "{\"a\": 1, \"c\": 2, \"d\": 3, \"s\": 4, \"t\": 5, \"u\": 6}",
                        "06" + "12" + "22" + "12" + "f2" + "12" + "12" + "010203040506")
                .value("{\"c\": 2, \"t\": 5}")
                .reencoded("03" + "32" + "0211" + "0205");
        older(
                        "gaps-none-known",
                        "W-3.3",
                        "Gaps",
                        "{\"a\": 1, \"d\": 2, \"u\": 3}",
                        "04" + "12" + "32" + "0211" + "010203")
                .value("{}")
                .reencoded("00");
        older("gaps-between", "W-3.3", "Gaps", "{\"c\": 1, \"d\": 2, \"t\": 3}", "04" + "32" + "12" + "0210" + "010203")
                .value("{\"c\": 1, \"t\": 3}")
                .reencoded("03" + "32" + "0211" + "0103");
    }

    /** Fields that an older schema does not know pass through it when its struct is open (W-3.31, W-3.32). */
    private void relays() {
        String line = "02131b" + "0100" + text("n");
        String others = "0d01" + "04" + "12133e1e" + "09" + "0200" + "0d00" + "0d00";
        String shape = "09" + "1213" + "1e" + "1d" + "1e1e" + "0dfe06";
        String octets =
                shape + "01" + "0302" + "0b02" + text("a") + text("b") + line + "0d00" + others + "0134" + number(4, 7);
        String newest =
                "{\"before\": 1, \"id\": 515, \"words\": [\"a\", \"b\"], \"first\": {\"id\": 1, \"name\": \"n\"}, "
                        + "\"lines\": [], \"others\": [{\"before\": 9, \"id\": 2, \"lines\": [], \"others\": []}], "
                        + "\"payment\": {\"voucher\": 7}}";
        String kept = "{" + Place.unknown(1, Hex.INT8, "01") + ", \"id\": 515, "
                + Place.unknown(3, Hex.LIST, "0b02" + text("a") + text("b")) + ", "
                + Place.unknown(4, Hex.STRUCT, line) + ", \"lines\": [], \"others\": [{"
                + Place.unknown(1, Hex.INT8, "09") + ", \"id\": 2, \"lines\": [], \"others\": []}], "
                + Place.unknown(900, Hex.STRUCT, "0134" + number(4, 7)) + "}";
        older("open-struct", "W-3.32", "Passed", newest, octets).value(kept).noCanonical("W-3.29");
        newer("open-struct-that-passed-through-an-older-one", "W-3.32", "Passed", kept, octets)
                .value(newest);
    }

    private void calls() {
        newer("parameter-added", "W-3.9", "Calls.find", "{\"name\": \"n\"}", "011b" + text("n"))
                .value("{\"name\": \"n\", \"exact\": false}")
                .reencoded("021b11" + text("n") + "00");
        older(
                        "parameter-added",
                        "W-3.7",
                        "Calls.find",
                        "{\"name\": \"n\", \"exact\": true}",
                        "021b11" + text("n") + "01")
                .value("{\"name\": \"n\"}")
                .reencoded("011b" + text("n"));
        older("second-parameter-added", "W-3.7", "Calls.tell", "{\"what\": 1, \"more\": 2}", "0212120102")
                .value("{\"what\": 1}")
                .reencoded("011201");
        older("result-added", "W-3.21", "Calls.tell", "7", "011207")
                .of("result", PACKAGE + "Calls.tell")
                .value("null")
                .reencoded("00");
        newer("result-added", "W-3.9", "Calls.tell", "null", "00")
                .of("result", PACKAGE + "Calls.tell")
                .refused("W-3.9");
        newer("result-of-another-kind", "W-3.8", "Calls.look", "7", "01130700")
                .of("result", PACKAGE + "Calls.look")
                .refused("W-3.8");
        newer("absent-result-of-another-kind", "W-3.21", "Calls.look", "null", "00")
                .of("result", PACKAGE + "Calls.look")
                .value("null");
        older(
                        "field-of-an-error-added",
                        "W-3.7",
                        "Refused",
                        "{\"reason\": \"r\", \"code\": 7}",
                        "021b12" + text("r") + "07")
                .value("{\"reason\": \"r\"}")
                .reencoded("011b" + text("r"));
        newer("field-of-an-error-added", "W-3.9", "Refused", "{\"reason\": \"r\"}", "011b" + text("r"))
                .value("{\"reason\": \"r\"}");
    }
}
