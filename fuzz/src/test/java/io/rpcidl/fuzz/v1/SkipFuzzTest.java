package io.rpcidl.fuzz.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.StructCodec;
import java.io.ByteArrayOutputStream;

/**
 * Row A23: a value of a kind, somewhere a reader does not know it, is stepped over in the same way everywhere, and an unknown
 * variant is written back octet by octet. The first octet of the input is the kind.
 */
class SkipFuzzTest {

    /** Field 9,000: a distance that takes a varint. */
    private static final int[] FAR = {0xA8, 0x46};

    private static final StructCodec<Choice> CHOICE = Codecs.result(Choice.codec());

    @FuzzTest(maxDuration = "10m")
    void skip(byte[] input) {
        if (input.length == 0) {
            return;
        }
        int kind = input[0] & 0xF;
        byte[] value = Oracle.message(input);
        boolean inField = Oracle.skips(octets(new int[] {3, kind, FAR[0], FAR[1]}, value));
        byte[] behindKnown = octets(new int[] {5, 0x14, 0x14, kind, 0xA6, 0x46, 1, 0, 0, 0, 2, 0, 0, 0}, value);
        assertThat(Oracle.accepts(Point.codec(), behindKnown))
                .as("behind known fields")
                .isEqualTo(inField);

        boolean deeper = Oracle.skips(octets(new int[] {1, 0x1D, 3, kind, FAR[0], FAR[1]}, value));
        byte[] variant = octets(new int[] {1, 0x1D, 3, kind, FAR[0], FAR[1]}, value);
        assertThat(Oracle.accepts(CHOICE, variant)).as("as an unknown variant").isEqualTo(deeper);
        if (deeper) {
            assertThat(Oracle.rewritten(CHOICE, variant).orElseThrow()).isEqualTo(variant);
            assertThat(inField).as("one level less").isTrue();
        }

        byte[] element = octets(new int[] {1, 0x1E, 0x1D, 1, 3, kind, FAR[0], FAR[1]}, value);
        byte[] alone = octets(new int[] {1, 0x1E, 0x0D, 1, 3, kind, FAR[0], FAR[1]}, value);
        assertThat(Oracle.skips(element)).as("in a uniform list").isEqualTo(Oracle.skips(alone));
    }

    private static byte[] octets(int[] head, byte[] value) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int octet : head) {
            whole.write(octet);
        }
        whole.writeBytes(value);
        return whole.toByteArray();
    }
}
