package io.rpcidl.samples.etcd.store;

import io.rpcidl.value.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The store as one thread sees it while nobody else changes it. */
public interface View {

    /** The newest revision. */
    long revision();

    /** The oldest revision that can still be read. */
    long compactRevision();

    /** The key as it is now, or null when it is not there. */
    @Nullable
    Entry get(Bytes key);

    /**
     * The keys of a range as they were at a revision, in their order.
     *
     * @param revision from {@link #compactRevision} to {@link #revision}
     * @throws IllegalArgumentException if the revision can't be read
     */
    List<Entry> range(KeyRange range, long revision);

    /**
     * What a revision has changed, in the order in which it was done; nothing for the first revision.
     *
     * @param revision from {@link #compactRevision} to {@link #revision}
     * @throws IllegalArgumentException if the revision can't be read
     */
    List<Version> changes(long revision);

    /** The key as it was before a step; null when it was not there, and when its state is compacted. */
    @Nullable
    Entry before(Version step);

    /** The lease, or null when it is not there. */
    @Nullable
    LeaseView lease(long id);

    /** The ids of all leases, in ascending order. */
    List<Long> leases();

    /** A checksum, in the lower 32 bits, over all keys and their history up to a revision. */
    long hashKeys(long revision);

    /** A checksum, in the lower 32 bits, over all that the store holds. */
    long hashAll();

    /** The octets of all keys and values that the store holds, old versions too. */
    long octets();

    /** The most octets that the store has held since it was last trimmed. */
    long allocatedOctets();
}
