package io.rpcidl.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.codec.sample.RandomValues;
import io.rpcidl.codec.sample.RandomValues.Sample;
import io.rpcidl.value.Kind;
import io.rpcidl.wire.Limits;
import io.rpcidl.wire.MalformedDataException;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Rows A19 and A24 of the catalogue of hostile inputs. */
class StructCodecProperties {

    @Property(tries = 300)
    void readsWhatItWrote(@ForAll("samples") Sample<?> sample) {
        byte[] message = sample.message();
        assertThat(sample.codec().decode(message)).isEqualTo(sample.value());
    }

    @Property(tries = 500)
    void endsInAValueOrARefusalForManyChanges(@ForAll("samples") Sample<?> sample, @ForAll Random random) {
        byte[] message = sample.message();
        for (int round = 0; round < 50; round++) {
            byte[] changed = message.clone();
            for (int i = random.nextInt(4); i >= 0 && changed.length > 0; i--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            assertConsistent(sample.codec(), changed);
        }
    }

    @Property(tries = 1_000)
    void endsInAValueOrARefusalForAnyOctets(@ForAll("samples") Sample<?> sample, @ForAll byte[] octets) {
        assertConsistent(sample.codec(), octets);
    }

    @Property(tries = 200)
    void skipsWhatItReads(@ForAll("samples") Sample<?> sample) {
        byte[] message = sample.message();
        byte[] nested = Octets.join(Octets.of("01 1D"), message);
        assertThat(Codecs.EMPTY.decode(nested)).isEqualTo(Empty.INSTANCE);
        Decoder in = new Decoder();
        in.reset(nested, 0, nested.length);
        in.beginMessage();
        in.advance(2);
        in.skip(Kind.STRUCT);
        assertThat(in.remaining()).isZero();
    }

    /** Straight line, general loop and skipping agree, and what was accepted survives being written again. */
    private static <T> void assertConsistent(StructCodec<T> codec, byte[] message) {
        List<T> straight = read(codec, message, false);
        List<T> general = read(codec, message, true);
        assertThat(general).as("general loop against straight line").isEqualTo(straight);
        if (straight != null) {
            assertThat(read(Codecs.EMPTY, message, false)).as("skipped").isNotNull();
            byte[] again = codec.encode(straight.get(0));
            assertThat(read(codec, again, false)).isEqualTo(straight);
        }
    }

    /** The value, or null when the octets are refused; any other exception fails the property. */
    private static <T> @Nullable List<T> read(StructCodec<T> codec, byte[] message, boolean inGeneral) {
        Decoder in = new Decoder(Limits.DEFAULTS);
        in.reset(message, 0, message.length);
        if (inGeneral) {
            in.beginLocating();
        }
        try {
            return List.of(codec.readMessage(in));
        } catch (MalformedDataException refused) {
            return null;
        }
    }

    @Provide
    Arbitrary<Sample<?>> samples() {
        return RandomValues.samples();
    }
}
