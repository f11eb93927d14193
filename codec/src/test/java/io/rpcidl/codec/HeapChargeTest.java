package io.rpcidl.codec;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.rpcidl.codec.sample.Corner;
import io.rpcidl.codec.sample.Hours;
import io.rpcidl.codec.sample.Line;
import io.rpcidl.codec.sample.Node;
import io.rpcidl.codec.sample.OrderState;
import io.rpcidl.codec.sample.Payment;
import io.rpcidl.codec.sample.Samples;
import io.rpcidl.value.Bytes;
import io.rpcidl.wire.Limits;
import io.rpcidl.wire.MalformedDataException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The budget of heap (W-3.24) is charged what the JVM really allocates: a budget that counts too little lets a message take more
 * than it may.
 */
class HeapChargeTest {

    private static final int COUNT = 200;

    /** Each value is charged at least what it takes, but for what is garbage at once. */
    private static final double TOLERANCE = 1.25;

    /** The JDK makes text that is neither ASCII nor Latin-1 in several steps. */
    private static final double TOLERANCE_FOR_TEXT = 2;

    private static final int RUNS = 30;

    static Stream<Arguments> values() {
        return Stream.of(texts(), scalars(), structs(), collections()).flatMap(all -> all.stream());
    }

    private static List<Arguments> texts() {
        List<Arguments> all = new ArrayList<>();
        each(all, "text: none", Codecs.STRING, i -> "");
        each(all, "text: one letter", Codecs.STRING, i -> "x");
        each(all, "text: ASCII", Codecs.STRING, i -> "x".repeat(i % 40));
        each(all, "text: Latin-1", Codecs.STRING, i -> "é".repeat(i % 40));
        each(all, "text: mixed", Codecs.STRING, i -> "x".repeat(200) + "€");
        each(all, "text: four octets a character", Codecs.STRING, i -> "😀".repeat(50));
        each(all, "bytes", Codecs.BYTES, i -> Bytes.of(new byte[i % 40]));
        return all;
    }

    private static List<Arguments> scalars() {
        List<Arguments> all = new ArrayList<>();
        each(all, "uuid", Codecs.UUID, i -> new UUID(i, i));
        each(all, "timestamp", Codecs.TIMESTAMP, i -> Instant.ofEpochSecond(i, 5));
        each(all, "duration", Codecs.DURATION, i -> Duration.ofSeconds(i, 5));
        each(all, "decimal: few digits", Codecs.DECIMAL, i -> BigDecimal.valueOf(i + 1_000, 2));
        each(all, "decimal: nine octets", Codecs.DECIMAL, i -> new BigDecimal(BigInteger.TWO.pow(64), 2));
        each(all, "decimal: the longest", Codecs.DECIMAL, i -> new BigDecimal(BigInteger.TWO.pow(510), 2));
        each(all, "unknown enum", Codecs.enumeration(OrderState::of), i -> OrderState.of(i + 9));
        each(all, "named number", Codecs.named(Codecs.I64, Wrapped::new, Wrapped::value), i -> new Wrapped(i));
        return all;
    }

    private static List<Arguments> structs() {
        List<Arguments> all = new ArrayList<>();
        each(all, "struct", Line.CODEC, Samples::line);
        each(all, "optional fields, absent", Node.CODEC, i -> new Node(i % 256, null, List.of()));
        each(all, "optional fields, there", Node.CODEC, i -> new Node(1, new Node(1, null, List.of()), List.of()));
        each(all, "optional number", new Place.Optional<>(Codecs.I64), i -> Optional.of(i * 1_000L));
        each(all, "variant without a value", Payment.CODEC, i -> new Payment.OfCash());
        each(all, "variant", Payment.CODEC, i -> new Payment.OfVoucher("abc"));
        each(all, "fields of named types", Hours.CODEC, Hours::of);
        Payment unknown = Codecs.result(Payment.CODEC).decode(Octets.of("01 1D 01 9B 02 C3A9"));
        each(all, "unknown variant", Payment.CODEC, i -> unknown);
        for (int fields : new int[] {1, 2, 5, 9, 33, 126}) {
            String shape = String.format("%02X", fields + 1) + "12".repeat(fields + 1);
            Corner corner = Corner.CODEC.decode(Octets.of(shape, "00".repeat(fields + 1)));
            each(all, "unknown fields, " + fields, Corner.CODEC, i -> corner);
        }
        return all;
    }

    private static List<Arguments> collections() {
        List<Arguments> all = new ArrayList<>();
        for (int size : new int[] {0, 1, 13, 25, 49, 100, 1_000}) {
            each(all, "list of uuid, " + size, Codecs.list(Codecs.UUID), i -> nCopies(size, new UUID(i, i)));
            each(all, "list of string, " + size, Codecs.list(Codecs.STRING), i -> nCopies(size, ""));
            each(all, "list of i8, " + size, Codecs.list(Codecs.I8), i -> nCopies(size, (byte) 1));
            each(all, "list of i64, " + size, Codecs.list(Codecs.I64), i -> nCopies(size, 1L));
            each(all, "set of i32, " + size, Codecs.set(Codecs.I32), i -> numbers(size, n -> 1_000 + n));
            each(all, "set of i64, " + size, Codecs.set(Codecs.I64), i -> numbers(size, n -> 1_000L + n));
            each(all, "set of string, " + size, Codecs.set(Codecs.STRING), i -> numbers(size, n -> "" + n));
            each(all, "map of i32, " + size, Codecs.map(Codecs.I32, Codecs.I8), i -> byNumber(size, n -> (byte) 1));
            each(all, "map to i64, " + size, Codecs.map(Codecs.I32, Codecs.I64), i -> byNumber(size, n -> 1_000L));
        }
        return all;
    }

    private record Wrapped(long value) {}

    private static <T> Set<T> numbers(int count, IntFunction<T> number) {
        Set<T> all = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            all.add(number.apply(i));
        }
        return all;
    }

    private static <T> Map<Integer, T> byNumber(int count, IntFunction<T> value) {
        Map<Integer, T> all = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            all.put(1_000 + i, value.apply(i));
        }
        return all;
    }

    private static <T> void each(List<Arguments> all, String name, Codec<T> codec, IntFunction<T> values) {
        List<T> list = new ArrayList<>();
        for (int i = 0; i < (name.endsWith("1000") ? 20 : COUNT); i++) {
            list.add(values.apply(i));
        }
        StructCodec<List<T>> struct = Codecs.result(Codecs.list(codec));
        all.add(Arguments.of(name, struct, struct.encode(list)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    <T> void chargesWhatItAllocates(String name, StructCodec<T> codec, byte[] message) {
        double tolerance = name.startsWith("text") ? TOLERANCE_FOR_TEXT : TOLERANCE;
        assertThat((double) allocated(codec, message)).isLessThan(tolerance * charge(codec, message));
    }

    /** The least budget under which the message is read. */
    private static long charge(StructCodec<?> codec, byte[] message) {
        long low = 1;
        long high = Limits.DEFAULTS.heapBytes();
        while (low < high) {
            long middle = (low + high) / 2;
            if (accepts(codec, message, Limits.DEFAULTS.withHeapBytes(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static boolean accepts(StructCodec<?> codec, byte[] message, Limits limits) {
        try {
            codec.decode(message, 0, message.length, limits);
            return true;
        } catch (MalformedDataException refused) {
            return false;
        }
    }

    private static long allocated(StructCodec<?> codec, byte[] message) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            codec.decode(message);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
