package io.rpcidl.samples.etcd.store;

import static io.rpcidl.samples.etcd.store.Octets.octets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.value.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StoreTest {

    private static final Bytes A = octets("a");
    private static final Bytes B = octets("b");
    private static final Bytes ONE = octets("1");
    private static final Bytes TWO = octets("2");

    private final AtomicLong clock = new AtomicLong(-5_000);
    private final Store store = new Store(clock::get);

    @Test
    void newStoreHasRevisionOne() {
        try (Reading reading = store.read()) {
            assertThat(reading.revision()).isEqualTo(1);
            assertThat(reading.compactRevision()).isEqualTo(1);
            assertThat(reading.range(KeyRange.all(), 1)).isEmpty();
        }
    }

    @Test
    void allWritesOfOneChangeHaveOneRevision() {
        try (Change change = store.change()) {
            change.put(A, ONE, Entry.NO_LEASE);
            change.put(B, ONE, Entry.NO_LEASE);
            change.commit();
        }

        try (Reading reading = store.read()) {
            assertThat(reading.revision()).isEqualTo(2);
            assertThat(reading.range(KeyRange.all(), 2))
                    .extracting(Entry::stamp)
                    .containsOnly(new Stamp(2, 2, 1));
        }
    }

    @Test
    void writingAgainKeepsTheCreateRevision() {
        put(A, ONE);
        put(A, TWO);

        try (Reading reading = store.read()) {
            assertThat(reading.get(A)).isEqualTo(new Entry(A, TWO, Entry.NO_LEASE, new Stamp(2, 3, 2)));
        }
    }

    @Test
    void deletionEndsTheVersions() {
        put(A, ONE);
        delete(KeyRange.one(A));
        put(A, TWO);

        try (Reading reading = store.read()) {
            assertThat(reading.get(A)).isEqualTo(new Entry(A, TWO, Entry.NO_LEASE, new Stamp(4, 4, 1)));
            assertThat(reading.range(KeyRange.all(), 3)).isEmpty();
        }
    }

    @Test
    void deletingNothingMakesNoRevision() {
        delete(KeyRange.all());

        try (Reading reading = store.read()) {
            assertThat(reading.revision()).isEqualTo(1);
        }
    }

    @Test
    void changeThatIsNotCommittedHasNeverBeen() {
        long lease = grant(Duration.ofSeconds(10));
        putWithLease(A, lease);
        long hash = hash();

        try (Change change = store.change()) {
            change.put(B, ONE, lease);
            change.put(A, TWO, Entry.NO_LEASE);
            change.revoke(lease);
            change.grant(77, Duration.ofSeconds(1));
            assertThat(change.revision()).isEqualTo(3);
        }

        try (Reading reading = store.read()) {
            assertThat(reading.revision()).isEqualTo(2);
            assertThat(reading.leases()).containsExactly(lease);
            assertThat(reading.lease(lease)).extracting(LeaseView::keys).isEqualTo(List.of(A));
            assertThat(reading.get(B)).isNull();
        }
        assertThat(hash()).isEqualTo(hash);
    }

    @Test
    void changeSeesWhatItHasWritten() {
        try (Change change = store.change()) {
            change.put(A, ONE, Entry.NO_LEASE);
            assertThat(change.range(KeyRange.all(), change.revision())).hasSize(1);
            assertThat(change.range(KeyRange.all(), 1)).isEmpty();
        }
    }

    @Test
    void leaseThatEndsTakesItsKeysAlong() {
        long lease = grant(Duration.ofNanos(100));
        putWithLease(A, lease);
        putWithLease(B, lease);

        clock.addAndGet(99);
        try (Reading reading = store.read()) {
            assertThat(reading.lease(lease)).extracting(LeaseView::remaining).isEqualTo(Duration.ofNanos(1));
            assertThat(reading.get(A)).isNotNull();
        }
        clock.addAndGet(1);
        try (Reading reading = store.read()) {
            assertThat(reading.leases()).isEmpty();
            assertThat(reading.range(KeyRange.all(), 4)).isEmpty();
            assertThat(reading.range(KeyRange.all(), 3)).hasSize(2);
            assertThat(reading.revision()).isEqualTo(4);
        }
    }

    @Test
    void keyLeavesItsLeaseWhenItIsWrittenWithoutOne() {
        long lease = grant(Duration.ofSeconds(1));
        putWithLease(A, lease);
        put(A, TWO);

        try (Change change = store.change()) {
            change.revoke(lease);
            change.commit();
        }
        try (Reading reading = store.read()) {
            assertThat(reading.get(A)).isNotNull();
        }
    }

    @Test
    void refusesLeasesThatAreNotThereOrTaken() {
        long lease = grant(Duration.ofSeconds(1));

        try (Change change = store.change()) {
            assertThatThrownBy(() -> change.put(A, ONE, 99)).hasMessage("there is no lease 99");
            assertThatThrownBy(() -> change.revoke(99)).hasMessage("there is no lease 99");
            assertThatThrownBy(() -> change.grant(lease, Duration.ofSeconds(1)))
                    .hasMessage("there is a lease 1 already");
        }
    }

    @Test
    void choosesLeasesThatAreFree() {
        try (Change change = store.change()) {
            change.grant(1, Duration.ofSeconds(1));
            assertThat(change.grant(Entry.NO_LEASE, Duration.ofSeconds(1))).isEqualTo(2);
            change.commit();
        }
    }

    @Test
    void compactionForgetsOlderRevisions() {
        put(A, ONE);
        put(A, TWO);
        compact(3);

        try (Reading reading = store.read()) {
            assertThat(reading.compactRevision()).isEqualTo(3);
            assertThat(reading.range(KeyRange.all(), 3)).hasSize(1);
            assertThatThrownBy(() -> reading.range(KeyRange.all(), 2))
                    .hasMessage("revision 2 can't be read, only 3 to 3 can");
            assertThatThrownBy(() -> reading.range(KeyRange.all(), 4)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void trimmingGivesBackWhatCompactionFreed() {
        put(A, ONE);
        put(A, TWO);
        compact(3);

        try (Reading reading = store.read()) {
            assertThat(reading.octets()).isEqualTo(2);
            assertThat(reading.allocatedOctets()).isEqualTo(4);
        }
        store.trim();
        try (Reading reading = store.read()) {
            assertThat(reading.allocatedOctets()).isEqualTo(2);
        }
    }

    @Test
    void hashTellsKeysFromValues() {
        put(octets("ab"), octets("c"));
        Store other = new Store(clock::get);
        try (Change change = other.change()) {
            change.put(A, octets("bc"), Entry.NO_LEASE);
            change.commit();
        }

        try (Reading reading = store.read();
                Reading otherReading = other.read()) {
            assertThat(reading.hashKeys(2)).isNotEqualTo(otherReading.hashKeys(2));
            assertThat(reading.hashKeys(1)).isEqualTo(otherReading.hashKeys(1));
        }
    }

    private void put(Bytes key, Bytes value) {
        try (Change change = store.change()) {
            change.put(key, value, Entry.NO_LEASE);
            change.commit();
        }
    }

    private void putWithLease(Bytes key, long lease) {
        try (Change change = store.change()) {
            change.put(key, ONE, lease);
            change.commit();
        }
    }

    private void delete(KeyRange range) {
        try (Change change = store.change()) {
            change.delete(range);
            change.commit();
        }
    }

    private void compact(long revision) {
        try (Change change = store.change()) {
            change.compact(revision);
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

    private long hash() {
        try (Reading reading = store.read()) {
            return reading.hashAll();
        }
    }
}
