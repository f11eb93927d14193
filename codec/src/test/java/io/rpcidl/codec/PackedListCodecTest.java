package io.rpcidl.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rpcidl.wire.MalformedDataException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists that are copied at once are checked like all others. */
class PackedListCodecTest {

    private static final StructCodec<List<Boolean>> CODEC = Codecs.result(Codecs.list(Codecs.BOOL));

    @Test
    void readsTruthValues() {
        assertThat(CODEC.decode(Octets.of("01 1E 01 02 01 00"))).containsExactly(true, false);
    }

    @ParameterizedTest
    @CsvSource({
        "W-2.3, 4, 01 02 02 01, the first is neither 0 nor 1",
        "W-2.3, 5, 01 02 01 FF, the last is neither 0 nor 1",
        "W-3.14, 2, 11 01 01, uniform truth values",
        "W-3.13, 2, 21 01 01, an unknown flag",
        "W-3.17, 3, 02 01 01, numbers",
        "W-3.5, 5, 01 01 01 01, one more than counted"
    })
    void refusesListsThatAreNone(String clause, int offset, String octets, String ignoredDescription) {
        byte[] message = Octets.of("01 1E", octets);
        MalformedDataException problem =
                catchThrowableOfType(MalformedDataException.class, () -> CODEC.decode(message));
        assertThat(problem.clause()).isEqualTo(clause);
        assertThat(problem.offset()).isEqualTo(offset);
    }
}
