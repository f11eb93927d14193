package io.rpcidl.samples.etcd.store;

import static io.rpcidl.samples.etcd.store.Octets.octets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.value.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What the store remembers of its changes, and whom it tells. */
class StoreChangesTest {

    private static final Bytes A = octets("a");
    private static final Bytes B = octets("b");
    private static final Bytes ONE = octets("1");

    private final AtomicLong clock = new AtomicLong();
    private final Store store = new Store(clock::get);

    private void put(Bytes key, long lease) {
        try (Change change = store.change()) {
            change.put(key, ONE, lease);
            change.commit();
        }
    }

    private long grant(Duration timeToLive) {
        try (Change change = store.change()) {
            long id = change.grant(Entry.NO_LEASE, timeToLive);
            change.commit();
            return id;
        }
    }

    @Test
    void remembersWhatEachRevisionHasChanged() {
        put(A, Entry.NO_LEASE);
        try (Change change = store.change()) {
            change.put(B, ONE, Entry.NO_LEASE);
            change.delete(KeyRange.one(A));
            change.commit();
            change.put(A, ONE, Entry.NO_LEASE);
        }

        try (Reading reading = store.read()) {
            assertThat(reading.changes(1)).isEmpty();
            assertThat(reading.changes(2))
                    .containsExactly(Version.of(new Entry(A, ONE, Entry.NO_LEASE, new Stamp(2, 2, 1))));
            assertThat(reading.changes(3))
                    .containsExactly(
                            Version.of(new Entry(B, ONE, Entry.NO_LEASE, new Stamp(3, 3, 1))), Version.deletion(A, 3));
            assertThat(reading.before(reading.changes(3).get(0))).isNull();
            assertThat(reading.before(reading.changes(3).get(1)))
                    .isEqualTo(new Entry(A, ONE, Entry.NO_LEASE, new Stamp(2, 2, 1)));
            assertThatThrownBy(() -> reading.changes(4)).hasMessageContaining("revision 4 can't be read");
        }
    }

    @Test
    void forgetsWhatIsCompacted() {
        put(A, Entry.NO_LEASE);
        put(A, Entry.NO_LEASE);
        put(A, Entry.NO_LEASE);
        try (Change change = store.change()) {
            change.compact(3);
            change.commit();
        }

        try (Reading reading = store.read()) {
            assertThatThrownBy(() -> reading.changes(2)).isInstanceOf(IllegalArgumentException.class);
            assertThat(reading.changes(3)).hasSize(1);
            assertThat(reading.before(reading.changes(3).get(0))).isNull();
            assertThat(reading.before(reading.changes(4).get(0))).isNotNull();
        }
    }

    @Test
    void tellsOfEachChangeOnceItCanBeRead() {
        List<Long> seen = new ArrayList<>();
        // On another thread, which would have to wait if the change still held its lock.
        store.whenChanged(() -> seen.add(CompletableFuture.supplyAsync(this::revision)
                .orTimeout(10, TimeUnit.SECONDS)
                .join()));

        put(A, Entry.NO_LEASE);
        store.read().close();
        grant(Duration.ofSeconds(1));
        try (Change change = store.change()) {
            change.put(A, ONE, Entry.NO_LEASE);
        }
        put(A, Entry.NO_LEASE);

        assertThat(seen).containsExactly(2L, 3L);
    }

    @Test
    void tellsOfKeysWhoseLeaseHasEnded() {
        put(A, grant(Duration.ofSeconds(5)));
        List<Long> seen = new ArrayList<>();
        store.whenChanged(() -> {
            try (Reading reading = store.read()) {
                seen.add(reading.revision());
            }
        });

        clock.set(Duration.ofSeconds(5).toNanos() - 1);
        store.expire();
        assertThat(seen).isEmpty();
        clock.incrementAndGet();
        store.expire();

        assertThat(seen).containsExactly(3L);
    }

    @Test
    void renewsALeaseUnlessTheChangeIsTakenBack() {
        long lease = grant(Duration.ofSeconds(5));
        clock.set(Duration.ofSeconds(4).toNanos());
        try (Change change = store.change()) {
            assertThat(change.renew(lease)).isEqualTo(Duration.ofSeconds(5));
        }
        assertThat(remaining(lease)).isEqualTo(Duration.ofSeconds(1));
        try (Change change = store.change()) {
            change.renew(lease);
            change.commit();
        }
        assertThat(remaining(lease)).isEqualTo(Duration.ofSeconds(5));
        clock.set(Duration.ofSeconds(8).toNanos());
        assertThat(remaining(lease)).isEqualTo(Duration.ofSeconds(1));

        try (Change change = store.change()) {
            assertThatThrownBy(() -> change.renew(99)).hasMessageContaining("there is no lease 99");
        }
    }

    @Test
    void eachCommitOfAChangeIsRememberedOnItsOwn() {
        try (Change change = store.change()) {
            change.put(A, ONE, Entry.NO_LEASE);
            change.commit();
            change.put(B, ONE, Entry.NO_LEASE);
            change.commit();
        }

        try (Reading reading = store.read()) {
            assertThat(reading.changes(2)).extracting(Version::key).containsExactly(A);
            assertThat(reading.changes(3)).extracting(Version::key).containsExactly(B);
        }
    }

    private long revision() {
        try (Reading reading = store.read()) {
            return reading.revision();
        }
    }

    private Duration remaining(long lease) {
        try (Reading reading = store.read()) {
            return reading.lease(lease).remaining();
        }
    }
}
