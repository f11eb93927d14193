package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.kv.SortOrder;
import io.rpcidl.samples.etcd.kv.SortTarget;
import io.rpcidl.samples.etcd.store.Entry;
import java.util.Comparator;

/** The order that a request asks for. */
final class EntryOrder {

    private EntryOrder() {}

    /** Sorting by it must be stable: keys that are equal in the target stay in the order of the store. */
    static Comparator<Entry> of(SortTarget target, SortOrder order) {
        Comparator<Entry> ascending = by(target);
        return order == SortOrder.DESCEND ? ascending.reversed() : ascending;
    }

    private static Comparator<Entry> by(SortTarget target) {
        return switch (target) {
            case KEY -> Comparator.comparing(Entry::key);
            case VERSION -> Comparator.comparingLong(entry -> entry.stamp().version());
            case CREATE -> Comparator.comparingLong(entry -> entry.stamp().createRevision());
            case MOD -> Comparator.comparingLong(entry -> entry.stamp().modRevision());
            case VALUE -> Comparator.comparing(Entry::value);
        };
    }
}
