package io.rpcidl.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.codec.sample.OrderState;
import io.rpcidl.codec.sample.ProductId;
import io.rpcidl.value.MapBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Row A14 of the catalogue of hostile inputs: keys whose hash codes are all the same. */
class CollisionTest {

    private static final int COUNT = 20_000;

    @Test
    void comparesCollidingKeysFewTimesOnly() {
        AtomicLong comparisons = new AtomicLong();
        Codec<Counted> counted = Codecs.named(Codecs.UUID, uuid -> new Counted(uuid, comparisons), Counted::value);
        List<UUID> uuids = colliding(i -> new UUID(i, i));
        assertThat(uuids.stream().map(UUID::hashCode).distinct()).hasSize(1);
        byte[] message = Codecs.result(Codecs.list(Codecs.UUID)).encode(uuids);
        Set<Counted> read = Codecs.result(Codecs.set(counted)).decode(message);
        assertThat(read).hasSize(COUNT);
        // Each insertion into a balanced tree of n elements takes some log2(n) comparisons; a list would take n.
        assertThat(comparisons.get()).isLessThan(100L * COUNT);
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

    /** Counts how often it is compared, by order or for equality. */
    private record Counted(UUID value, AtomicLong comparisons) implements Comparable<Counted> {

        @Override
        public int compareTo(Counted other) {
            comparisons.incrementAndGet();
            return value.compareTo(other.value);
        }

        @Override
        public boolean equals(Object other) {
            comparisons.incrementAndGet();
            return other instanceof Counted that && value.equals(that.value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }
    }
}
