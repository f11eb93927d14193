package io.rpcidl.samples.etcd.store;

/** What a store holds: the part that its lock guards. */
final class Contents {

    private final KeyIndex keys = new KeyIndex();
    private final RevisionLog log = new RevisionLog();
    private final LeaseTable leases = new LeaseTable();
    private long revision = 1;
    private long compactRevision = 1;
    private long allocatedOctets;

    KeyIndex keys() {
        return keys;
    }

    RevisionLog log() {
        return log;
    }

    LeaseTable leases() {
        return leases;
    }

    long revision() {
        return revision;
    }

    void advance(long next) {
        revision = next;
        allocatedOctets = Math.max(allocatedOctets, keys.octets());
    }

    long compactRevision() {
        return compactRevision;
    }

    /** Forgets the history before the revision, unless that is done. */
    void compact(long oldest) {
        if (oldest > compactRevision) {
            compactRevision = oldest;
            keys.compact(oldest);
            log.compact(oldest);
        }
    }

    /** The most octets that the keys have taken since the last {@link #trim}. */
    long allocatedOctets() {
        return allocatedOctets;
    }

    void trim() {
        allocatedOctets = keys.octets();
    }
}
