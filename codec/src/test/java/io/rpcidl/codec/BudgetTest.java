package io.rpcidl.codec;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rpcidl.codec.sample.Colour;
import io.rpcidl.codec.sample.Line;
import io.rpcidl.codec.sample.Order;
import io.rpcidl.codec.sample.Payment;
import io.rpcidl.codec.sample.Samples;
import io.rpcidl.value.Bytes;
import io.rpcidl.wire.Limits;
import io.rpcidl.wire.MalformedDataException;
import io.rpcidl.wire.UnencodableValueException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The budgets of units and heap, to the unit, on each path: writing, both ways of reading, and skipping. */
class BudgetTest {

    static Stream<Arguments> units() {
        Line line = Samples.line(1);
        return Stream.of(
                cost(1, Codecs.I8, (byte) 1),
                cost(3, Codecs.list(Codecs.STRING), List.of("a", "b")),
                cost(3, Codecs.list(Codecs.I64), List.of(1L, 2L)),
                cost(2, Codecs.set(Codecs.I8), Set.of((byte) 1)),
                cost(2, Codecs.map(Codecs.I8, Codecs.I8), Map.of((byte) 1, (byte) 2)),
                cost(4, Line.CODEC, line),
                cost(7, Codecs.list(Line.CODEC), List.of(line, line)),
                cost(9, Codecs.list(Codecs.list(Line.CODEC)), List.of(List.of(line), List.of(line))),
                cost(2, Payment.CODEC, new Payment.OfVoucher("v")),
                cost(5, Payment.CODEC, new Payment.OfLine(line)),
                cost(2, Payment.CODEC, new Payment.OfCash()),
                cost(6, Payment.CODEC, unknownPayment()));
    }

    private static Payment unknownPayment() {
        // A list of two elements, each with a list of one string: 2 + 2 beside the variant and the result.
        return Codecs.result(Payment.CODEC).decode(Octets.of("01 1D 01 9E 0E 02 0B 01 00 0B 01 00"));
    }

    private static <T> Arguments cost(int units, Codec<T> codec, T value) {
        return Arguments.of(units, Codecs.result(codec), value);
    }

    @ParameterizedTest
    @MethodSource("units")
    <T> void costsExactly(int units, StructCodec<T> codec, T value) {
        Encoder out = new Encoder(Limits.DEFAULTS.withUnits(units));
        codec.writeMessage(out, value);
        byte[] message = out.toByteArray();
        Limits enough = Limits.DEFAULTS.withUnits(units);
        assertThat(codec.decode(message, 0, message.length, enough)).isEqualTo(value);
        Codecs.EMPTY.decode(message, 0, message.length, enough);
        if (units > 1) {
            Limits tight = Limits.DEFAULTS.withUnits(units - 1);
            assertClause("W-3.23", codec, message, tight);
            assertClause("W-3.23", Codecs.EMPTY, message, tight);
            assertThatExceptionOfType(UnencodableValueException.class)
                    .isThrownBy(() -> codec.writeMessage(new Encoder(tight), value))
                    .withMessageContaining("fields, elements and pairs");
        }
    }

    static Stream<Arguments> heaps() {
        Codec<Payment> payments = Payment.CODEC;
        return Stream.of(
                heap(7_000, Codecs.list(Colour.CODEC), nCopies(1_000, Colour.RED)),
                heap(7_000, Codecs.list(Codecs.I64), nCopies(1_000, 1L)),
                heap(150, Codecs.set(Codecs.I8), Set.of((byte) 1)),
                heap(150, Codecs.map(Codecs.I8, Codecs.I8), Map.of((byte) 1, (byte) 2)),
                heap(100, Line.CODEC, Samples.line(2)),
                heap(110_000, Codecs.list(Line.CODEC), nCopies(1_000, Samples.line(2))),
                heap(20_000, Codecs.list(payments), nCopies(1_000, new Payment.OfCash())),
                heap(100, Codecs.STRING, "x".repeat(50)),
                heap(100, Codecs.limited(Codecs.STRING, 60), "x".repeat(50)),
                heap(100, Codecs.BYTES, Bytes.of(new byte[80])),
                heap(4_000, Order.CODEC, orderWithNote("x".repeat(5_000))),
                heap(64, payments, unknownPayment()));
    }

    private static Order orderWithNote(String note) {
        Order plain = Samples.plainOrder();
        return new Order(
                plain.id(),
                plain.lines(),
                plain.state(),
                note,
                plain.placedAt(),
                plain.payments(),
                plain.colours(),
                plain.related());
    }

    private static <T> Arguments heap(int tooLittle, Codec<T> codec, T value) {
        return Arguments.of(tooLittle, Codecs.result(codec), value);
    }

    @ParameterizedTest
    @MethodSource("heaps")
    <T> void refusesBeyondTheHeapThatTheValueTakes(int tooLittle, StructCodec<T> codec, T value) {
        byte[] message = codec.encode(value);
        assertThat(codec.decode(message)).isEqualTo(value);
        assertClause("W-3.24", codec, message, Limits.DEFAULTS.withHeapBytes(tooLittle));
    }

    @Test
    void countsTheDepthOfUniformListsAndLeavesItAgain() {
        StructCodec<List<List<Line>>> codec = Codecs.result(Codecs.list(Codecs.list(Line.CODEC)));
        List<List<Line>> lists = nCopies(100, List.of(Samples.line(1)));
        byte[] message = codec.encode(lists);
        Limits enough = Limits.DEFAULTS.withDepth(4);
        assertThat(codec.decode(message, 0, message.length, enough)).isEqualTo(lists);
        Codecs.EMPTY.decode(message, 0, message.length, enough);
        assertClause("W-3.22", codec, message, enough.withDepth(3));
        assertClause("W-3.22", Codecs.EMPTY, message, enough.withDepth(3));
        assertThatExceptionOfType(UnencodableValueException.class)
                .isThrownBy(() -> codec.writeMessage(new Encoder(enough.withDepth(3)), lists));
    }

    @Test
    void appliesTheLargestNumberOfElementsToUniformListsOfAnyShape() {
        StructCodec<List<Payment>> codec = Codecs.result(Codecs.list(Payment.CODEC, 1));
        byte[] message = Octets.of("01 1E 1D 02 01 2B 01 61 01 62");
        assertClause("W-3.25", codec, message, Limits.DEFAULTS);
    }

    private static void assertClause(String clause, StructCodec<?> codec, byte[] message, Limits limits) {
        MalformedDataException problem = catchThrowableOfType(
                MalformedDataException.class, () -> codec.decode(message, 0, message.length, limits));
        assertThat(problem).isNotNull();
        assertThat(problem.clause()).isEqualTo(clause);
    }
}
