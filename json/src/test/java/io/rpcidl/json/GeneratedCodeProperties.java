package io.rpcidl.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.SpecBlocks;
import io.rpcidl.codec.sample.Order;
import io.rpcidl.wire.MalformedDataException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** A descriptor and the code that is generated for it accept the same octets and write the same ones (W-14.1). */
class GeneratedCodeProperties {

    private static final MessageForm ORDER = JsonForm.of(SpecExampleTest.TYPES).message("t.v1.Order");
    private static final List<byte[]> TOLD =
            List.of(SpecBlocks.octets(SpecBlocks.all(), "order"), SpecBlocks.octets(SpecBlocks.all(), "sparse"));

    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
    void damagedOrders(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] octets = TOLD.get(random.nextInt(2)).clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            octets[random.nextInt(octets.length)] =
                    (byte) (random.nextBoolean() ? random.nextInt() : random.nextInt(16));
        }
        String expected = generated(octets);
        assertThat(described(octets)).isEqualTo(expected);
    }

    private static String generated(byte[] octets) {
        try {
            return HexFormat.of().formatHex(Order.CODEC.encode(Order.CODEC.decode(octets)));
        } catch (MalformedDataException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static String described(byte[] octets) {
        try {
            String text = ORDER.print(octets, Printing.EXACT);
            return HexFormat.of().formatHex(ORDER.parse(text, UnknownMembers.REFUSE));
        } catch (JsonFormException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
