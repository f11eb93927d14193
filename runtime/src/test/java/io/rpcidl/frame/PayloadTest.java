package io.rpcidl.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The payloads, to the byte. */
class PayloadTest {

    private final FrameWriter out = new FrameWriter();

    private static PayloadReader hex(String octets) {
        byte[] bytes = HexFormat.of().parseHex(octets.replace(" ", ""));
        PayloadReader reader = new PayloadReader();
        reader.reset(bytes, 0, bytes.length);
        return reader;
    }

    private String written() {
        return HexFormat.of().formatHex(out.buffer().bytes(), 0, out.buffer().length());
    }

    private PayloadReader payload() {
        PayloadReader reader = new PayloadReader();
        reader.reset(
                Arrays.copyOf(out.buffer().bytes(), out.buffer().length()),
                FrameHeader.BYTES,
                out.buffer().length() - FrameHeader.BYTES);
        return reader;
    }

    @ParameterizedTest
    @CsvSource({"00, 0", "7f, 127", "80 01, 128", "ff ff 03, 65535", "ff ff ff ff 0f, -1", "80 80 80 80 08, -2147483648"
    })
    void readsAndWritesVarints(String octets, int value) {
        PayloadReader in = hex(octets);
        assertThat(in.varint()).isEqualTo(value);
        assertThat(in.remaining()).isZero();
        out.buffer().varint(value);
        assertThat(written()).isEqualTo(octets.replace(" ", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"80 00", "80 80 00", "ff ff ff ff 10", "80 80 80 80 80 01", "ff ff ff ff ff ff ff ff ff 01"})
    void refusesVarints(String octets) {
        assertThatThrownBy(hex(octets)::varint)
                .isInstanceOf(ProtocolViolation.class)
                .hasMessageStartingWith("W-1.3: ");
    }

    @Test
    void refusesACutVarint() {
        assertThatThrownBy(hex("80")::varint).hasMessageStartingWith("W-4.4: ");
    }

    @Test
    void writesABind() {
        new Bind(300, new SchemaHash(1, 2), "a.B").write(out);
        assertThat(written())
                .isEqualTo(
                        "160000" // 22 octets
                                + "02" // BIND
                                + "00000000" // the connection
                                + "ac02" // index 300
                                + "0100000000000000" + "0200000000000000" // the hash
                                + "03" + "612e42"); // the name
        assertThat(Bind.read(payload())).isEqualTo(new Bind(300, new SchemaHash(1, 2), "a.B"));
    }

    @Test
    void writesABound() {
        Bound bound = new Bound(7, Bound.Verdict.UNVERIFIED, new SchemaHash(-1, 5));
        bound.write(out);
        assertThat(Bound.read(payload())).isEqualTo(bound);
    }

    @Test
    void writesADrainAndCutsItsText() {
        Drain drain = new Drain(-1, DrainCode.LIMIT_EXCEEDED, 1_000, "é".repeat(300));
        drain.write(out);
        Drain read = Drain.read(payload());
        assertThat(read.text()).isEqualTo("é".repeat(256));
        assertThat(read)
                .extracting(Drain::lastAccepted, Drain::code, Drain::reconnectAfterMillis)
                .containsExactly(-1, DrainCode.LIMIT_EXCEEDED, 1_000);
    }

    @Test
    void cutsATextBetweenTwoCharacters() {
        assertThat(new String(Drain.cut("aé€", 5), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("aé");
    }

    @Test
    void writesAHello() {
        Hello hello = new Hello(List.of(1, 9), ConnectionLimits.DEFAULT, -7, 0, "someone");
        hello.write(out);
        assertThat(Hello.read(payload())).isEqualTo(hello);
        assertThat(out.buffer().length()).isLessThan(Hello.LONGEST);
    }

    @Test
    void assumesTheMinimumOfWhatIsNotStated() {
        assertThat(Hello.read(hex("72706369 01 0100")).limits()).isEqualTo(ConnectionLimits.MINIMUM);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 01000000", // below a microsecond still is a deadline
        "1500, 01000000",
        "2147483647000, ffffff7f", // the last that fits microseconds
        "2147483648000, 9bc42080", // from here on milliseconds
        "9223372036854775806, ffffffff",
        "9223372036854775807, 00000000" // no deadline
    })
    void statesTheRemainingTime(long nanos, String octets) {
        CallHead.write(out.buffer(), nanos, CallKind.UNARY, 0, 0, null);
        assertThat(written()).startsWith(octets);
    }

    @ParameterizedTest
    @CsvSource({
        "00000000, 9223372036854775807",
        "01000000, 1000",
        "ffffff7f, 2147483647000",
        "00000080, 0",
        "01000080, 1000000",
        "ffffffff, 2147483647000000"
    })
    void understandsTheRemainingTime(String octets, long nanos) {
        CallHead head = new CallHead();
        head.read(hex(octets + "00 00 01"), FrameHeader.END);
        assertThat(head.remainingNanos()).isEqualTo(nanos);
    }

    @Test
    void writesErrors() {
        ErrorHead error = new ErrorHead(1, 2, true, true, ErrorHead.NOT_DECLARED, 0, 5, 250, -99, "busy", null);
        out.begin(FrameType.ERROR, 1);
        error.write(out.buffer());
        out.finish(FrameHeader.END);
        assertThat(ErrorHead.read(payload(), FrameHeader.END)).isEqualTo(error);
    }

    @Test
    void refusesLimitsThatNoEndMayAnnounce() {
        assertThatThrownBy(() -> ConnectionLimits.DEFAULT.withCallsInFlight(15))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the limit 'calls in flight' is 15, legal are 16 to 1048576");
    }
}
