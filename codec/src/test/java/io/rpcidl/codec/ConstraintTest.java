package io.rpcidl.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rpcidl.codec.sample.Line;
import io.rpcidl.codec.sample.Payment;
import io.rpcidl.codec.sample.Reading;
import io.rpcidl.codec.sample.Samples;
import io.rpcidl.value.Bytes;
import io.rpcidl.wire.Limits;
import io.rpcidl.wire.MalformedDataException;
import io.rpcidl.wire.UnencodableValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@code @max} and the limits refuse, on both sides. */
class ConstraintTest {

    @Test
    void checksTheLengthOfTextInUtf8Bytes() {
        assertLimited(Codecs.limited(Codecs.STRING, 4), Codecs.STRING, "éé", "ééa");
        String most = "x".repeat(100);
        assertLimited(Codecs.limited(Codecs.STRING, 100), Codecs.STRING, most, most + "x");
        assertLimited(Codecs.limited(Codecs.STRING, 101), Codecs.STRING, most + "x", most + "é");
    }

    @Test
    void checksTheLengthOfOctets() {
        Bytes two = Bytes.of((byte) 1, (byte) 2);
        assertLimited(Codecs.limited(Codecs.BYTES, 1), Codecs.BYTES, Bytes.of((byte) 1), two);
    }

    @Test
    void checksTheSizeOfCollections() {
        assertLimited(Codecs.list(Codecs.I8, 1), Codecs.list(Codecs.I8), bytes(1), bytes(2));
        assertLimited(Codecs.limited(Codecs.list(Codecs.I8), 1), Codecs.list(Codecs.I8), bytes(1), bytes(2));
        assertLimited(Codecs.list(Codecs.STRING, 1), Codecs.list(Codecs.STRING), List.of("a"), List.of("a", "b"));
        Line line = Samples.line(1);
        assertLimited(Codecs.list(Line.CODEC, 1), Codecs.list(Line.CODEC), List.of(line), List.of(line, line));
        assertLimited(Codecs.set(Codecs.I8, 1), Codecs.set(Codecs.I8), Set.of((byte) 1), Set.of((byte) 1, (byte) 2));
        Codec<Map<Byte, Byte>> maps = Codecs.map(Codecs.I8, Codecs.I8);
        Map<Byte, Byte> two = Map.of((byte) 1, (byte) 1, (byte) 2, (byte) 1);
        assertLimited(Codecs.map(Codecs.I8, Codecs.I8, 1), maps, Map.of((byte) 1, (byte) 1), two);
    }

    @Test
    void checksTheLengthOfNamedTypes() {
        Codec<Payment.OfVoucher> named =
                Codecs.named(Codecs.STRING, Payment.OfVoucher::new, Payment.OfVoucher::voucher);
        assertLimited(Codecs.limited(named, 1), named, new Payment.OfVoucher("a"), new Payment.OfVoucher("ab"));
    }

    @Test
    void namesTheTypesAroundAValueThatCannotBeWritten() {
        Reading reading = Samples.reading();
        BigDecimal large = new BigDecimal(BigInteger.TWO.pow(511), 0);
        Line line = new Line(reading.best().product(), 1, large);
        Reading broken = new Reading(true, "", 0, List.of(), List.of(line), List.of(), line);
        assertThatExceptionOfType(UnencodableValueException.class)
                .isThrownBy(() -> Reading.CODEC.encode(broken))
                .withMessage("Reading > Line: a decimal must have at most 64 bytes of digits");
    }

    @Test
    void refusesDecimalsWithAScaleOutOfRange() {
        for (int scale : new int[] {10_001, -10_001, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertThatExceptionOfType(UnencodableValueException.class)
                    .isThrownBy(() -> Codecs.result(Codecs.DECIMAL).encode(new BigDecimal(BigInteger.ONE, scale)));
        }
    }

    @Test
    void refusesToWriteAMessageLargerThanTheLimit() {
        StructCodec<Bytes> codec = Codecs.result(Codecs.BYTES);
        int length = 1_000;
        Bytes octets = Bytes.of(new byte[length]);
        int whole = codec.encode(octets).length;
        Encoder exact = new Encoder(Limits.DEFAULTS.withMessageBytes(whole));
        codec.writeMessage(exact, octets);
        assertThat(exact.size()).isEqualTo(whole);
        Encoder small = new Encoder(Limits.DEFAULTS.withMessageBytes(whole - 1));
        assertThatExceptionOfType(UnencodableValueException.class)
                .isThrownBy(() -> codec.writeMessage(small, octets))
                .withMessageContaining("limit of " + (whole - 1));
        Encoder text = new Encoder(Limits.DEFAULTS.withMessageBytes(10));
        assertThatExceptionOfType(UnencodableValueException.class)
                .isThrownBy(() -> Codecs.result(Codecs.STRING).writeMessage(text, "12345678"));
    }

    @Test
    void refusesToWriteMoreUnitsThanTheBudget() {
        StructCodec<List<Byte>> codec = Codecs.result(Codecs.list(Codecs.I8));
        codec.writeMessage(new Encoder(Limits.DEFAULTS.withUnits(11)), bytes(10));
        assertThatExceptionOfType(UnencodableValueException.class)
                .isThrownBy(() -> codec.writeMessage(new Encoder(Limits.DEFAULTS.withUnits(10)), bytes(10)));
    }

    @Test
    void appendsAMessageToWhatWasWrittenBefore() {
        Encoder out = new Encoder(Limits.DEFAULTS.withMessageBytes(3));
        out.i64(1);
        Codecs.result(Codecs.I8).writeMessage(out, (byte) 7);
        assertThat(out.toByteArray()).isEqualTo(Octets.of("0100000000000000 01 12 07"));
        out.reset();
        assertThat(out.size()).isZero();
    }

    @Test
    void refusesToWriteNumbersThatNoEnumHas() {
        for (int number : new int[] {-1, 65_536}) {
            assertThatExceptionOfType(UnencodableValueException.class)
                    .isThrownBy(() -> new Encoder().enumNumber(number))
                    .withMessage("the number of an enum's value must be 0 to 65,535");
        }
    }

    @Test
    void refusesCodecsThatTheLanguageDoesNotHave() {
        assertThatIllegalArgumentException().isThrownBy(() -> Codecs.limited(Codecs.I32, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Codecs.limited(Codecs.DECIMAL, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Codecs.set(Codecs.F64));
        assertThatIllegalArgumentException().isThrownBy(() -> Codecs.map(Line.CODEC, Codecs.I8));
        assertThatIllegalArgumentException().isThrownBy(() -> Codecs.list(Codecs.I8, -1));
    }

    private static List<Byte> bytes(int count) {
        return Collections.nCopies(count, (byte) 1);
    }

    private static <T> void assertLimited(Codec<T> limited, Codec<T> unlimited, T most, T more) {
        StructCodec<T> codec = Codecs.result(limited);
        assertThat(codec.decode(codec.encode(most))).isEqualTo(most);
        assertThatExceptionOfType(UnencodableValueException.class)
                .isThrownBy(() -> codec.encode(more))
                .withMessageContaining("that @max allows");
        byte[] message = Codecs.result(unlimited).encode(more);
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> codec.decode(message))
                .extracting(MalformedDataException::clause)
                .isEqualTo("W-3.25");
    }
}
