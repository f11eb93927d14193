package io.rpcidl.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Texts and octets that somebody has damaged: a value or a {@link JsonFormException} with its place, and nothing else. */
class HostileProperties {

    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\\u",
        "\\ud800",
        "null",
        "true",
        "-",
        "0",
        "1e999999999",
        "***",
        "\"#7\"",
        "\u0000",
        "\ud800",
        "\ufeff",
        "/*",
        " ",
        "NaN",
        "1".repeat(2_000),
        "[".repeat(100),
        "{\"f1\":".repeat(100)
    };

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void damagedTexts(@ForAll long seed) {
        RandomValues values = new RandomValues(seed);
        Random random = new Random(seed);
        JsonForm form = JsonForm.of(values.schema());
        for (int i = 0; i < 20; i++) {
            String name = "S" + random.nextInt(4);
            MessageForm message = form.message("t.v1." + name);
            String text = damaged(values.value("~" + name), random);
            UnknownMembers unknown = random.nextBoolean() ? UnknownMembers.SKIP : UnknownMembers.REFUSE;
            try {
                byte[] octets = message.parse(text, unknown);
                String printed = message.print(octets, Printing.EXACT);
                assertThat(message.parse(printed, UnknownMembers.REFUSE)).isEqualTo(octets);
            } catch (JsonFormException refused) {
                assertThat(refused.line()).isPositive();
                assertThat(refused.column()).isPositive();
                assertThat(refused.path()).startsWith("$");
                assertThat(refused.getMessage()).contains(refused.problem()).hasSizeLessThan(2_000);
            }
        }
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(damaged.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> damaged.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 1 -> damaged.setLength(Math.max(at, 0));
                case 2 -> damaged.delete(at, Math.min(damaged.length(), at + random.nextInt(4)));
                default -> damaged.insert(at, text, 0, random.nextInt(text.length() + 1));
            }
        }
        return damaged.toString();
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void damagedOctets(@ForAll long seed) {
        RandomValues values = new RandomValues(seed);
        Random random = new Random(seed);
        JsonForm form = JsonForm.of(values.schema());
        for (int i = 0; i < 20; i++) {
            String name = "S" + random.nextInt(4);
            MessageForm message = form.message("t.v1." + name);
            byte[] octets = message.parse(values.value("~" + name), UnknownMembers.REFUSE);
            octets[random.nextInt(octets.length)] ^= (byte) (1 << random.nextInt(8));
            octets = Arrays.copyOf(octets, random.nextInt(4) == 0 ? random.nextInt(octets.length + 1) : octets.length);
            try {
                // Whatever is accepted is a value, so that it comes back.
                String printed = message.print(octets, Printing.EXACT);
                byte[] again = message.parse(printed, UnknownMembers.REFUSE);
                assertThat(message.print(again, Printing.EXACT)).isEqualTo(printed);
            } catch (JsonFormException refused) {
                assertThat(refused.getCause()).as(refused.getMessage()).isNotNull();
                assertThat(refused.clause()).matches("W-[123]\\.\\d+");
            }
        }
    }

    @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
    void noise(@ForAll byte[] octets) {
        MessageForm message = JsonForm.of(new RandomValues(7).schema()).message("t.v1.S1");
        try {
            message.parse(new String(octets, StandardCharsets.ISO_8859_1), UnknownMembers.SKIP);
        } catch (JsonFormException refused) {
            assertThat(refused.line()).isPositive();
        }
        try {
            message.print(octets, Printing.FOR_PEOPLE);
        } catch (JsonFormException refused) {
            assertThat(refused.getCause()).isNotNull();
        }
    }
}
