package io.rpcidl.samples.etcd.store;

import io.rpcidl.value.Bytes;
import java.time.Duration;
import java.util.List;

/** Something that is done to a store and to a naive one. */
sealed interface StoreAction {

    /** Writes a key, with one of the leases there are, or without one for 0. */
    record Put(Bytes key, Bytes value, int lease) implements StoreAction {}

    /** Deletes a range. */
    record Delete(KeyRange range) implements StoreAction {}

    /** Does several things in one change, and then commits it. */
    record Commit(List<StoreAction> parts) implements StoreAction {}

    /** Does several things in one change that is not committed. */
    record Abandon(List<StoreAction> parts) implements StoreAction {}

    /** Forgets all but some of the newest revisions. */
    record Compact(int kept) implements StoreAction {}

    /** Grants a lease. */
    record Grant(Duration timeToLive) implements StoreAction {}

    /** Revokes one of the leases there are. */
    record Revoke(int lease) implements StoreAction {}

    /** Lets time pass. */
    record Pass(Duration time) implements StoreAction {}
}
