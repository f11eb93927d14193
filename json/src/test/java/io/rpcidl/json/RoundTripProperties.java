package io.rpcidl.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Octets and JSON of random values of random schemas, there and back (W-14.20). */
class RoundTripProperties {

    @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
    void whatAWriterWritesComesBack(@ForAll long seed) {
        RandomValues values = new RandomValues(seed);
        JsonForm form = JsonForm.of(values.schema());
        for (int i = 0; i < 4; i++) {
            String name = "S" + i;
            assertComesBack(form.message("t.v1." + name), values.value("~" + name));
            String union = "U" + i;
            assertComesBack(form.message("t.v1." + union), values.value("~" + union));
            String list = "list<~" + name + ">";
            assertComesBack(form.value(Schemas.full(list)), values.value(list));
        }
    }

    /** Both ways, and the octets are told apart from what another reader of the same schema would take. */
    private static void assertComesBack(MessageForm form, String text) {
        byte[] octets = form.parse(text, UnknownMembers.REFUSE);
        assertThat(form.print(octets, Printing.EXACT)).isEqualTo(text);
        assertThat(HexFormat.of().formatHex(form.parse(form.print(octets, Printing.EXACT), UnknownMembers.SKIP)))
                .isEqualTo(HexFormat.of().formatHex(octets));
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void spacesAndTheOrderOfMembersMeanNothing(@ForAll long seed) {
        RandomValues values = new RandomValues(seed);
        MessageForm form = JsonForm.of(values.schema()).message("t.v1.S0");
        String text = values.value("~S0");
        String spaced = SPACED.matcher(text).replaceAll(match -> {
            String token = match.group().replace("\\", "\\\\").replace("$", "\\$");
            return match.group(1) != null ? token : " " + token + "\n\t";
        });
        assertThat(form.parse(spaced, UnknownMembers.REFUSE)).isEqualTo(form.parse(text, UnknownMembers.REFUSE));
    }

    private static final Pattern SPACED = Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*\")|[\\[\\]{},:]");
}
