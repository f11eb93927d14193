package io.rpcidl.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.codec.sample.Colour;
import io.rpcidl.codec.sample.Line;
import io.rpcidl.codec.sample.Node;
import io.rpcidl.codec.sample.OrderState;
import io.rpcidl.codec.sample.Payment;
import io.rpcidl.codec.sample.ProductId;
import io.rpcidl.value.Bytes;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The format to the octet; the result's struct around each value is 01 (shape of one entry) and 1k (number 1, kind k). */
class WireFormatTest {

    @Test
    void writesNumbersLittleEndian() {
        assertWritten(Codecs.BOOL, true, "01 11", "01");
        assertWritten(Codecs.I8, (byte) -2, "01 12", "FE");
        assertWritten(Codecs.U8, 254, "01 12", "FE");
        assertWritten(Codecs.I16, (short) -2, "01 13", "FEFF");
        assertWritten(Codecs.U16, 0xFEFF, "01 13", "FFFE");
        assertWritten(Codecs.I32, 0x01020304, "01 14", "04030201");
        assertWritten(Codecs.U32, 0xFFFF_FFFEL, "01 14", "FEFFFFFF");
        assertWritten(Codecs.I64, 0x0102030405060708L, "01 15", "0807060504030201");
        assertWritten(Codecs.U64, -1L, "01 15", "FFFFFFFFFFFFFFFF");
    }

    @Test
    void keepsEveryBitOfAFloat() {
        assertWritten(Codecs.F32, -0.0f, "01 16", "00000080");
        assertWritten(Codecs.F64, 1.0, "01 17", "000000000000F03F");
        byte[] signalling = Octets.of("01 17", "010000000000F07F");
        StructCodec<Double> codec = Codecs.result(Codecs.F64);
        assertThat(codec.encode(codec.decode(signalling))).isEqualTo(signalling);
    }

    @Test
    void writesTimesAsSecondsAndNanoseconds() {
        assertWritten(Codecs.TIMESTAMP, Instant.ofEpochSecond(1, 2), "01 18", "0100000000000000", "02000000");
        assertWritten(Codecs.TIMESTAMP, Instant.MIN, "01 18", "0014641410E38FFF", "00000000");
        assertWritten(Codecs.DURATION, Duration.ofNanos(-1), "01 18", "FFFFFFFFFFFFFFFF", "FFC99A3B");
    }

    @Test
    void writesUuidsInTheOrderOfTheirText() {
        UUID uuid = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
        assertWritten(Codecs.UUID, uuid, "01 19", "00112233445566778899AABBCCDDEEFF");
        assertWritten(ProductId.CODEC, new ProductId(uuid), "01 19", "00112233445566778899AABBCCDDEEFF");
    }

    @Test
    void writesEnumsAsNumbers() {
        assertWritten(OrderState.CODEC, OrderState.of(0xABCD), "01 1A", "CDAB");
        assertWritten(Colour.CODEC, Colour.GREEN, "01 1A", "0700");
    }

    @Test
    void writesTextAndOctetsBehindTheirLength() {
        assertWritten(Codecs.STRING, "é☁😀", "01 1B", "09", "C3A9 E29881 F09F9880");
        assertWritten(Codecs.STRING, "\uFFFD", "01 1B", "03", "EFBFBD");
        assertWritten(Codecs.BYTES, Bytes.of((byte) 0, (byte) 255), "01 1C", "02", "00FF");
        String long128 = "x".repeat(128);
        assertWritten(Codecs.STRING, long128, "01 1B", "8001", "78".repeat(128));
        String wide = "é".repeat(70);
        assertWritten(Codecs.STRING, wide, "01 1B", "8C01", "C3A9".repeat(70));
    }

    @Test
    void writesDecimalsAsScaleAndShortestDigits() {
        assertWritten(Codecs.DECIMAL, new BigDecimal("0"), "01 1C", "03", "0000", "00");
        assertWritten(Codecs.DECIMAL, new BigDecimal("1.28"), "01 1C", "04", "0200", "8000");
        assertWritten(Codecs.DECIMAL, new BigDecimal("-128E+3"), "01 1C", "03", "FDFF", "80");
        BigDecimal large = new BigDecimal("18446744073709551615");
        assertWritten(Codecs.DECIMAL, large, "01 1C", "0B", "0000", "FFFFFFFFFFFFFFFF00");
    }

