package io.rpcidl.samples.etcd.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The versions of one key, oldest first. */
final class KeyHistory {

    private final ArrayList<Version> versions = new ArrayList<>(1);

    /** The key as it was at a revision, or null when it was not there. */
    @Nullable
    Entry at(long revision) {
        int last = lastUpTo(revision);
        return last < 0 ? null : versions.get(last).entry();
    }

    List<Version> versions() {
        return Collections.unmodifiableList(versions);
    }

    void append(Version version) {
        versions.add(version);
    }

    Version dropLast() {
        return versions.remove(versions.size() - 1);
    }

    /** Forgets what no revision from this one on can see, and tells the octets that were freed. */
    long compact(long revision) {
        int last = lastUpTo(revision);
        if (last < 0) {
            return 0;
        }
        boolean deleted = versions.get(last).entry() == null;
        List<Version> unseen = versions.subList(0, deleted ? last + 1 : last);
        long freed = unseen.stream().mapToLong(Version::octets).sum();
        unseen.clear();
        return freed;
    }

    boolean isEmpty() {
        return versions.isEmpty();
    }

    /** The index of the last version that is not younger than the revision, or -1. */
    private int lastUpTo(long revision) {
        int low = 0;
        int high = versions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (versions.get(middle).revision() <= revision) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
