package io.rpcidl.samples.etcd.store;

import io.rpcidl.value.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a store should be, without any thought of cost: one whole map for each revision. */
final class NaiveStore {

    private final List<TreeMap<Bytes, Entry>> revisions = new ArrayList<>();
    private final TreeMap<Long, NaiveLease> leases = new TreeMap<>();
    private Duration now = Duration.ZERO;
    private long oldest = 1;
    private long chosen;

    NaiveStore() {
        revisions.add(new TreeMap<>());
        revisions.add(new TreeMap<>());
    }

    /** One change: what it writes becomes the next revision. */
    final class NaiveChange {

        private final TreeMap<Bytes, Entry> keys = new TreeMap<>(newest());
        private final long next = revision() + 1;
        private boolean written;

        void put(Bytes key, Bytes value, long lease) {
            Entry before = keys.get(key);
            Stamp stamp = before == null
                    ? new Stamp(next, next, 1)
                    : new Stamp(
                            before.stamp().createRevision(),
                            next,
                            before.stamp().version() + 1);
            keys.put(key, new Entry(key, value, lease, stamp));
            written = true;
        }

        List<Entry> delete(KeyRange range) {
            List<Entry> deleted = keys.values().stream()
                    .filter(entry -> range.contains(entry.key()))
                    .toList();
            deleted.forEach(entry -> keys.remove(entry.key()));
            written |= !deleted.isEmpty();
            return deleted;
        }

        void commit() {
            if (written) {
                revisions.add(keys);
            }
        }
    }

    NaiveChange change() {
        return new NaiveChange();
    }

    long revision() {
        return revisions.size() - 1L;
    }

    long compactRevision() {
        return oldest;
    }

    void compact(long revision) {
        oldest = Math.max(oldest, revision);
    }

    List<Entry> range(KeyRange range, long revision) {
        return revisions.get((int) revision).values().stream()
                .filter(entry -> range.contains(entry.key()))
                .toList();
    }

    @Nullable
    Entry get(Bytes key) {
        return newest().get(key);
    }

    List<Long> leases() {
        return List.copyOf(leases.keySet());
    }

    List<Bytes> keysOf(long lease) {
        return newest().values().stream()
                .filter(entry -> entry.lease() == lease)
                .map(Entry::key)
                .toList();
    }

    long grant(Duration timeToLive) {
        chosen++;
        leases.put(chosen, new NaiveLease(now.plus(timeToLive)));
        return chosen;
    }

    void revoke(long lease) {
        NaiveChange change = change();
        keysOf(lease).forEach(key -> change.delete(KeyRange.one(key)));
        change.commit();
        leases.remove(lease);
    }

    void pass(Duration time) {
        now = now.plus(time);
        List<Long> ended = leases.entrySet().stream()
                .filter(lease -> lease.getValue().end().compareTo(now) <= 0)
                .sorted((left, right) ->
                        left.getValue().end().compareTo(right.getValue().end()))
                .map(lease -> lease.getKey())
                .toList();
        ended.forEach(this::revoke);
    }

    private TreeMap<Bytes, Entry> newest() {
        return revisions.get(revisions.size() - 1);
    }

    private record NaiveLease(Duration end) {}
}
