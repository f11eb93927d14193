package io.rpcidl.samples.etcd.store;

import io.rpcidl.value.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * One step in the history of a key.
 *
 * @param revision the revision that made the step
 * @param entry the key from then on, or null when the step deleted it
 */
public record Version(Bytes key, long revision, @Nullable Entry entry) {

    static Version of(Entry entry) {
        return new Version(entry.key(), entry.stamp().modRevision(), entry);
    }

    static Version deletion(Bytes key, long revision) {
        return new Version(key, revision, null);
    }

    /** The lease that the key lives with from then on. */
    long lease() {
        return entry == null ? Entry.NO_LEASE : entry.lease();
    }

    /** What it weighs: the octets of the key and of the value. */
    long octets() {
        return (long) key.size() + (entry == null ? 0 : entry.value().size());
    }
}
