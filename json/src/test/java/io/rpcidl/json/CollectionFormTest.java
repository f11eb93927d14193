package io.rpcidl.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists, sets, maps and unions (W-14.15 to W-14.18). */
class CollectionFormTest {

    private final JsonForm form = JsonForm.of(Schemas.of(
            Schemas.enumeration("State", Map.of("PLACED", 1)),
            Schemas.type("Id", "u64"),
            Schemas.struct("Line", "1: u8 quantity"),
            Schemas.struct(
                    "Bounded", "1: list<i8> few @max(2)", "2: set<i8> some @max(1)", "3: map<bool,i8> two @max(1)"),
            Schemas.union("Payment", "1: string card @max(4)", "2: cash", "3: ~Line line", "4: list<~Payment> parts")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "list<i64> | [1,\"2\"] | [\"1\",\"2\"]",
                "list<~Line> | [{\"quantity\":1},{\"quantity\":2}] | [{\"quantity\":1},{\"quantity\":2}]",
                "list<list<bool>> | [[],[true]] | [[],[true]]",
                "set<string> | [\"b\",\"a\"] | [\"b\",\"a\"]",
                "set<~State> | [\"PLACED\",9] | [\"PLACED\",9]",
                "map<string,i8> | {\"\":1,\"b\":2} | {\"\":1,\"b\":2}",
                "map<bool,i8> | {\"true\":1,\"false\":2} | {\"true\":1,\"false\":2}",
                "map<i8,i8> | {\"-128\":1} | {\"-128\":1}",
                "map<~Id,i8> | {\"18446744073709551615\":1} | {\"18446744073709551615\":1}",
                "map<uuid,i8> | {\"00000000-0000-0000-0000-00000000000A\":1}"
                        + " | {\"00000000-0000-0000-0000-00000000000a\":1}",
                "map<~State,i8> | {\"1\":1,\"2\":2} | {\"PLACED\":1,\"2\":2}",
                "map<string,map<string,~Line>> | {\"a\":{\"b\":{\"quantity\":1}}} | {\"a\":{\"b\":{\"quantity\":1}}}",
                "~Payment | {\"card\":\"a\"} | {\"card\":\"a\"}",
                "~Payment | {\"cash\":{}} | {\"cash\":{}}",
                "~Payment | {\"cash\":null} | {\"cash\":{}}",
                "~Payment | {\"parts\":[{\"cash\":{}},{\"line\":{\"quantity\":1}}]}"
                        + " | {\"parts\":[{\"cash\":{}},{\"line\":{\"quantity\":1}}]}",
                "~Payment | {\"#65535\":{\"octets\":\"00\",\"kind\":\"bool\"}}"
                        + " | {\"#65535\":{\"kind\":\"bool\",\"octets\":\"00\"}}",
                "list<~Payment> | [{\"#7\":{\"kind\":\"f32\",\"octets\":\"0000C07F\"}}]"
                        + " | [{\"#7\":{\"kind\":\"f32\",\"octets\":\"0000c07f\"}}]",
                "~Payment | {\"#300\":{\"kind\":\"struct\",\"octets\":\"011b0161\"}}"
                        + " | {\"#300\":{\"kind\":\"struct\",\"octets\":\"011b0161\"}}",
            })
    void readsAndPrints(String type, String text, String printed) {
        assertThat(Refused.normalised(form.value(Schemas.full(type)), text)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "list<i8> | {} | W-14.15 | $",
                "list<i8> | [1,[]] | W-14.7 | $[1]",
                "set<i8> | [1,2,1] | W-3.18 | $[2]",
                "set<uuid> | [\"00000000-0000-0000-0000-00000000000A\",\"00000000-0000-0000-0000-00000000000a\"]"
                        + " | W-3.18 | $[1]",
                "set<~State> | [\"PLACED\",1] | W-3.18 | $[1]",
                "map<string,i8> | [] | W-14.16 | $",
                "map<string,i8> | {\"a\":1,\"\\u0061\":1} | W-3.19 | $[1]",
                "map<string,i8> | {\"a\":null} | W-14.7 | $[0]",
                "map<string,i8> | {\"\\udc00\":1} | W-14.2 | $",
                "map<i8,i8> | {\"01\":1} | W-14.7 | $[0]",
                "map<i8,i8> | {\"128\":1} | W-14.7 | $[0]",
                "map<bool,i8> | {\"True\":1} | W-14.16 | $[0]",
                "map<~State,i8> | {\"PLACED\":1,\"1\":1} | W-3.19 | $[1]",
                "map<~State,i8> | {\"LOST\":1} | W-14.14 | $[0]",
                "~Bounded | {\"few\":[1,2,3],\"some\":[],\"two\":{}} | W-3.25 | $.few[2]",
                "~Bounded | {\"few\":[],\"some\":[1,2],\"two\":{}} | W-3.25 | $.some[1]",
                "~Bounded | {\"few\":[],\"some\":[],\"two\":{\"true\":1,\"false\":1}} | W-3.25 | $.two[1]",
                "~Payment | {} | W-14.17 | $",
                "~Payment | [] | W-14.17 | $",
                "~Payment | {\"cash\":{},\"card\":\"a\"} | W-14.17 | $",
                "~Payment | {\"crad\":\"a\"} | W-14.17 | $",
                "~Payment | {\"card\":\"abcde\"} | W-3.25 | $.card",
                "~Payment | {\"card\":null} | W-14.10 | $.card",
                "~Payment | {\"cash\":{\"a\":1}} | W-14.6 | $.cash",
                "~Payment | {\"cash\":[]} | W-14.17 | $.cash",
                "~Payment | {\"#1\":{\"kind\":\"string\",\"octets\":\"00\"}} | W-14.18 | $",
                "~Payment | {\"#0\":{\"kind\":\"bool\",\"octets\":\"00\"}} | W-14.17 | $",
                "~Payment | {\"#65536\":{\"kind\":\"bool\",\"octets\":\"00\"}} | W-14.17 | $",
                "~Payment | {\"#7\":{\"kind\":\"bool\",\"octets\":\"02\"}} | W-14.18 | $.#7",
                "~Payment | {\"#7\":{\"kind\":\"bool\",\"octets\":\"0000\"}} | W-14.18 | $.#7",
                "~Payment | {\"#7\":{\"kind\":\"bool\",\"octets\":\"0\"}} | W-14.18 | $.#7",
                "~Payment | {\"#7\":{\"kind\":\"bool\",\"octets\":\"\"}} | W-14.18 | $.#7",
                "~Payment | {\"#7\":{\"kind\":\"float32\",\"octets\":\"00000000\"}} | W-14.18 | $.#7",
                "~Payment | {\"#7\":{\"kind\":\"bool\"}} | W-14.18 | $.#7",
                "~Payment | {\"#7\":{\"kind\":\"bool\",\"kind\":\"bool\"}} | W-14.18 | $.#7",
                "~Payment | {\"#7\":{\"kind\":\"string\",\"octets\":\"01ff\"}} | W-14.18 | $.#7",
                "~Payment | {\"#7\":{\"kind\":\"bool\",\"octets\":\"***\"}} | W-14.21 | $.#7",
                "~Payment | {\"#7\":1} | W-14.18 | $.#7",
            })
    void refuses(String type, String text, String clause, String path) {
        JsonFormException refused = Refused.text(form.value(Schemas.full(type)), text);
        assertThat(refused.clause()).as(refused.getMessage()).isEqualTo(clause);
        assertThat(refused.path()).as(refused.getMessage()).isEqualTo(path);
    }

