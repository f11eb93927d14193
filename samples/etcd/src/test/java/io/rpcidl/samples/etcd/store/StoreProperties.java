package io.rpcidl.samples.etcd.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.samples.etcd.store.NaiveStore.NaiveChange;
import io.rpcidl.samples.etcd.store.StoreAction.Abandon;
import io.rpcidl.samples.etcd.store.StoreAction.Commit;
import io.rpcidl.samples.etcd.store.StoreAction.Compact;
import io.rpcidl.samples.etcd.store.StoreAction.Delete;
import io.rpcidl.samples.etcd.store.StoreAction.Grant;
import io.rpcidl.samples.etcd.store.StoreAction.Pass;
import io.rpcidl.samples.etcd.store.StoreAction.Put;
import io.rpcidl.samples.etcd.store.StoreAction.Revoke;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StoreProperties {

    @Property(tries = 500)
    void behavesLikeTheNaiveStore(
            @ForAll("actions") List<StoreAction> actions, @ForAll("someRanges") List<KeyRange> ranges) {
        Pair pair = new Pair();
        for (StoreAction action : actions) {
            pair.act(action);
            pair.compare(ranges);
        }
    }

    @Provide
    Arbitrary<List<StoreAction>> actions() {
        return StoreActions.sequences();
    }

    @Provide
    Arbitrary<List<KeyRange>> someRanges() {
        return StoreActions.ranges().list().ofSize(3);
    }

    /** A store and its model, which are told the same things. */
    private static final class Pair {

        private final AtomicLong clock = new AtomicLong();
        private final Store store = new Store(clock::get);
        private final NaiveStore model = new NaiveStore();

        void act(StoreAction action) {
            if (action instanceof Pass pass) {
                clock.addAndGet(pass.time().toNanos());
                model.pass(pass.time());
                return;
            }
            try (Change change = store.change()) {
                if (action instanceof Abandon abandon) {
                    write(abandon.parts(), change, model.change());
                    return;
                }
                if (action instanceof Commit commit) {
                    NaiveChange naive = model.change();
                    write(commit.parts(), change, naive);
                    naive.commit();
                } else if (action instanceof Compact compact) {
                    long oldest = Math.max(model.compactRevision(), model.revision() - compact.kept());
                    change.compact(oldest);
                    model.compact(oldest);
                } else if (action instanceof Grant grant) {
                    assertThat(change.grant(Entry.NO_LEASE, grant.timeToLive()))
                            .isEqualTo(model.grant(grant.timeToLive()));
                } else if (action instanceof Revoke revoke && !model.leases().isEmpty()) {
                    long lease = pick(revoke.lease());
                    change.revoke(lease);
                    model.revoke(lease);
                }
                change.commit();
            }
        }

        private void write(List<StoreAction> parts, Change change, NaiveChange naive) {
            for (StoreAction part : parts) {
                if (part instanceof Put put) {
                    long lease = put.lease() == 0 || model.leases().isEmpty() ? Entry.NO_LEASE : pick(put.lease());
                    change.put(put.key(), put.value(), lease);
                    naive.put(put.key(), put.value(), lease);
                } else if (part instanceof Delete delete) {
                    assertThat(change.delete(delete.range())).isEqualTo(naive.delete(delete.range()));
                }
            }
        }

        void compare(List<KeyRange> ranges) {
            try (Reading reading = store.read()) {
                assertThat(reading.revision()).isEqualTo(model.revision());
                assertThat(reading.compactRevision()).isEqualTo(model.compactRevision());
                for (long revision = reading.compactRevision(); revision <= reading.revision(); revision++) {
                    for (KeyRange range : ranges) {
                        assertThat(reading.range(range, revision)).isEqualTo(model.range(range, revision));
                    }
                }
                assertThat(reading.leases()).isEqualTo(model.leases());
                for (long id : model.leases()) {
                    LeaseView lease = reading.lease(id);
                    assertThat(lease).isNotNull();
                    assertThat(lease.keys()).isEqualTo(model.keysOf(id));
                }
            }
        }

        private long pick(int index) {
            List<Long> leases = model.leases();
            return leases.get(index % leases.size());
        }
    }
}
