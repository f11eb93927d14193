package io.rpcidl.fuzz.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.value.DeclaredErrorException;
import io.rpcidl.wire.MalformedDataException;
import io.rpcidl.wire.UnencodableValueException;
import org.jspecify.annotations.Nullable;

/** Row A23: what is accepted is a value like any other, and what is written of it is read as the same value. */
class RoundTripFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void roundTrip(byte[] input) {
        if (input.length > 0) {
            check(Target.of(input[0]).codec(), Oracle.message(input));
        }
    }

    private static <T extends @Nullable Object> void check(StructCodec<T> codec, byte[] message) {
        T value;
        try {
            value = codec.decode(message);
        } catch (MalformedDataException refused) {
            return;
        }
        byte[] written = codec.encode(value);
        T again = codec.decode(written);
        assertThat(codec.encode(again)).as("written twice").isEqualTo(written);
        // Errors are exceptions, which are equal to themselves only.
        if (value != null && !(value instanceof DeclaredErrorException)) {
            assertThat(again.equals(value)).as("the value that was read again").isTrue();
            assertThat(again.hashCode()).isEqualTo(value.hashCode());
            assertThat(again.toString()).isEqualTo(value.toString());
            checkCanonical(codec, value);
        }
    }

    /** Canonical form is a form of the value, and the same for its equal; only unknown variants have none (W-3.26, W-3.29). */
    private static <T extends @Nullable Object> void checkCanonical(StructCodec<T> codec, T value) {
        byte[] canonical;
        try {
            canonical = codec.canonical(value);
        } catch (UnencodableValueException refused) {
            assertThat(refused.problem()).contains("no canonical form");
            return;
        }
        T again = codec.decode(canonical);
        assertThat(again).isEqualTo(value);
        assertThat(codec.canonical(again)).isEqualTo(canonical);
    }
}
