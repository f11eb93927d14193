package io.rpcidl.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.codec.Codecs;
import io.rpcidl.json.dump.MessageDump;
import io.rpcidl.json.dump.Piece;
import io.rpcidl.schema.SchemaIndex;
import io.rpcidl.schema.TypeName;
import io.rpcidl.wire.Limits;
import io.rpcidl.wire.MalformedDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Dumps of random messages: they show every octet once, and refuse what the codec refuses. */
class DumpProperties {

    @Property(tries = 120, shrinking = ShrinkingMode.OFF)
    void showsEveryOctetOnce(@ForAll long seed) {
        RandomValues values = new RandomValues(seed);
        JsonForm forms = JsonForm.of(values.schema());
        SchemaIndex index = SchemaIndex.of(values.schema());
        for (int i = 0; i < 4; i++) {
            byte[] struct = forms.message("t.v1.S" + i).parse(values.value("~S" + i), UnknownMembers.REFUSE);
            assertWhole(MessageDump.message(index, "t.v1.S" + i), struct);
            String map = "map<string,list<~U" + i + ">>";
            byte[] value = forms.value(Schemas.full(map)).parse(values.value(map), UnknownMembers.REFUSE);
            assertWhole(MessageDump.value(index, TypeName.parse(Schemas.full(map))), value);
        }
    }

    private static void assertWhole(MessageDump named, byte[] message) {
        for (MessageDump dump : List.of(named, MessageDump.byKinds())) {
            for (Printing printing : Printing.values()) {
                int next = 0;
                for (Piece piece : pieces(dump, printing, message)) {
                    assertThat(piece.offset()).isEqualTo(next);
                    assertThat(piece.length()).isPositive();
                    assertThat(piece.clause()).matches("W-(2|3|14)\\.\\d+");
                    assertThat(piece.wholeLine(message)).doesNotContain("\n");
                    next += piece.length();
                }
                assertThat(next).isEqualTo(message.length);
            }
        }
    }

    private static List<Piece> pieces(MessageDump dump, Printing printing, byte[] message) {
        List<Piece> pieces = new ArrayList<>();
        dump.explain(message, printing, pieces::add);
        return pieces;
    }

    /** A reader whose schema has no field at all is told by the kinds alone, too (W-3.7). */
    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void refusesWhatTheCodecRefuses(@ForAll long seed) {
        Random random = new Random(seed);
        RandomValues values = new RandomValues(seed & 0xFF);
        byte[] message =
                JsonForm.of(values.schema()).message("t.v1.S0").parse(values.value("~S0"), UnknownMembers.REFUSE);
        byte[] damaged = random.nextInt(4) == 0 ? noise(random) : message.clone();
        for (int i = random.nextInt(3); i > 0; i--) {
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Limits limits = Limits.DEFAULTS.withDepth(1 + random.nextInt(6)).withUnits(1 + random.nextInt(60));

        assertThat(refusal(damaged, limits)).isEqualTo(codecRefusal(damaged, limits));
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[1 + random.nextInt(40)];
        random.nextBytes(noise);
        noise[0] &= 0x0F;
        return noise;
    }

    private static boolean refusal(byte[] message, Limits limits) {
        try {
            pieces(MessageDump.byKinds().under(limits), Printing.EXACT, message);
            return false;
        } catch (MalformedDataException e) {
            assertThat(e.offset()).isBetween(0, message.length);
            assertThat(e.clause()).matches("W-[1237]\\.\\d+");
            return true;
        }
    }

    private static boolean codecRefusal(byte[] message, Limits limits) {
        try {
            Codecs.NOTHING.decode(message, 0, message.length, limits);
            return false;
        } catch (MalformedDataException e) {
            return true;
        }
    }

    /** What the codec of a schema accepts has a dump with names, also when octets were damaged. */
    @Property(tries = 120, shrinking = ShrinkingMode.OFF)
    void explainsWhatTheSchemaAccepts(@ForAll long seed) {
        Random random = new Random(seed);
        RandomValues values = new RandomValues(seed);
        MessageForm form = JsonForm.of(values.schema()).message("t.v1.S0");
        MessageDump dump = MessageDump.message(SchemaIndex.of(values.schema()), "t.v1.S0");
        byte[] message = form.parse(values.value("~S0"), UnknownMembers.REFUSE);
        for (int i = 0; i < 10; i++) {
            byte[] damaged = message.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                form.print(damaged, Printing.EXACT);
            } catch (JsonFormException refused) {
                continue;
            }
            assertWhole(dump, damaged);
        }
    }

    @Property(tries = 3)
    void refusesAMebibyteOfNoise(@ForAll long seed) {
        byte[] noise = new byte[1 << 20];
        new Random(seed).nextBytes(noise);

        assertThat(refusal(noise, Limits.DEFAULTS)).isEqualTo(codecRefusal(noise, Limits.DEFAULTS));
    }
}
