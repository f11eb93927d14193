package io.rpcidl.samples.etcd.store;

import io.rpcidl.value.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a thread sees that holds a lock of the store, until it is closed. */
abstract class LockedView implements View, AutoCloseable {

    private final Contents contents;
    private final Duration now;
    private final Runnable unlock;

    LockedView(Contents contents, Duration now, Runnable unlock) {
        this.contents = contents;
        this.now = now;
        this.unlock = unlock;
    }

    @Override
    public long revision() {
        return contents.revision();
    }

    @Override
    public final long compactRevision() {
        return contents.compactRevision();
    }

    @Override
    public final @Nullable Entry get(Bytes key) {
        return contents.keys().get(key, revision());
    }

    @Override
    public final List<Entry> range(KeyRange range, long revision) {
        checkReadable(revision);
        return contents.keys().range(range, revision);
    }

    @Override
    public final List<Version> changes(long revision) {
        checkReadable(revision);
        return contents.log().at(revision);
    }

    @Override
    public final @Nullable Entry before(Version step) {
        long before = step.revision() - 1;
        return before < compactRevision() ? null : contents.keys().get(step.key(), before);
    }

    @Override
    public final @Nullable LeaseView lease(long id) {
        HeldLease lease = contents.leases().find(id);
        return lease == null ? null : LeaseView.of(lease, now);
    }

    @Override
    public final List<Long> leases() {
        List<Long> ids = new ArrayList<>();
        contents.leases().all().forEach(lease -> ids.add(lease.id()));
        return ids;
    }

    @Override
    public final long hashKeys(long revision) {
        checkReadable(revision);
        ContentHash hash = new ContentHash();
        contents.keys().hash(hash, revision);
        return hash.value();
    }

    @Override
    public final long hashAll() {
        ContentHash hash = new ContentHash();
        contents.keys().hash(hash, revision());
        contents.leases().all().forEach(hash::add);
        return hash.value();
    }

    @Override
    public final long octets() {
        return contents.keys().octets();
    }

    @Override
    public final long allocatedOctets() {
        return contents.allocatedOctets();
    }

    /** Lets others go on. */
    @Override
    public void close() {
        unlock.run();
    }

    final void checkReadable(long revision) {
        if (revision < compactRevision() || revision > revision()) {
            throw new IllegalArgumentException("revision " + revision + " can't be read, only " + compactRevision()
                    + " to " + revision() + " can");
        }
    }
}
