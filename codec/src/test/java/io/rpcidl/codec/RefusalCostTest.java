package io.rpcidl.codec;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import io.rpcidl.codec.sample.Order;
import io.rpcidl.codec.sample.OrderState;
import io.rpcidl.codec.sample.Samples;
import io.rpcidl.value.Bytes;
import io.rpcidl.value.Kind;
import io.rpcidl.wire.Limits;
import io.rpcidl.wire.MalformedDataException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows A04 and A15 of the catalogue of hostile inputs: what a refused message costs. */
class RefusalCostTest {

    private static final long ALLOWANCE = 64 << 10;
    private static final int LARGEST_LOCATED = 64 << 10;

    static Stream<Arguments> amplifiers() {
        UUID uuid = new UUID(1, 2);
        return Stream.of(
                amplifier("uuids", Kind.UUID, Codecs.UUID, uuid),
                amplifier("timestamps", Kind.TIME, Codecs.TIMESTAMP, Instant.EPOCH),
                amplifier("decimals", Kind.BYTES, Codecs.DECIMAL, BigDecimal.TEN),
                amplifier("long decimals", Kind.BYTES, Codecs.DECIMAL, new BigDecimal("18446744073709551615")),
                amplifier("unknown enums", Kind.ENUM, Codecs.enumeration(OrderState::of), OrderState.of(9)),
                amplifier("strings", Kind.STRING, Codecs.STRING, ""),
                amplifier("octets", Kind.BYTES, Codecs.BYTES, Bytes.of((byte) 1)));
    }

