package io.rpcidl.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.codec.sample.Colour;
import io.rpcidl.codec.sample.OrderState;
import io.rpcidl.codec.sample.ProductId;
import io.rpcidl.value.MapBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Row A14 of the catalogue of hostile inputs: keys whose hash codes are all the same. */
class CollisionTest {

    private static final int COUNT = 20_000;

    static Stream<Arguments> keys() {
        return Stream.of(
                keys("bool", Codecs.BOOL, 2, i -> i == 1),
                keys("i8", Codecs.I8, 256, i -> (byte) i),
                keys("u8", Codecs.U8, 256, i -> i),
                keys("i16", Codecs.I16, COUNT, i -> (short) i),
                keys("u16", Codecs.U16, COUNT, i -> i),
                keys("i32", Codecs.I32, COUNT, i -> i),
                keys("u32", Codecs.U32, COUNT, i -> (long) i),
                keys("i64", Codecs.I64, COUNT, i -> ((long) i << 32) | i),
                keys("u64", Codecs.U64, COUNT, i -> ((long) i << 32) | i),
                keys("string", Codecs.STRING, COUNT, CollisionTest::collidingText),
                keys("uuid", Codecs.UUID, COUNT, i -> new UUID(i, i)),
                keys("open enum", OrderState.CODEC, COUNT, OrderState::of),
                keys("closed enum", Colour.CODEC, 2, i -> i == 0 ? Colour.RED : Colour.GREEN),
                keys("named", ProductId.CODEC, COUNT, i -> new ProductId(new UUID(i, i))));
    }

    private static <K> Arguments keys(String name, Codec<K> codec, int count, IntFunction<K> keys) {
        return Arguments.of(
                name, codec, IntStream.range(0, count).mapToObj(keys).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    <K extends Comparable<K>> void comparesCollidingKeysFewTimesOnly(String name, Codec<K> codec, List<K> keys) {
        AtomicLong comparisons = new AtomicLong();
        Codec<Counted> counted = Codecs.named(codec, key -> new Counted(key, comparisons), one -> {
            throw new AssertionError("only read");
        });
        byte[] elements = Codecs.result(Codecs.list(codec)).encode(keys);
        assertThat(Codecs.result(Codecs.set(counted)).decode(elements)).hasSize(keys.size());
        // Each insertion into a balanced tree of n elements takes some log2(n) comparisons; a list would take n.
        assertThat(comparisons.get()).isLessThan(100L * keys.size());

        comparisons.set(0);
        MapBuilder<K, Boolean> map = new MapBuilder<>(keys.size());
        keys.forEach(key -> map.put(key, true));
        byte[] entries = Codecs.result(Codecs.map(codec, Codecs.BOOL)).encode(map.build());
        assertThat(Codecs.result(Codecs.map(counted, Codecs.BOOL)).decode(entries))
                .hasSize(keys.size());
        assertThat(comparisons.get()).isLessThan(100L * keys.size());
    }

    @Test
    void readsCollidingKeysOfEachKind() {
        assertRead(Codecs.I64, i -> ((long) i << 32) | i);
        assertRead(Codecs.STRING, CollisionTest::collidingText);
        assertRead(Codecs.UUID, i -> new UUID(i, i));
        assertRead(ProductId.CODEC, i -> new ProductId(new UUID(i, i)));
        assertRead(OrderState.CODEC, OrderState::of);
    }

    private static <K> void assertRead(Codec<K> key, IntFunction<K> keys) {
        List<K> all = colliding(keys);
        byte[] message = Codecs.result(Codecs.list(key)).encode(all);
        assertThat(Codecs.result(Codecs.set(key)).decode(message))
                .hasSize(COUNT)
                .contains(all.get(COUNT / 2));
        StructCodec<Map<K, Boolean>> maps = Codecs.result(Codecs.map(key, Codecs.BOOL));
        MapBuilder<K, Boolean> map = new MapBuilder<>(COUNT);
        all.forEach(one -> map.put(one, true));
        assertThat(maps.decode(maps.encode(map.build()))).hasSize(COUNT);
    }

    private static <K> List<K> colliding(IntFunction<K> keys) {
        List<K> all = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            all.add(keys.apply(i));
        }
        return all;
    }

    /** Fifteen times one of two pairs of letters with the same hash code. */
    private static String collidingText(int number) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 15; bit++) {
            text.append(((number >> bit) & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }

    /**
     * Counts how often it is compared, by order or for equality; all have the same hash code. A table finds colliding keys
     * quickly when their class is Comparable with itself, which a class with type parameters is not.
     */
    private record Counted(Comparable<?> value, AtomicLong comparisons) implements Comparable<Counted> {

        @Override
        @SuppressWarnings("unchecked") // all values of one test are of one type
        public int compareTo(Counted other) {
            comparisons.incrementAndGet();
            return ((Comparable<Object>) value).compareTo(other.value);
        }

        @Override
        public boolean equals(Object other) {
            comparisons.incrementAndGet();
            return other instanceof Counted that && value.equals(that.value);
        }

        @Override
        public int hashCode() {
            return 7;
        }
    }
}
