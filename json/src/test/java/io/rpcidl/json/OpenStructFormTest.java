package io.rpcidl.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What open structs keep, as members of their objects (W-14.23). */
class OpenStructFormTest {

    private static final String KEPT = "{\"#1\":{\"kind\":\"bool\",\"octets\":\"01\"},\"name\":\"n\","
            + "\"#5\":{\"kind\":\"string\",\"octets\":\"0178\"},\"pin\":\"p\",\"parts\":[],"
            + "\"#300\":{\"kind\":\"struct\",\"octets\":\"00\"}}";

    private final JsonForm form = JsonForm.of(Schemas.of(
            Schemas.openStruct("Relay", "2: string name", "7: string pin @sensitive", "8: list<~Relay> parts = []"),
            Schemas.struct("Plain", "1: ~Relay relay")));
    private final MessageForm relay = form.message("t.v1.Relay");

    @Test
    void printsThemByTheirNumbersAndReadsThemAgain() {
        byte[] message = HexFormat.of()
                .parseHex("08" + "111b3b2b1e" + "0da402" + "01" + "016e" + "0178" + "0170" + "0d00" + "00");
        assertThat(relay.print(message, Printing.EXACT)).isEqualTo(KEPT);
        assertThat(relay.parse(KEPT, UnknownMembers.REFUSE)).isEqualTo(message);
    }

    @Test
    void hidesTheirOctetsFromPeople() {
        byte[] message = relay.parse(KEPT, UnknownMembers.REFUSE);
        String printed = relay.print(message, Printing.FOR_PEOPLE);
        assertThat(printed)
                .contains("\"#5\":{\"kind\":\"string\",\"octets\":\"***\"}")
                .doesNotContain("0178");
        assertThat(Refused.text(relay, printed).getMessage()).contains("W-14.21");
    }

    @Test
    void haveNoCanonicalForm() {
        String refused = catchThrowableOfType(
                        JsonFormException.class, () -> relay.parseCanonical(KEPT, UnknownMembers.REFUSE))
                .getMessage();
        assertThat(refused)
                .startsWith("$: field 1 has no canonical form, for this schema does not know what is in it;")
                .endsWith("W-3.29)");
        String text = "{\"name\":\"n\",\"pin\":\"\"}";
        assertThat(relay.parseCanonical(text, UnknownMembers.REFUSE))
                .isEqualTo(relay.parse(text, UnknownMembers.REFUSE));
    }

    @Test
    void saysWhatIsWrongWithOne() {
        assertThat(Refused.text(relay, "{\"name\":\"n\",\"pin\":\"\",\"#7\":{\"kind\":\"string\",\"octets\":\"00\"}}")
                        .getMessage())
                .startsWith("$: field 7 is known: name it pin (")
                .endsWith("W-14.23)");
        JsonFormException broken = Refused.text(
                relay,
                "{\"name\":\"n\",\"pin\":\"\",\"parts\":[{\"#9\":{\"kind\":\"bool\",\"octets\":\"02\"},\"name\":\"n\",\"pin\":\"\"}]}");
        assertThat(broken.path()).isEqualTo("$.parts[0].#9");
        assertThat(broken.problem()).isEqualTo("the octets are not a value of kind bool: a bool is neither 0 nor 1");
        assertThat(Refused.text(relay, "{\"#9\":{\"kind\":\"bool\"}}").problem())
                .isEqualTo("an unknown field needs the members kind and octets");
        assertThat(Refused.text(relay, "{\"#x\":1}").problem()).startsWith("Relay has no member #x");
    }

    @Test
    void takesThemForNoOtherStruct() {
        MessageForm plain = form.message("t.v1.Plain");
        String text = "{\"relay\":{\"name\":\"n\",\"pin\":\"\"},\"#9\":{\"kind\":\"bool\",\"octets\":\"01\"}}";
        assertThat(Refused.text(plain, text).problem()).startsWith("Plain has no member #9");
        assertThat(plain.print(plain.parse(text, UnknownMembers.SKIP), Printing.EXACT))
                .doesNotContain("#9");
    }

    @Test
    void stillSkipsOrRefusesOtherMembers() {
        String text = "{\"name\":\"n\",\"pin\":\"\",\"nam\":1}";
        assertThat(Refused.text(relay, text).problem()).isEqualTo("Relay has no member nam; did you mean name?");
        assertThat(relay.print(relay.parse(text, UnknownMembers.SKIP), Printing.EXACT))
                .doesNotContain("nam\"");
    }
}
