package io.rpcidl.conformance;

import static io.rpcidl.conformance.Hex.number;
import static io.rpcidl.conformance.Hex.sized;
import static io.rpcidl.conformance.Hex.time;
import static io.rpcidl.conformance.Subject.full;

import java.util.ArrayList;
import java.util.List;

/** What a reader of the JSON form takes beside what a writer writes, and what it refuses (chapter 14). */
final class JsonVectors {

    private static final String UUID = "00112233-4455-6677-8899-aabbccddeeff";

    private final List<Vector> vectors = new ArrayList<>();
    private String type = "";
    private String clause = "";
    private int kind;
    private int count;

    private JsonVectors() {}

    static List<Vector> all() {
        JsonVectors all = new JsonVectors();
        all.texts();
        all.messages();
        all.structs();
        all.numbers();
        all.strings();
        all.times();
        all.collections();
        all.unions();
        return all.vectors;
    }

    /** What follows is about a type, in the value of a result. */
    private void about(String stated, int statedKind, String statedClause) {
        type = stated;
        kind = statedKind;
        clause = statedClause;
    }

    private void takes(String text, String octets) {
        vectors.add(next("taken").valueText(text).written(Hex.shape(Hex.entry(1, kind)) + octets));
    }

    private void refuses(String... texts) {
        for (String text : texts) {
            vectors.add(next("refused").valueText(text).refused(clause));
        }
    }

    /** The same where other clauses, between blanks, are as true. */
    private void refusesBy(String others, String... texts) {
        for (String text : texts) {
            List<String> clauses = new ArrayList<>(List.of(clause));
            clauses.addAll(List.of(others.split(" ")));
            vectors.add(next("refused").valueText(text).refused(clauses));
        }
    }

    private Vector next(String what) {
        return Vector.about("json/" + clause + "/" + what + "-" + ++count, clause)
                .of("value", type);
    }

    private void texts() {
        about("list<i8>", Hex.LIST, "W-14.2");
        takes(" [ 1 ,\t2\n, 3 ]\r\n", "0203010203");
        refuses(
                "", " ", "[1,]", "[1,,2]", "[,1]", "[1", "[1 2]", "[1] [2]", "[1] x", "[1]]", "[01]", "[.5]", "[1.]",
                "[+1]");
        refuses("[1e]", "[0x1]", "[1] // one", "/* one */ [1]", "# one\n[1]", "[NaN]", "[nul]", "[True]", "\ufeff[1]");
        about("string", Hex.STRING, "W-14.2");
        takes("\"\\u0061\\/\\\\\\\"\\b\\f\\n\\r\\t\"", sized("612f5c22080c0a0d09"));
        takes("\"\\ud83d\\ude00\"", sized("f09f9880"));
        refuses(
                "\"a",
                "'a'",
                "a",
                "\"\\x41\"",
                "\"\\u12\"",
                "\"a\tb\"",
                "\"a\nb\"",
                "\"\u0000\"",
                "\"\\",
                "\"a\" \"b\"");
        about(full("Point"), Hex.STRUCT, "W-14.2");
        refuses("{\"x\": 1, \"y\": 2, \"x\": 1}", "{\"x\": 1, \"y\": 2,}", "{x: 1, \"y\": 2}", "{\"x\" 1, \"y\": 2}");
    }

    private void messages() {
        about("", 0, "W-14.3");
        Repeated deep = Repeated.of("").then("{\"inner\": ", 63).then("{}").then("}", 63);
        vectors.add(next("refused").of("value", full("Deep")).value(deep).refused("W-14.3", "W-3.22"));
        about("", 0, "W-14.4");
        result("Calls.nothing", "null").written("00");
        result("Calls.maybe", "null").written("00");
        result("Calls.maybe", "\"\"").written("011b00");
        result("Calls.two", "7").written("0114" + number(4, 7));
        for (String text : List.of("1", "{}", "\"\"", "false")) {
            result("Calls.nothing", text).refused("W-14.4");
        }
        result("Calls.two", "null").refused("W-14.4", "W-14.7");
        result("Calls.two", "{\"result\": 7}").refused("W-14.4", "W-14.7");
        result("Calls.maybe", "{}").refused("W-14.4", "W-14.10");
        about("", 0, "W-14.21");
        String sample =
                "{\"on\": true, \"small\": 0, \"large\": 0, \"ratio\": 0, \"limit\": 0, \"data\": \"\", \"marks\": {}, "
                        + "\"far\": \"1970-01-01T00:00:00Z\", \"pin\": \"***\"}";
        vectors.add(next("refused")
                .schema("chapters")
                .of("message", "conformance.chapters.v1.Sample")
                .value(sample)
                .refused("W-14.21"));
    }

