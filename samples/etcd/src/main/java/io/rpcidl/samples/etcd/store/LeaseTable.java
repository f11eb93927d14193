package io.rpcidl.samples.etcd.store;

import io.rpcidl.value.Bytes;
import java.time.Duration;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The leases that have not ended, by id and by when they end. Guarded by the lock of the store. */
final class LeaseTable {

    private final NavigableMap<Long, HeldLease> byId = new TreeMap<>(Long::compareUnsigned);
    private final TreeSet<HeldLease> byEnd =
            new TreeSet<>(Comparator.comparing(HeldLease::end).thenComparingLong(HeldLease::id));
    private long lastChosen = Entry.NO_LEASE;

    @Nullable
    HeldLease find(long id) {
        return byId.get(id);
    }

    Iterable<HeldLease> all() {
        return byId.values();
    }

    void add(HeldLease lease) {
        byId.put(lease.id(), lease);
        byEnd.add(lease);
    }

    void remove(HeldLease lease) {
        byId.remove(lease.id());
        byEnd.remove(lease);
    }

    /** Lets the lease end earlier or later. */
    void endAt(HeldLease lease, Duration end) {
        byEnd.remove(lease);
        lease.endAt(end);
        byEnd.add(lease);
    }

    /** Lets the key live with another lease than before; either may be {@link Entry#NO_LEASE}. */
    void move(Bytes key, long before, long after) {
        HeldLease old = byId.get(before);
        if (old != null) {
            old.detach(key);
        }
        HeldLease next = byId.get(after);
        if (next != null) {
            next.attach(key);
        }
    }

    /** The first lease that has ended by now, or null. */
    @Nullable
    HeldLease firstEnded(Duration now) {
        return !byEnd.isEmpty() && byEnd.first().endedAt(now) ? byEnd.first() : null;
    }

    /** Chooses an id that is not taken; never one that it chose before. */
    long chooseId() {
        do {
            lastChosen++;
        } while (byId.containsKey(lastChosen));
        return lastChosen;
    }
}
