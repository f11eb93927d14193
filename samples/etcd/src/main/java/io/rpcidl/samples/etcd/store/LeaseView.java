package io.rpcidl.samples.etcd.store;

import io.rpcidl.value.Bytes;
import java.time.Duration;
import java.util.List;

/**
 * A lease as it is now.
 *
 * @param remaining how long it still has to live
 * @param timeToLive how long it lives after it was granted or renewed
 * @param keys the keys that live with it, in their order
 */
public record LeaseView(long id, Duration remaining, Duration timeToLive, List<Bytes> keys) {

    public LeaseView {
        keys = List.copyOf(keys);
    }

    static LeaseView of(HeldLease lease, Duration now) {
        return new LeaseView(lease.id(), lease.end().minus(now), lease.timeToLive(), List.copyOf(lease.keys()));
    }
}