    @Test
    void namesTheNearestVariant() {
        assertThat(Refused.text(form.value("t.v1.Payment"), "{\"crad\":\"a\"}").problem())
                .isEqualTo("Payment has no variant crad; did you mean card?");
        assertThat(Refused.text(form.value("t.v1.Payment"), "{\"#2\":null}").problem())
                .isEqualTo("variant 2 is known: name it cash");
    }

    @Test
    void skipsMembersOfAVariantWithoutAValueButNoVariant() {
        MessageForm payment = form.message("t.v1.Payment");
        byte[] octets = payment.parse("{\"cash\":{\"a\":[1]}}", UnknownMembers.SKIP);
        assertThat(payment.print(octets, Printing.EXACT)).isEqualTo("{\"cash\":{}}");
        assertThat(Refused.text(payment, "{\"crad\":1,\"cash\":{}}", UnknownMembers.SKIP)
                        .clause())
                .isEqualTo("W-14.17");
    }

    @Test
    void countsHowDeepAnUnknownVariantNests() {
        // Each list of payments adds a list and a union; the octets hold structs in structs.
        String octets = "011d".repeat(29) + "00";
        String innermost = "{\"#9\":{\"kind\":\"struct\",\"octets\":\"" + octets + "\"}}";
        MessageForm payment = form.message("t.v1.Payment");
        // 1 for the result, 2 each for the lists and unions around, 1 for the innermost union, 30 for what it holds
        assertThat(Refused.normalised(payment, nested(innermost, 16))).isEqualTo(nested(innermost, 16));
        assertThat(Refused.text(payment, nested(innermost, 17)).problem())
                .isEqualTo("values nest deeper than 64 levels");
    }

    private static String nested(String innermost, int times) {
        return "{\"parts\":[".repeat(times) + innermost + "]}".repeat(times);
    }
}
