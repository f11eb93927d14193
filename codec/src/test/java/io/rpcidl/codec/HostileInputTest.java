package io.rpcidl.codec;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import io.rpcidl.codec.sample.Line;
import io.rpcidl.codec.sample.Node;
import io.rpcidl.codec.sample.Payment;
import io.rpcidl.wire.Limits;
import io.rpcidl.wire.MalformedDataException;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows A01 to A10 of the catalogue of hostile inputs: lengths and counts that promise more than is there. */
class HostileInputTest {

    private static final long ALLOWANCE = 64 << 10;

    static Stream<Arguments> bombs() {
        String count = "FFFFFFFF0F";
        return Stream.of(
                bomb("A01 string", Codecs.result(Codecs.STRING), "01 1B FFFFFFFF07"),
                bomb("A01 string in an unknown field", Codecs.EMPTY, "01 1B FFFFFFFF07"),
                bomb("A01 bytes", Codecs.result(Codecs.BYTES), "01 1C FFFFFFFF07 0000000000000000"),
                bomb("A01 decimal", Codecs.result(Codecs.DECIMAL), "01 1C FFFFFFFF07"),
                bomb("A01 variant", Codecs.result(Payment.CODEC), "01 1D 01 2B FFFFFFFF07"),
                bomb("A01 unknown variant", Codecs.result(Payment.CODEC), "01 1D 01 9C FFFFFFFF07"),
                bomb("A01 key", Codecs.result(Codecs.map(Codecs.STRING, Codecs.I8)), "01 1F 0B 02 01 FFFFFFFF07 00"),
                bomb("A01 value", Codecs.result(Codecs.map(Codecs.I8, Codecs.STRING)), "01 1F 02 0B 01 00 FFFFFFFF07"),
                bomb("A02 packed", Codecs.result(Codecs.list(Codecs.I64)), "01 1E 05" + count),
                bomb("A02 references", Codecs.result(Codecs.list(Codecs.UUID)), "01 1E 09" + count),
                bomb("A02 structs", Codecs.result(Codecs.list(Node.CODEC)), "01 1E 0D" + count),
                bomb("A02 uniform", Codecs.result(Codecs.list(Line.CODEC)), "01 1E 1D" + count + "03 19 14 1C"),
                bomb("A02 uniform, other shape", Codecs.result(Codecs.list(Line.CODEC)), "01 1E 1D" + count + "01 11"),
                bomb("A02 unknown field", Codecs.EMPTY, "01 1E 1D" + count + "01 11"),
                bomb("A02 set", Codecs.result(Codecs.set(Codecs.STRING)), "01 1E 0B" + count),
                bomb("A03 map", Codecs.result(Codecs.map(Codecs.I8, Codecs.I8)), "01 1F 02 02" + count),
                bomb("A08 varint of 10,000 bytes", Codecs.result(Codecs.STRING), "01 1B" + "80".repeat(10_000)),
                bomb("A10 struct", Codecs.result(Node.CODEC), "01 1D FFFFFFFF"),
                bomb("A10 list", Codecs.result(Codecs.list(Codecs.I8)), "01 1E FFFFFFFF"),
                bomb("A10 map", Codecs.result(Codecs.map(Codecs.I8, Codecs.I8)), "01 1F FFFFFFFF"),
                bomb("A10 shape", Codecs.EMPTY, "FFFFFFFF0F"),
                bomb("A10 unknown struct", Codecs.EMPTY, "01 1D FFFFFFFF"));
    }

    private static Arguments bomb(String row, StructCodec<?> codec, String octets) {
        return Arguments.of(row, codec, Octets.of(octets));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void refusesWithoutAllocatingWhatIsPromised(String row, StructCodec<?> codec, byte[] message) {
        assertRefused(codec, message, Limits.DEFAULTS);
        long before = allocated();
        assertRefused(codec, message, Limits.DEFAULTS);
        assertThat(allocated() - before).as(row).isLessThan(2L * message.length + ALLOWANCE);
    }

    @Test
    void refusesMoreUnitsThanTheBudgetAcrossAllContainers() {
        // A07: 64 lists of 20,000 elements, each legal, are 1,280,000 units.
        byte[] strings =
                Codecs.result(Codecs.list(Codecs.list(Codecs.I8))).encode(nCopies(40, nCopies(20_000, (byte) 1)));
        Codecs.result(Codecs.list(Codecs.list(Codecs.I8))).decode(strings);
        Limits tight = Limits.DEFAULTS.withUnits(40 * 20_000 + 40);
        assertClause("W-3.23", Codecs.result(Codecs.list(Codecs.list(Codecs.I8))), strings, tight);
        assertClause("W-3.23", Codecs.EMPTY, strings, tight);
        Codecs.EMPTY.decode(strings, 0, strings.length, Limits.DEFAULTS.withUnits(40 * 20_000 + 41));
    }

    @Test
    void countsTheFieldsOfEachElementOfAUniformList() {
        byte[] message = Octets.of("01 1E", "1D 03", "02 11 11", "00 00 00 00 00 00");
        Codecs.EMPTY.decode(message, 0, message.length, Limits.DEFAULTS.withUnits(7));
        assertClause("W-3.23", Codecs.EMPTY, message, Limits.DEFAULTS.withUnits(6));
    }

    @Test
    void refusesMoreHeapThanTheBudget() {
        // A04: empty strings cost one byte each on the wire and a reference each on the heap.
        byte[] message = Codecs.result(Codecs.list(Codecs.STRING)).encode(nCopies(1_000, ""));
        assertClause(
                "W-3.24", Codecs.result(Codecs.list(Codecs.STRING)), message, Limits.DEFAULTS.withHeapBytes(50_000));
        byte[] largest = Codecs.result(Codecs.list(Codecs.STRING)).encode(nCopies(900_000, ""));
        assertClause("W-3.24", Codecs.result(Codecs.list(Codecs.STRING)), largest, Limits.DEFAULTS);
        Codecs.EMPTY.decode(largest);
    }

    @Test
    void refusesAMessageLargerThanTheLimit() {
        byte[] message = Codecs.result(Codecs.STRING).encode("abc");
        Limits limits = Limits.DEFAULTS.withMessageBytes(message.length);
        Codecs.result(Codecs.STRING).decode(message, 0, message.length, limits);
        assertClause("W-7.4", Codecs.result(Codecs.STRING), message, limits.withMessageBytes(message.length - 1));
    }

    private static void assertRefused(StructCodec<?> codec, byte[] message, Limits limits) {
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> codec.decode(message, 0, message.length, limits));
    }

    private static void assertClause(String clause, StructCodec<?> codec, byte[] message, Limits limits) {
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> codec.decode(message, 0, message.length, limits))
                .extracting(MalformedDataException::clause)
                .isEqualTo(clause);
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }
}