    private Vector result(String method, String text) {
        Vector vector = next("result").of("result", full(method)).valueText(text);
        vectors.add(vector);
        return vector;
    }

    private void structs() {
        about(full("Point"), Hex.STRUCT, "W-14.5");
        takes("{\"y\": 2, \"x\": 1}", "021414" + number(4, 1) + number(4, 2));
        takes("{\"\\u0078\": 1, \"y\": 2}", "021414" + number(4, 1) + number(4, 2));
        refuses("[1, 2]", "null", "\"\"", "1", "true");
        refusesBy("W-3.9", "{}", "{\"x\": 1}", "{\"y\": 1}");
        about(full("Entry"), Hex.STRUCT, "W-14.5");
        takes("{\"name\": \"n\"}", "021b23" + "016e" + "0500");
        takes("{\"mark\": null, \"name\": \"n\"}", "021b23" + "016e" + "0500");
        takes("{\"weight\": 1, \"mark\": 2, \"name\": \"n\"}", "031b1213" + "016e" + "02" + "0100");
        refusesBy("W-14.7", "{\"name\": \"n\", \"weight\": null}");
        refusesBy("W-14.10", "{\"name\": null}");
        about(full("Entry"), Hex.STRUCT, "W-14.6");
        refuses("{\"name\": \"n\", \"other\": 1}", "{\"name\": \"n\", \"Name\": \"n\"}", "{\"name\": \"n\", \"\": 1}");
    }

    private void numbers() {
        about("bool", Hex.BOOL, "W-14.7");
        refuses("\"true\"", "0", "null", "[]");
        about("i32", Hex.INT32, "W-14.7");
        takes("-7", number(4, -7));
        refuses("\"1\"", "1.0", "1e0", "1E2", "-0", "0.5", "true", "null", "\"\"", "{}");
        about("u64", Hex.INT64, "W-14.7");
        takes("18446744073709551615", "ff".repeat(8));
        takes("\"18446744073709551615\"", "ff".repeat(8));
        takes("0", "00".repeat(8));
        refuses("\"01\"", "\"+1\"", "\" 1\"", "\"1 \"", "\"1.0\"", "\"1e3\"", "\"\"", "\"-0\"", "\"\u0661\"", "1.0");
        refusesBy("W-2.4", "-1", "\"-1\"", "\"18446744073709551616\"");
        about("f32", Hex.F32, "W-14.8");
        takes("16777217", "0000804b");
        takes("16777219", "0200804b");
        takes("1E-50", "00000000");
        takes("3.4028235E+38", "ffff7f7f");
        refuses("3.5E38", "1E400", "\"1.5\"", "\"nan\"", "\"inf\"", "\"+Infinity\"", "null", "true");
        about("f64", Hex.F64, "W-14.8");
        takes("1", "000000000000f03f");
        takes("1E0", "000000000000f03f");
        takes("0.1000000000000000055511151231257827", "9a9999999999b93f");
        refuses("1E309", "-1E309", "\"1\"", "\"infinity\"");
        about("decimal", Hex.BYTES, "W-14.9");
        takes("1.50", "040200" + "9600");
        takes("1E3", "03fdff" + "01");
        takes("\"1e3\"", "03fdff" + "01");
        takes("\"-1.5E-3\"", "030400" + "f1");
        takes("\"-0.00\"", "030200" + "00");
        refuses(
                "\"\"", "\"1.\"", "\".5\"", "\"+1\"", "\"01\"", "\"1E\"", "\" 1\"", "\"1 \"", "\"NaN\"", "\"0x1\"",
                "true", "null");
        refuses("\"1_000\"", "\"1,5\"", "\"\u0661\"", "\"--1\"");
    }

    private void strings() {
        about("string", Hex.STRING, "W-14.10");
        refuses("1", "null", "true", "[]", "{}");
        about("bytes", Hex.BYTES, "W-14.10");
        takes("\"\"", "00");
        takes("\"+/+/\"", sized("fbffbf"));
        refuses(
                "\"A\"",
                "\"AA\"",
                "\"AA=\"",
                "\"AAA\"",
                "\"AA==A\"",
                "\"AB==\"",
                "\"AAB=\"",
                "\"-_-_\"",
                "\"AA A\"",
                "\"AAAA\\n\"");
        refuses("\"====\"", "\"A===\"", "\"AAAA=\"", "\"AAAA====\"", "1", "null");
        about("uuid", Hex.UUID, "W-14.11");
        takes("\"" + UUID.toUpperCase(java.util.Locale.ROOT) + "\"", UUID.replace("-", ""));
        refuses("\"" + UUID.replace("-", "") + "\"", "\"{" + UUID + "}\"", "\"urn:uuid:" + UUID + "\"", "\"\"", "1");
        refuses("\"" + UUID.substring(1) + "\"", "\"" + UUID + "0\"", "\"" + UUID.replace('a', 'g') + "\"");
        refuses("\"0011223-34455-6677-8899-aabbccddeeff\"", "\"" + UUID + " \"", "\"1-2-3-4-5\"");
        about(full("Colour"), Hex.ENUM, "W-14.14");
        takes("1", "0100");
        takes("7", "0700");
        takes("9", "0900");
        refuses("\"NOPE\"", "\"red\"", "\"1\"", "\"\"", "null", "true");
        refusesBy("W-14.7", "1.0", "1e0", "-1", "65536");
        about(full("Grade"), Hex.ENUM, "W-14.14");
        takes("300", "2c01");
        refusesBy("W-2.8", "2", "0", "\"HIGHER\"");
        about(full("Id"), Hex.UUID, "W-14.19");
        takes("\"" + UUID + "\"", UUID.replace("-", ""));
    }

