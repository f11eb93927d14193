package io.rpcidl.samples.etcd.store;

/**
 * When a key was written.
 *
 * @param createRevision the revision that created the key
 * @param modRevision the revision that last changed it
 * @param version how often it was written since it was created, from 1
 */
public record Stamp(long createRevision, long modRevision, long version) {

    /** The stamp of a key that the revision creates. */
    static Stamp created(long revision) {
        return new Stamp(revision, revision, 1);
    }

    /** The stamp of the same key once the revision has changed it. */
    Stamp changed(long revision) {
        return new Stamp(createRevision, revision, Math.addExact(version, 1));
    }
}
