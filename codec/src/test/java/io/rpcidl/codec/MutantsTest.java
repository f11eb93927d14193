package io.rpcidl.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.codec.sample.RandomValues;
import io.rpcidl.codec.sample.RandomValues.Sample;
import io.rpcidl.wire.MalformedDataException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Rows A18 and A19 of the catalogue of hostile inputs: every prefix of a message, and every bit of it flipped, for random values
 * until there were so many. {@code -Drpcidl.mutants=1000000} tries more, {@code -Drpcidl.mutants.seed=7} others.
 */
class MutantsTest {

    private static final long MUTANTS = Long.getLong("rpcidl.mutants", 300_000);
    private static final long PREFIXES = Math.max(200_000, MUTANTS / 5);
    private static final long SEED = Long.getLong("rpcidl.mutants.seed", 1);

    @Example
    void refusesEveryPrefix() {
        forSamples(PREFIXES, sample -> {
            byte[] message = sample.message();
            for (int length = 0; length < message.length; length++) {
                assertThat(read(sample.codec(), Arrays.copyOf(message, length)))
                        .as("cut at %s", length)
                        .isNull();
            }
            return message.length;
        });
    }

    @Example
    void refusesEveryFlippedBitOrReadsAnotherValue() {
        forSamples(MUTANTS, sample -> {
            byte[] message = sample.message();
            for (int bit = 0; bit < message.length * 8; bit++) {
                message[bit / 8] ^= (byte) (1 << bit % 8);
                check(sample.codec(), message);
                message[bit / 8] ^= (byte) (1 << bit % 8);
            }
            return message.length * 8L;
        });
    }

    private static void forSamples(long least, ToLongFunction<Sample<?>> test) {
        Random random = new Random(SEED);
        RandomGenerator<Sample<?>> samples = RandomValues.samples().generator(1_000);
        long done = 0;
        while (done < least) {
            done += test.applyAsLong(samples.next(random).value());
        }
    }

    /** What is accepted is written in one way, whichever way it was read. */
    private static <T> void check(StructCodec<T> codec, byte[] message) {
        List<T> read = read(codec, message);
        if (read != null) {
            byte[] written = codec.encode(read.get(0));
            T again = codec.decode(written);
            if (!again.equals(read.get(0)) || !Arrays.equals(codec.encode(again), written)) {
                assertThat(again).isEqualTo(read.get(0));
                assertThat(codec.encode(again)).isEqualTo(written);
            }
        }
    }

    /** The value, or null when the octets are refused; any other exception fails the test. */
    private static <T> @Nullable List<T> read(StructCodec<T> codec, byte[] message) {
        try {
            return List.of(codec.decode(message));
        } catch (MalformedDataException refused) {
            return null;
        }
    }
}
