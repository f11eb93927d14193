package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.kv.Compare;
import io.rpcidl.samples.etcd.kv.CompareResult;
import io.rpcidl.samples.etcd.kv.CompareTarget;
import io.rpcidl.samples.etcd.kv.CompareTarget.OfCreateRevision;
import io.rpcidl.samples.etcd.kv.CompareTarget.OfLease;
import io.rpcidl.samples.etcd.kv.CompareTarget.OfModRevision;
import io.rpcidl.samples.etcd.kv.CompareTarget.OfValue;
import io.rpcidl.samples.etcd.kv.CompareTarget.OfVersion;
import io.rpcidl.samples.etcd.store.Entry;
import io.rpcidl.samples.etcd.store.Stamp;
import io.rpcidl.samples.etcd.store.View;
import io.rpcidl.samples.etcd.types.EmptyKey;
import io.rpcidl.samples.etcd.types.NotSupported;
import io.rpcidl.value.Bytes;
import java.util.List;

/** Tells whether comparisons hold. */
final class Comparisons {

    /** What stands in for a key that is not there. */
    private static final Entry ABSENT = new Entry(Bytes.EMPTY, Bytes.EMPTY, Entry.NO_LEASE, new Stamp(0, 0, 0));

    private Comparisons() {}

    /** Whether all of them hold. */
    static boolean hold(List<Compare> comparisons, View view) throws EmptyKey, NotSupported {
        for (Compare comparison : comparisons) {
            if (!holds(comparison, view)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Compare comparison, View view) throws EmptyKey, NotSupported {
        List<Entry> entries = view.range(KeyRanges.of(comparison.keys()), view.revision());
        if (entries.isEmpty()) {
            // a key that is not there has no value, not even an empty one
            return !(comparison.target() instanceof OfValue) && holds(comparison, ABSENT);
        }
        for (Entry entry : entries) {
            if (!holds(comparison, entry)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Compare comparison, Entry entry) throws NotSupported {
        int sign = compare(entry, comparison.target());
        return holds(comparison.result(), sign);
    }

    private static boolean holds(CompareResult result, int sign) {
        return switch (result) {
            case EQUAL -> sign == 0;
            case NOT_EQUAL -> sign != 0;
            case GREATER -> sign > 0;
            case LESS -> sign < 0;
        };
    }

    private static int compare(Entry entry, CompareTarget target) throws NotSupported {
        Stamp stamp = entry.stamp();
        if (target instanceof OfVersion version) {
            return Long.compareUnsigned(stamp.version(), version.version());
        }
        if (target instanceof OfCreateRevision create) {
            return Long.compareUnsigned(
                    stamp.createRevision(), create.createRevision().value());
        }
        if (target instanceof OfModRevision mod) {
            return Long.compareUnsigned(stamp.modRevision(), mod.modRevision().value());
        }
        if (target instanceof OfValue value) {
            return entry.value().compareTo(value.value().value());
        }
        if (target instanceof OfLease lease) {
            return Long.compareUnsigned(entry.lease(), lease.lease().value());
        }
        throw new NotSupported("a comparison with " + target);
    }
}
