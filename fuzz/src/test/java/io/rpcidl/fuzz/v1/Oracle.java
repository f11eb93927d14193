package io.rpcidl.fuzz.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.wire.MalformedDataException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What holds for any octets. */
final class Oracle {

    private Oracle() {}

    /** What follows the octet that chooses the target. */
    static byte[] message(byte[] input) {
        return Arrays.copyOfRange(input, 1, input.length);
    }

    /** The octets of the value that these octets are, as a writer writes it; empty when they are refused. */
    static <T extends @Nullable Object> Optional<byte[]> rewritten(StructCodec<T> codec, byte[] message) {
        T value;
        try {
            value = codec.decode(message);
        } catch (MalformedDataException refused) {
            assertTyped(codec, message, refused);
            return Optional.empty();
        }
        return Optional.of(codec.encode(value));
    }

    static boolean accepts(StructCodec<?> codec, byte[] message) {
        try {
            codec.decode(message);
            return true;
        } catch (MalformedDataException refused) {
            assertTyped(codec, message, refused);
            return false;
        }
    }

    /** Whether a reader accepts the octets that knows no field at all (W-3.7). */
    static boolean skips(byte[] message) {
        return accepts(Codecs.EMPTY, message);
    }

    private static void assertTyped(StructCodec<?> codec, byte[] message, MalformedDataException refused) {
        assertThat(refused.offset()).isBetween(0, message.length);
        assertThat(refused.clause()).matches("W-[123]\\.\\d+");
        assertThat(refused.path()).startsWith(codec.name());
        assertThat(refused.problem()).isNotEmpty().hasSizeLessThan(200);
        assertThat(refused.getMessage()).contains(refused.problem(), refused.clause());
    }
}
