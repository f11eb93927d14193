package io.rpcidl.samples.etcd.store;

import io.rpcidl.value.Bytes;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** A lease that has not ended, with the keys that live with it. Guarded by the lock of the store. */
final class HeldLease {

    private final long id;
    private final Duration timeToLive;
    private Duration end;
    private final TreeSet<Bytes> keys = new TreeSet<>();

    /**
     * @param timeToLive how long it lives
     * @param end when it ends, on the clock of the store
     */
    HeldLease(long id, Duration timeToLive, Duration end) {
        this.id = id;
        this.timeToLive = timeToLive;
        this.end = end;
    }

    long id() {
        return id;
    }

    Duration timeToLive() {
        return timeToLive;
    }

    Duration end() {
        return end;
    }

    /** To be called while it is in no order by its end. */
    void endAt(Duration other) {
        end = other;
    }

    boolean endedAt(Duration now) {
        return end.compareTo(now) <= 0;
    }

    SortedSet<Bytes> keys() {
        return Collections.unmodifiableSortedSet(keys);
    }

    void attach(Bytes key) {
        keys.add(key);
    }

    void detach(Bytes key) {
        keys.remove(key);
    }
}
