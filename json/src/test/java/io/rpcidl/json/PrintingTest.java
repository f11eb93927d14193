package io.rpcidl.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people do not see (W-14.21), and what messages do not repeat (W-14.22). */
class PrintingTest {

    private final JsonForm form = JsonForm.of(Schemas.of(
            Schemas.type("Pin", "string", 8L, true),
            Schemas.enumeration("State", Map.of("PLACED", 1)),
            Schemas.struct("Line", "1: string product"),
            Schemas.union("Payment", "1: string card @sensitive", "2: ~Pin pin", "3: cash"),
            Schemas.struct(
                    "All",
                    "1: string? text @sensitive",
                    "2: ~Pin? pin",
                    "3: list<~Pin>? pins",
                    "4: map<~Pin,i8>? byPin",
                    "5: map<i8,~Pin>? pinOf",
                    "6: ~Payment? payment",
                    "7: ~Line? line @sensitive",
                    "8: i64? number @sensitive",
                    "9: ~State? state @sensitive",
                    "10: set<~Pin>? pinSet",
                    "11: string? open"),
            Schemas.service("Pins", Schemas.method(1, "read", "~Pin", "1: string who @sensitive"))));
    private final MessageForm all = form.message("t.v1.All");

    @Test
    void redactsWhatIsSensitive() {
        assertRedacted("{\"text\":\"secret\"}", "{\"text\":\"***\"}");
        assertRedacted("{\"pin\":\"secret\"}", "{\"pin\":\"***\"}");
        assertRedacted("{\"pins\":[\"secret\",\"\"]}", "{\"pins\":[\"***\",\"***\"]}");
        assertRedacted("{\"byPin\":{\"secret\":1,\"other\":2}}", "{\"byPin\":\"***\"}");
        assertRedacted("{\"pinOf\":{\"1\":\"secret\"}}", "{\"pinOf\":{\"1\":\"***\"}}");
        assertRedacted("{\"pinSet\":[\"secret\"]}", "{\"pinSet\":[\"***\"]}");
        assertRedacted("{\"payment\":{\"card\":\"secret\"}}", "{\"payment\":{\"card\":\"***\"}}");
        assertRedacted("{\"payment\":{\"pin\":\"secret\"}}", "{\"payment\":{\"pin\":\"***\"}}");
        assertRedacted("{\"payment\":{\"cash\":{}}}", "{\"payment\":{\"cash\":{}}}");
        assertRedacted(
                "{\"payment\":{\"#9\":{\"kind\":\"string\",\"octets\":\"0161\"}}}",
                "{\"payment\":{\"#9\":{\"kind\":\"string\",\"octets\":\"***\"}}}");
        assertRedacted("{\"line\":{\"product\":\"secret\"}}", "{\"line\":\"***\"}");
        assertRedacted("{\"number\":\"77\"}", "{\"number\":\"***\"}");
        assertRedacted("{\"state\":\"PLACED\"}", "{\"state\":\"***\"}");
        assertRedacted("{\"open\":\"seen\"}", "{\"open\":\"seen\"}");
        assertRedacted("{}", "{}");
    }

    private void assertRedacted(String exact, String redacted) {
        byte[] octets = all.parse(exact, UnknownMembers.REFUSE);
        assertThat(all.print(octets, Printing.EXACT)).isEqualTo(exact);
        assertThat(all.print(octets, Printing.FOR_PEOPLE)).isEqualTo(redacted);
        if (redacted.contains("***")) {
            JsonFormException refused = Refused.text(all, redacted);
            assertThat(refused.clause()).isEqualTo("W-14.21");
            assertThat(refused.problem()).contains("was redacted").contains("print exactly");
        }
    }

    @Test
    void redactsParametersAndResults() {
        MessageForm parameters = form.parameters("t.v1.Pins.read");
        byte[] octets = parameters.parse("{\"who\":\"me\"}", UnknownMembers.REFUSE);
        assertThat(parameters.print(octets, Printing.FOR_PEOPLE)).isEqualTo("{\"who\":\"***\"}");
        MessageForm result = form.result("t.v1.Pins.read");
        assertThat(result.print(result.parse("\"1\"", UnknownMembers.REFUSE), Printing.FOR_PEOPLE))
                .isEqualTo("\"***\"");
    }

    @Test
    void takesThreeStarsWhereNothingIsSensitive() {
        assertThat(Refused.normalised(all, "{\"open\":\"***\"}")).isEqualTo("{\"open\":\"***\"}");
    }

    @Test
    void repeatsNothingThatIsSensitive() {
        assertThat(Refused.text(all, "{\"state\":\"PLACEX\"}").getMessage()).doesNotContain("PLACE");
        assertThat(Refused.text(all, "{\"line\":{\"produkt\":\"a\"}}").getMessage())
                .doesNotContain("produ");
        assertThat(Refused.text(all, "{\"number\":\"secret\"}").getMessage()).doesNotContain("secret");
        assertThat(Refused.text(all, "{\"byPin\":{\"verysecret\":1}}").getMessage())
                .doesNotContain("secret");
        assertThat(Refused.text(all, "{\"text\":secret}").getMessage()).doesNotContain("secret");
        // Outside again, messages help.
        assertThat(Refused.text(all, "{\"text\":\"a\",\"opn\":1}").getMessage()).contains("did you mean open?");
    }
}