    @Test
    void writesTheShapeBeforeTheValues() {
        Node node = new Node(5, new Node(6, null, List.of()), List.of());
        byte[] expected = Octets.of(
                "03",
                "12 1D 1E", // number 1 int8, 2 struct, 3 list
                "05", // label
                "02", // the shape of the nested struct
                "12 2E", // number 1 int8, 3 list
                "06", // its label
                "0D",
                "00", // an empty list of structs
                "0D",
                "00");
        assertThat(Node.CODEC.encode(node)).isEqualTo(expected);
        assertThat(Node.CODEC.decode(expected)).isEqualTo(node);
    }

    @Test
    void writesUnionsAsStructsOfOneField() {
        assertWritten(Payment.CODEC, new Payment.OfVoucher("V"), "01 1D", "01 2B", "01 56");
        assertWritten(Payment.CODEC, new Payment.OfCash(), "01 1D", "03 0D AC02", "00");
    }

    @Test
    void writesListsBehindTheirKindAndCount() {
        assertWritten(Codecs.list(Codecs.U16), List.of(1, 2), "01 1E", "03", "02", "0100 0200");
        assertWritten(Codecs.list(Codecs.STRING), List.of("a", ""), "01 1E", "0B", "02", "01 61 00");
        assertWritten(Codecs.set(Codecs.I8), Set.of((byte) 9), "01 1E", "02", "01", "09");
        assertWritten(Codecs.list(Codecs.BOOL), List.of(), "01 1E", "01", "00");
    }

    @Test
    void writesTheShapeOfEqualStructsOnce() {
        Line line = new Line(new ProductId(new UUID(0, 1)), 2, BigDecimal.ONE);
        String values = "00000000000000000000000000000001 02000000 03 0000 01";
        assertWritten(
                Codecs.list(Line.CODEC),
                List.of(line, line),
                "01 1E",
                "1D", // structs, all of one shape
                "02", // two of them
                "03 19 14 1C", // the shape
                values,
                values);
    }

    @Test
    void writesMapsAsPairs() {
        Map<Integer, String> map = new LinkedHashMap<>();
        map.put(2, "b");
        map.put(1, "a");
        String pairs = "02000000 01 62 01000000 01 61";
        assertWritten(Codecs.map(Codecs.I32, Codecs.STRING), map, "01 1F", "04", "0B", "02", pairs);
    }

    @Test
    void writesNothingForAnAbsentResult() {
        StructCodec<Empty> empty = Codecs.EMPTY;
        assertThat(empty.encode(Empty.INSTANCE)).isEqualTo(Octets.of("00"));
        assertThat(Codecs.optionalResult(Codecs.I8).encode(null)).isEqualTo(Octets.of("00"));
        assertThat(Codecs.optionalResult(Codecs.I8).decode(Octets.of("00"))).isNull();
        assertThat(Codecs.optionalResult(Codecs.I8).decode(Octets.of("01 12 07")))
                .isEqualTo((byte) 7);
    }

    @Test
    void readsNothingAsNull() {
        assertThat(Codecs.NOTHING.encode(null)).isEqualTo(Octets.of("00"));
        assertThat(Codecs.NOTHING.decode(Octets.of("00"))).isNull();
        // a newer peer returns something
        assertThat(Codecs.NOTHING.decode(Octets.of("01 12 07"))).isNull();
    }

    @Test
    void writesTheOnlyParameterAsTheFieldOfItsNumber() {
        StructCodec<Byte> codec = Codecs.parameter("Orders.get", 3, "count", Codecs.I8);
        assertThat(codec.encode((byte) 7)).isEqualTo(Octets.of("01 32 07"));
        assertThat(codec.decode(Octets.of("01 32 07"))).isEqualTo((byte) 7);
        assertThat(codec.decode(Octets.of("02 22 12 01 07"))).isEqualTo((byte) 7);
        assertThatThrownBy(() -> codec.decode(Octets.of("00"))).hasMessageContaining("count");
    }

    private static <T> void assertWritten(Codec<T> codec, T value, String... parts) {
        StructCodec<T> result = Codecs.result(codec);
        byte[] expected = Octets.of(parts);
        assertThat(result.encode(value)).isEqualTo(expected);
        assertThat(result.decode(expected)).isEqualTo(value);
    }
}