    private void times() {
        about("timestamp", Hex.TIME, "W-14.12");
        takes("\"1970-01-01T02:00:01+02:00\"", time(1, 0));
        takes("\"1969-12-31T18:30:00-05:30\"", time(0, 0));
        takes("\"1970-01-01T00:00:00.500000000Z\"", time(0, 500_000_000));
        takes("\"2000-02-29T00:00:00Z\"", time(951_782_400L, 0));
        takes("\"+10000-01-01T00:00:00Z\"", time(253_402_300_800L, 0));
        takes("\"-0001-12-31T23:59:59Z\"", time(-62_167_219_201L, 0));
        takes("\"0000-01-01T00:00:00Z\"", time(-62_167_219_200L, 0));
        refuses(
                "\"1970-01-01T24:00:00Z\"",
                "\"1970-01-01T23:59:60Z\"",
                "\"1970-01-01T00:60:00Z\"",
                "\"1970-13-01T00:00:00Z\"");
        refuses(
                "\"1970-00-01T00:00:00Z\"",
                "\"1970-01-00T00:00:00Z\"",
                "\"1970-02-29T00:00:00Z\"",
                "\"1900-02-29T00:00:00Z\"");
        refuses(
                "\"1970-01-01t00:00:00Z\"",
                "\"1970-01-01T00:00:00z\"",
                "\"1970-01-01 00:00:00Z\"",
                "\"1970-01-01T00:00:00\"");
        refuses(
                "\"1970-01-01T00:00Z\"",
                "\"1970-1-1T00:00:00Z\"",
                "\"1970-01-01\"",
                "\"10000-01-01T00:00:00Z\"",
                "\"\"",
                "0");
        refuses(
                "\"1970-01-01T00:00:00.Z\"",
                "\"1970-01-01T00:00:00+02\"",
                "\"1970-01-01T00:00:00+0200\"",
                "\"970-01-01T00:00:00Z\"");
        refuses("\"1970-01-01T00:00:00+24:00\"", "\"1970-01-01T00:00:00+00:60\"", "\"1970-01-01T00:00:00 Z\"", "null");
        takes("\"1970-01-01T23:59:00+23:59\"", time(0, 0));
        takes("\"1969-12-31T00:01:00-23:59\"", time(0, 0));
        takes("\"1970-01-01T00:00:00-00:00\"", time(0, 0));
        refuses("\"+1970-01-01T00:00:00Z\"", "\"-0000-01-01T00:00:00Z\"", "\"+0000-01-01T00:00:00Z\"");
        refuses("\"+010000-01-01T00:00:00Z\"", "\"+9999-01-01T00:00:00Z\"", "\"-01000-01-01T00:00:00Z\"");
        refusesBy("W-2.6", "\"+1000000000-12-31T23:59:59-00:01\"", "\"-1000000000-01-01T00:00:00+00:01\"");
        takes("\"+1000000000-12-31T23:59:59.999999999+00:00\"", time(31_556_889_864_403_199L, 999_999_999));
        about("duration", Hex.TIME, "W-14.13");
        takes("\"0.50s\"", time(0, 500_000_000));
        takes("\"-1.000000001s\"", time(-2, 999_999_999));
        takes("\"1.000000000s\"", time(1, 0));
        refuses(
                "\"5\"",
                "5",
                "\"5 s\"",
                "\".5s\"",
                "\"1.s\"",
                "\"1e3s\"",
                "\"+1s\"",
                "\"PT5S\"",
                "\"-s\"",
                "\"s\"",
                "\"5S\"",
                "\"1m\"");
        refuses("\"\"", "null", "\"5s \"", "\"0x1s\"", "\"1,5s\"");
    }