    private static <T> Arguments amplifier(String name, Kind kind, Codec<T> codec, T value) {
        return Arguments.of(name, new Amplifier<>(kind, codec), value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("amplifiers")
    <T> void allocatesNoMoreThanTheHeapBudgetForFieldsOfStructs(String name, Amplifier<T> struct, T value) {
        StructCodec<List<List<T>>> codec = Codecs.result(Codecs.list(struct));
        for (int count : new int[] {10, 300, 3_000}) {
            byte[] message = codec.encode(nCopies(count, nCopies(8, value)));
            long unlimited = allocatedBy(() -> codec.decode(message));
            Limits limits = Limits.DEFAULTS.withHeapBytes(Math.max(1, unlimited / 2));
            assertBounded(codec, message, limits);
            assertBounded(codec, Arrays.copyOf(message, message.length + 1), limits);
            assertBounded(codec, Arrays.copyOf(message, message.length + 1), limits.withHeapBytes(2 * unlimited));
        }
    }

    @Test
    void allocatesNoMoreThanTheHeapBudgetForFlippedMessages() {
        byte[] message = Order.CODEC.encode(Samples.order());
        Limits limits = Limits.DEFAULTS.withHeapBytes(100_000);
        for (int bit = 0; bit < message.length * 8; bit++) {
            byte[] flipped = message.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertBounded(Order.CODEC, flipped, limits);
        }
    }

    private static void assertBounded(StructCodec<?> codec, byte[] message, Limits limits) {
        long allocated = allocatedBy(() -> tryDecode(codec, message, limits));
        assertThat(allocated).isLessThanOrEqualTo(limits.heapBytes() + 2L * message.length + ALLOWANCE);
    }

    private static void tryDecode(StructCodec<?> codec, byte[] message, Limits limits) {
        try {
            codec.decode(message, 0, message.length, limits);
        } catch (MalformedDataException refused) {
            assertThat(refused.clause()).startsWith("W-");
        }
    }

    private static long allocatedBy(Runnable work) {
        work.run();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void readsEachLevelOfARefusedMessageTwiceAtMost() {
        Nested codec = new Nested();
        byte[] message = codec.encode(31);
        message[message.length - 32] = 2;
        codec.reads.set(0);
        MalformedDataException problem =
                catchThrowableOfType(MalformedDataException.class, () -> codec.decode(message));
        assertThat(problem.clause()).isEqualTo("W-2.3");
        assertThat(problem.path()).startsWith("Nested.inner[0].inner[0]").endsWith(".flag");
        assertThat(codec.reads).hasValue(2 * 32);
    }

    @Test
    void readsALargeRefusedMessageOnce() {
        AtomicInteger reads = new AtomicInteger();
        Codec<Integer> counted = Codecs.named(Codecs.STRING, text -> reads.incrementAndGet(), number -> "x");
        StructCodec<List<Integer>> codec = Codecs.result(Codecs.list(counted));
        for (int count : new int[] {LARGEST_LOCATED / 2 - 10, LARGEST_LOCATED / 2}) {
            byte[] message = Arrays.copyOf(codec.encode(nCopies(count, 1)), 2 * count + 12);
            reads.set(0);
            tryDecode(codec, message, Limits.DEFAULTS);
            assertThat(reads).hasValue(message.length > LARGEST_LOCATED ? count : 2 * count);
        }
    }

    @Test
    void countsEachUnknownFieldOnce() {
        StructCodec<Integer> known = new EveryOther();
        int fields = 65_535;
        byte[] message = new byte[3 + 2 * fields];
        message[0] = (byte) 0xFF;
        message[1] = (byte) 0xFF;
        message[2] = 3;
        Arrays.fill(message, 3, 3 + fields, (byte) 0x12);
        for (StructCodec<?> codec : List.of(known, Codecs.EMPTY)) {
            codec.decode(message, 0, message.length, Limits.DEFAULTS.withUnits(fields));
            MalformedDataException problem = catchThrowableOfType(
                    MalformedDataException.class,
                    () -> codec.decode(message, 0, message.length, Limits.DEFAULTS.withUnits(fields - 1)));
            assertThat(problem.clause()).isEqualTo("W-3.23");
        }
    }

    @Test
    void takesTwiceAsMuchForTwiceAsManyFields() {
        // A15: known and unknown fields take turns. A field can't come twice or out of order: distances are at least 1.
        long once =
                allocatedBy(() -> Codecs.result(Codecs.list(new EveryOther())).decode(taking(20_000)));
        long twice =
                allocatedBy(() -> Codecs.result(Codecs.list(new EveryOther())).decode(taking(40_000)));
        assertThat(twice).isLessThanOrEqualTo(5 * once / 2);
    }

    /** Two structs of so many fields each. */
    private static byte[] taking(int fields) {
        String shape = String.format("%02X%02X%02X", fields & 0x7F | 0x80, fields >> 7 & 0x7F | 0x80, fields >> 14);
        String struct = shape + "12".repeat(fields) + "00".repeat(fields);
        return Octets.of("01 1E 0D 02", struct, struct);
    }

    @Test
    void letsGoOfTheMessage() {
        Decoder in = new Decoder();
        byte[] message = Codecs.result(Codecs.BOOL).encode(true);
        in.reset(message, 0, message.length);
        Codecs.result(Codecs.BOOL).readMessage(in);
        assertHoldsNothing(in);
        message[2] = 7;
        in.reset(message, 0, message.length);
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> Codecs.result(Codecs.BOOL).readMessage(in));
        assertHoldsNothing(in);
    }

    private static void assertHoldsNothing(Decoder in) {
        assertThat(in.remaining()).isZero();
        in.beginLocating();
        assertThat(in.remaining()).isZero();
        in.endLocating();
    }

    /** A struct of a constant shape with eight values of one kind. */
    static final class Amplifier<T> extends StructCodec<List<T>> {

        private final Codec<T> codec;
        private final Kind kind;

        Amplifier(Kind kind, Codec<T> codec) {
            super("Amplifier", shape(kind));
            this.codec = codec;
            this.kind = kind;
        }

        private static Shape shape(Kind kind) {
            Shape.Builder shape = Shape.builder();
            for (int number = 1; number <= 8; number++) {
                shape.field(number, kind);
            }
            return shape.build();
        }

        @Override
        protected void writeValues(Encoder out, List<T> value) {
            value.forEach(one -> codec.write(out, one));
        }

        @Override
        protected List<T> readValues(Decoder in) {
            return List.of(one(in), one(in), one(in), one(in), one(in), one(in), one(in), one(in));
        }

        private T one(Decoder in) {
            return codec.read(in);
        }

        @Override
        protected List<T> readFields(Decoder in) {
            Object[] values = new Object[8];
            for (int number = 1; number <= 8; number++) {
                in.require(number, kind, "value");
                values[number - 1] = codec.read(in);
            }
            @SuppressWarnings("unchecked") // only values of type T went in
            List<T> list = (List<T>) List.of(values);
            return list;
        }
    }

    /** A struct of a constant shape that holds itself; the value is how many levels follow. */
    static final class Nested extends StructCodec<Integer> {

        private final AtomicInteger reads = new AtomicInteger();
        private final Codec<List<Integer>> inner = Codecs.list(Codecs.deferred(() -> this));

        Nested() {
            super(
                    "Nested",
                    Shape.builder().field(1, Kind.LIST).field(2, Kind.BOOL).build());
        }

        @Override
        protected void writeValues(Encoder out, Integer value) {
            inner.write(out, value == 0 ? List.of() : List.of(value - 1));
            out.bool(true);
        }

        @Override
        protected Integer readValues(Decoder in) {
            reads.incrementAndGet();
            List<Integer> below = inner.read(in);
            in.bool();
            return below.isEmpty() ? 0 : below.get(0) + 1;
        }

        @Override
        protected Integer readFields(Decoder in) {
            reads.incrementAndGet();
            in.require(1, Kind.LIST, "inner");
            List<Integer> below = inner.read(in);
            in.require(2, Kind.BOOL, "flag");
            in.bool();
            return below.isEmpty() ? 0 : below.get(0) + 1;
        }
    }

    /** Knows the even numbers only, so that known and unknown fields take turns. */
    private static final class EveryOther extends StructCodec<Integer> {

        EveryOther() {
            super("EveryOther", 1);
        }

        @Override
        protected void writeValues(Encoder out, Integer value) {
            throw new AssertionError("only read");
        }

        @Override
        protected Integer readFields(Decoder in) {
            int sum = 0;
            for (int number = 2; number <= 65_535 && in.present(number, Kind.INT8, "even"); number += 2) {
                sum += in.u8();
            }
            return sum;
        }
    }
}
