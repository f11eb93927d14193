package io.rpcidl.samples.etcd.store;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What each revision has changed, since the last compaction. Guarded by the lock of the store. */
final class RevisionLog {

    private final NavigableMap<Long, List<Version>> steps = new TreeMap<>();

    /** The steps of a revision, in the order in which they were made; none when it is not known. */
    List<Version> at(long revision) {
        return steps.getOrDefault(revision, List.of());
    }

    void append(long revision, List<Version> made) {
        if (!made.isEmpty()) {
            steps.put(revision, List.copyOf(made));
        }
    }

    /** Forgets what older revisions have changed. */
    void compact(long revision) {
        steps.headMap(revision, false).clear();
    }
}
