package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.store.Entry;
import io.rpcidl.samples.etcd.store.Stamp;
import io.rpcidl.samples.etcd.types.Key;
import io.rpcidl.samples.etcd.types.KeyValue;
import io.rpcidl.samples.etcd.types.LeaseId;
import io.rpcidl.samples.etcd.types.Revision;
import io.rpcidl.samples.etcd.types.Value;
import io.rpcidl.value.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows entries of the store as answers do. */
final class KeyValues {

    private static final Value NO_VALUE = new Value(Bytes.EMPTY);

    private KeyValues() {}

    static KeyValue of(Entry entry) {
        return of(entry, new Value(entry.value()));
    }

    /** The key without its value. */
    static KeyValue withoutValue(Entry entry) {
        return of(entry, NO_VALUE);
    }

    static List<KeyValue> of(List<Entry> entries) {
        return entries.stream().map(KeyValues::of).toList();
    }

    private static KeyValue of(Entry entry, Value value) {
        Stamp stamp = entry.stamp();
        return KeyValue.builder()
                .key(new Key(entry.key()))
                .createRevision(new Revision(stamp.createRevision()))
                .modRevision(new Revision(stamp.modRevision()))
                .version(stamp.version())
                .value(value)
                .lease(lease(entry))
                .build();
    }

    private static @Nullable LeaseId lease(Entry entry) {
        return entry.lease() == Entry.NO_LEASE ? null : new LeaseId(entry.lease());
    }
}