    private void collections() {
        about("list<u8>", Hex.LIST, "W-14.15");
        refuses("{}", "null", "\"\"", "1", "{\"0\": 1}");
        about("set<u8>", Hex.LIST, "W-14.15");
        refuses("{}", "null");
        about("map<u8,u8>", Hex.MAP, "W-14.16");
        takes("{\"255\": 1}", "020201" + "ff01");
        refuses("[]", "null", "[[1, 2]]");
        refusesBy("W-14.7", "{\"01\": 1}", "{\" 1\": 1}", "{\"1.0\": 1}", "{\"\": 1}", "{\"x\": 1}");
        refusesBy("W-14.7 W-2.4", "{\"256\": 1}", "{\"-1\": 1}");
        about("map<bool,u8>", Hex.MAP, "W-14.16");
        takes("{\"true\": 1, \"false\": 0}", "010202" + "0101" + "0000");
        refusesBy("W-14.7", "{\"TRUE\": 1}", "{\"1\": 1}", "{\"\": 1}");
        about("map<i64,u8>", Hex.MAP, "W-14.16");
        takes("{\"-9223372036854775808\": 1}", "050201" + number(8, Long.MIN_VALUE) + "01");
        about("map<uuid,u8>", Hex.MAP, "W-14.16");
        String upper = UUID.toUpperCase(java.util.Locale.ROOT);
        refusesBy("W-3.19", "{\"" + UUID + "\": 1, \"" + upper + "\": 2}");
        about("map<" + full("Colour") + ",u8>", Hex.MAP, "W-14.16");
        takes("{\"RED\": 1, \"9\": 2, \"7\": 3}", "0a0203" + "010001" + "090002" + "070003");
        refusesBy("W-3.19", "{\"RED\": 1, \"1\": 2}");
        refusesBy("W-14.14", "{\"NOPE\": 1}", "{\"01\": 1}", "{\"\": 1}");
    }

    private void unions() {
        about(full("Choice"), Hex.STRUCT, "W-14.17");
        takes("{\"nothing\": null}", "013d" + "00");
        refuses(
                "{}",
                "null",
                "[]",
                "\"nothing\"",
                "1",
                "{\"other\": 1}",
                "{\"\": 1}",
                "{\"number\": 1, \"nothing\": {}}");
        refuses("{\"nothing\": 1}", "{\"nothing\": []}", "{\"nothing\": \"\"}");
        refusesBy("W-14.6", "{\"nothing\": {\"a\": 1}}");
        refusesBy("W-14.7", "{\"number\": null}");
        about(full("Choice"), Hex.STRUCT, "W-14.18");
        takes("{\"#9\": {\"octets\": \"02C3A9\", \"kind\": \"string\"}}", "019b" + "02c3a9");
        takes("{\"#65535\": {\"kind\": \"struct\", \"octets\": \"00\"}}", "040dffff03" + "00");
        refusesBy(
                "W-14.17",
                "{\"#1\": {\"kind\": \"int8\", \"octets\": \"01\"}}",
                "{\"#\": {\"kind\": \"int8\", \"octets\": \"01\"}}");
        refusesBy(
                "W-14.17",
                "{\"#09\": {\"kind\": \"int8\", \"octets\": \"01\"}}",
                "{\"#-9\": {\"kind\": \"int8\", \"octets\": \"01\"}}");
        refusesBy(
                "W-14.17",
                "{\"#x\": {\"kind\": \"int8\", \"octets\": \"01\"}}",
                "{\"# 9\": {\"kind\": \"int8\", \"octets\": \"01\"}}");
        refuses("{\"#9\": {\"kind\": \"other\", \"octets\": \"01\"}}", "{\"#9\": {\"kind\": 2, \"octets\": \"01\"}}");
        refuses(
                "{\"#9\": {\"kind\": \"INT8\", \"octets\": \"01\"}}",
                "{\"#9\": {\"octets\": \"01\"}}",
                "{\"#9\": {\"kind\": \"int8\"}}");
        refuses(
                "{\"#9\": {\"kind\": \"int8\", \"octets\": \"0\"}}",
                "{\"#9\": {\"kind\": \"int8\", \"octets\": \"0g\"}}");
        refuses("{\"#9\": {\"kind\": \"int8\", \"octets\": 1}}", "{\"#9\": \"01\"}", "{\"#9\": null}", "{\"#9\": {}}");
        refuses(
                "{\"#9\": {\"kind\": \"int8\", \"octets\": \"01\", \"more\": 1}}",
                "{\"#9\": {\"kind\": \"int8\", \"octets\": \"0 1\"}}");
        refusesBy(
                "W-3.5",
                "{\"#9\": {\"kind\": \"int8\", \"octets\": \"\"}}",
                "{\"#9\": {\"kind\": \"int16\", \"octets\": \"01\"}}");
    }
}
