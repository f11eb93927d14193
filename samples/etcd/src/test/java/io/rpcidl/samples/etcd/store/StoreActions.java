package io.rpcidl.samples.etcd.store;

import io.rpcidl.samples.etcd.store.StoreAction.Abandon;
import io.rpcidl.samples.etcd.store.StoreAction.Commit;
import io.rpcidl.samples.etcd.store.StoreAction.Compact;
import io.rpcidl.samples.etcd.store.StoreAction.Delete;
import io.rpcidl.samples.etcd.store.StoreAction.Grant;
import io.rpcidl.samples.etcd.store.StoreAction.Pass;
import io.rpcidl.samples.etcd.store.StoreAction.Put;
import io.rpcidl.samples.etcd.store.StoreAction.Revoke;
import io.rpcidl.value.Bytes;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random things to do to a store, over so few keys that they meet. */
final class StoreActions {

    private StoreActions() {}

    static Arbitrary<List<StoreAction>> sequences() {
        Arbitrary<List<StoreAction>> parts = writes().list().ofMaxSize(4);
        Arbitrary<StoreAction> any = Arbitraries.frequencyOf(
                Tuple.of(8, parts.map(Commit::new)),
                Tuple.of(2, parts.map(Abandon::new)),
                Tuple.of(1, Arbitraries.integers().between(0, 5).map(Compact::new)),
                Tuple.of(2, durations().map(Grant::new)),
                Tuple.of(1, Arbitraries.integers().between(0, 3).map(Revoke::new)),
                Tuple.of(2, durations().map(Pass::new)));
        return any.list().ofMaxSize(40);
    }

    static Arbitrary<KeyRange> ranges() {
        return Arbitraries.oneOf(
                Arbitraries.just(KeyRange.all()),
                keys().map(KeyRange::one),
                keys().map(KeyRange::prefix),
                keys().map(KeyRange::startingAt),
                Combinators.combine(keys(), keys()).as(KeyRange::span));
    }

    private static Arbitrary<StoreAction> writes() {
        Arbitrary<StoreAction> put = Combinators.combine(
                        keys(), octets(0, 2), Arbitraries.integers().between(0, 2))
                .as(Put::new);
        return Arbitraries.frequencyOf(Tuple.of(4, put), Tuple.of(1, ranges().map(Delete::new)));
    }

    private static Arbitrary<Bytes> keys() {
        return octets(1, 2);
    }

    private static Arbitrary<Bytes> octets(int least, int most) {
        return Arbitraries.of((byte) 0, (byte) 'a', (byte) 0x80, (byte) 0xff)
                .array(byte[].class)
                .ofMinSize(least)
                .ofMaxSize(most)
                .map(Bytes::of);
    }

    private static Arbitrary<Duration> durations() {
        return Arbitraries.longs().between(1, 10).map(Duration::ofSeconds);
    }
}
