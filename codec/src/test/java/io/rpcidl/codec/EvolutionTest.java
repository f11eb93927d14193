package io.rpcidl.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rpcidl.codec.sample.Line;
import io.rpcidl.codec.sample.Order;
import io.rpcidl.codec.sample.OrderState;
import io.rpcidl.codec.sample.Payment;
import io.rpcidl.codec.sample.ProductId;
import io.rpcidl.codec.sample.Samples;
import io.rpcidl.value.Kind;
import io.rpcidl.wire.MalformedDataException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Writers and readers of different ages, and unknown fields between, before and behind the known ones. */
class EvolutionTest {

    private static final Line LINE = new Line(new ProductId(new UUID(1, 2)), 3, new BigDecimal("4.5"));

    /** A line as a later schema has it: 1 product, 2 quantity, 3 price, 7 gift texts, 900 a nested order. */
    private static final class NewerLine extends StructCodec<Line> {

        static final NewerLine CODEC = new NewerLine();

        private NewerLine() {
            super(
                    "NewerLine",
                    Shape.builder()
                            .field(1, Kind.UUID)
                            .field(2, Kind.INT32)
                            .field(3, Kind.BYTES)
                            .field(7, Kind.LIST)
                            .field(900, Kind.STRUCT)
                            .build());
        }

        @Override
        protected void writeValues(Encoder out, Line value) {
            Line.CODEC.writeUniform(out, List.of(value));
            Codecs.list(Codecs.STRING).write(out, List.of("for", "you"));
            Order.CODEC.write(out, Samples.order());
        }

        @Override
        protected Line readFields(Decoder in) {
            Line line = Line.CODEC.readFields(in);
            in.require(7, Kind.LIST, "texts");
            Codecs.list(Codecs.STRING).read(in);
            in.require(900, Kind.STRUCT, "order");
            Order.CODEC.read(in);
            return line;
        }

        @Override
        protected Line readValues(Decoder in) {
            throw new AssertionError("only written");
        }
    }

    @Test
    void olderReadersSkipWhatNewerWritersAdd() {
        assertThat(Line.CODEC.decode(NewerLine.CODEC.encode(LINE))).isEqualTo(LINE);
    }

    @Test
    void olderReadersSkipItInUniformListsToo() {
        byte[] message = Codecs.result(Codecs.list(NewerLine.CODEC)).encode(List.of(LINE, Samples.line(1)));
        assertThat(Codecs.result(Codecs.list(Line.CODEC)).decode(message)).containsExactly(LINE, Samples.line(1));
    }

    @Test
    void newerReadersNameTheFieldThatOlderWritersLack() {
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> NewerLine.CODEC.decode(Line.CODEC.encode(LINE)))
                .withMessageStartingWith("NewerLine.texts: the required field texts (7) is absent");
    }

    @Test
    void skipsUnknownFieldsBeforeBetweenAndBehind() {
        byte[] message = Octets.of(
                "08", // the octets of the shape
                "11", // 1 bool, unknown
                "1A", // 2 enum, unknown
                "1B", // 3 string, known
                "1C", // 4 bytes, unknown
                "08 90 4E", // 10,004 time, unknown
                "17", // 10,005 f64, unknown
                "01",
                "FFFF",
                "02 6869",
                "01 00",
                "0000000000000000 00000000",
                "0000000000000000");
        StructCodec<String> third = new StructCodec<>("Third", 1) {
            @Override
            protected void writeValues(Encoder out, String value) {
                throw new AssertionError("only read");
            }

            @Override
            protected String readFields(Decoder in) {
                in.require(3, Kind.STRING, "text");
                return in.string();
            }
        };
        assertThat(third.decode(message)).isEqualTo("hi");
    }

    @Test
    void takesTheDefaultWhenTheFieldIsAbsent() {
        byte[] message = Order.CODEC.encode(Samples.plainOrder());
        // Entry 3 is taken out, the distance of entry 5 grows, and the two octets of the enum go.
        int shapeLength = message[0];
        byte[] shape = Arrays.copyOfRange(message, 1, 1 + shapeLength);
        assertThat(shape[2]).isEqualTo((byte) 0x1A);
        assertThat(shape[3]).isEqualTo((byte) 0x28);
        byte[] shorter = Octets.join(
                new byte[] {(byte) (shapeLength - 1), shape[0], shape[1], 0x38},
                Arrays.copyOfRange(shape, 4, shapeLength),
                Arrays.copyOfRange(message, 1 + shapeLength, 1 + shapeLength + 8 + 6),
                Arrays.copyOfRange(message, 1 + shapeLength + 8 + 6 + 2, message.length));
        assertThat(Order.CODEC.decode(shorter).state()).isEqualTo(OrderState.PLACED);
    }

    @Test
    void writesUnknownVariantsBackOctetByOctet() {
        StructCodec<Payment> codec = Codecs.result(Payment.CODEC);
        for (String value : List.of(
                "91 01",
                "9A 0500",
                "9B 02 C3A9",
                "9C 01 FF",
                "98 0000000000000000 00000000",
                "9D 00",
                "9E 1D 03 02 11 11 00 00 00 00 00 00",
                "9F 02 02 01 00 01")) {
            byte[] variant = Octets.of("01", value);
            byte[] message = Octets.join(Octets.of("01 1D"), variant);
            Payment unknown = codec.decode(message);
            assertThat(unknown).isInstanceOf(Payment.Unknown.class);
            assertThat(codec.encode(unknown)).isEqualTo(message);
            assertThat(codec.decode(message)).isEqualTo(unknown).hasSameHashCodeAs(unknown);
        }
    }

    @Test
    void tellsWhatAnUnknownVariantIs() {
        Payment unknown = Codecs.result(Payment.CODEC).decode(Octets.of("01 1D 01 9B 02 C3A9"));
        UnknownValue value = ((Payment.Unknown) unknown).value();
        assertThat(value.number()).isEqualTo(9);
        assertThat(value.kind()).isEqualTo(Kind.STRING);
        assertThat(value.raw().toByteArray()).isEqualTo(Octets.of("02 C3A9"));
        assertThat(value).hasToString("9 (string, 3 bytes)");
    }

    @Test
    void acceptsFieldsInAVariantThatHasNone() {
        String cash = "01 1D 03 0D AC02 01 11 01";
        assertThat(Codecs.result(Payment.CODEC).decode(Octets.of(cash))).isEqualTo(new Payment.OfCash());
    }

    @Test
    void readsUnionsFromAUniformList() {
        byte[] message = Octets.of("01 1E 1D 02 01 2B 01 61 01 62");
        assertThat(Codecs.result(Codecs.list(Payment.CODEC)).decode(message))
                .containsExactly(new Payment.OfVoucher("a"), new Payment.OfVoucher("b"));
    }

    @Test
    void readsStructsOneByOneThatItWouldWriteUniform() {
        byte[] line = Line.CODEC.encode(LINE);
        byte[] list = Octets.join(Octets.of("0D 02"), line, line);
        byte[] message = Octets.join(Octets.of("01 1E"), list);
        assertThat(Codecs.result(Codecs.list(Line.CODEC)).decode(message)).containsExactly(LINE, LINE);
    }

    @Test
    void keepsUnknownNumbersOfAnOpenEnum() {
        Set<OrderState> states = Set.of(OrderState.of(4_000));
        StructCodec<Set<OrderState>> codec = Codecs.result(Codecs.set(OrderState.CODEC));
        assertThat(codec.decode(codec.encode(states))).isEqualTo(states);
    }
}
