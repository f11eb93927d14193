package io.rpcidl.samples.etcd.store;

import io.rpcidl.value.Bytes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes a store while nobody else sees it. All of it happens at one revision, the next one, and it happens at
 * {@link #commit}; what is not committed when the change is closed has never been. For one thread.
 */
public final class Change extends LockedView {

    private final Contents contents;
    private final Duration now;
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final List<Version> steps = new ArrayList<>();
    private boolean written;
    private long oldest;

    Change(Contents contents, Duration now, Runnable unlock) {
        super(contents, now, unlock);
        this.contents = contents;
        this.now = now;
        this.oldest = contents.compactRevision();
    }

    /** The revision as this change makes it: the next one as soon as a key is written or deleted. */
    @Override
    public long revision() {
        return written ? contents.revision() + 1 : contents.revision();
    }

    /**
     * Writes a key.
     *
     * @param lease the lease that the key lives with from now on, or {@link Entry#NO_LEASE}
     * @throws IllegalArgumentException if there is no such lease
     */
    public void put(Bytes key, Bytes value, long lease) {
        if (lease != Entry.NO_LEASE && contents.leases().find(lease) == null) {
            throw new IllegalArgumentException("there is no lease " + Long.toUnsignedString(lease));
        }
        Entry before = get(key);
        long next = nextRevision();
        Stamp stamp = before == null ? Stamp.created(next) : before.stamp().changed(next);
        append(before, Version.of(new Entry(key, value, lease, stamp)));
    }

    /** Deletes the keys of a range, and returns them as they were. */
    public List<Entry> delete(KeyRange range) {
        List<Entry> entries = range(range, revision());
        entries.forEach(this::delete);
        return entries;
    }

    /**
     * Grants a lease from now on.
     *
     * @param id one that is not taken, or {@link Entry#NO_LEASE} to have one chosen
     * @return the id
     * @throws IllegalArgumentException if the id is taken
     */
    public long grant(long id, Duration timeToLive) {
        if (contents.leases().find(id) != null) {
            throw new IllegalArgumentException("there is a lease " + Long.toUnsignedString(id) + " already");
        }
        long chosen = id == Entry.NO_LEASE ? contents.leases().chooseId() : id;
        HeldLease lease = new HeldLease(chosen, timeToLive, now.plus(timeToLive));
        contents.leases().add(lease);
        undo.push(() -> contents.leases().remove(lease));
        return chosen;
    }

    /**
     * Gives a lease its whole time to live again, from now on, and returns that time.
     *
     * @throws IllegalArgumentException if there is no such lease
     */
    public Duration renew(long id) {
        HeldLease lease = held(id);
        Duration before = lease.end();
        contents.leases().endAt(lease, now.plus(lease.timeToLive()));
        undo.push(() -> contents.leases().endAt(lease, before));
        return lease.timeToLive();
    }

    /**
     * Ends a lease, and deletes the keys that live with it.
     *
     * @throws IllegalArgumentException if there is no such lease
     */
    public void revoke(long id) {
        revoke(held(id));
    }

    /**
     * Forgets the history before a revision once the change is committed.
     *
     * @param revision the oldest one that stays readable
     * @throws IllegalArgumentException if it can't be read now
     */
    public void compact(long revision) {
        checkReadable(revision);
        oldest = revision;
    }

    /** Makes the change visible: everything since it began, or since the last commit. */
    public void commit() {
        contents.log().append(revision(), steps);
        contents.advance(revision());
        contents.compact(oldest);
        written = false;
        steps.clear();
        undo.clear();
    }

    /** Takes back what is not committed, and lets others go on. */
    @Override
    public void close() {
        undo.forEach(Runnable::run);
        super.close();
    }

    /** Ends the leases whose time is over, each at a revision of its own. */
    void expire() {
        for (HeldLease ended = contents.leases().firstEnded(now);
                ended != null;
                ended = contents.leases().firstEnded(now)) {
            revoke(ended);
            commit();
        }
    }

    private HeldLease held(long id) {
        HeldLease lease = contents.leases().find(id);
        if (lease == null) {
            throw new IllegalArgumentException("there is no lease " + Long.toUnsignedString(id));
        }
        return lease;
    }

    private void revoke(HeldLease lease) {
        for (Bytes key : List.copyOf(lease.keys())) {
            Entry entry = get(key);
            if (entry != null) {
                delete(entry);
            }
        }
        contents.leases().remove(lease);
        undo.push(() -> contents.leases().add(lease));
    }

    private void delete(Entry entry) {
        append(entry, Version.deletion(entry.key(), nextRevision()));
    }

    private void append(@Nullable Entry before, Version version) {
        Bytes key = version.key();
        long oldLease = before == null ? Entry.NO_LEASE : before.lease();
        long newLease = version.lease();
        contents.keys().append(version);
        steps.add(version);
        contents.leases().move(key, oldLease, newLease);
        undo.push(() -> {
            contents.leases().move(key, newLease, oldLease);
            contents.keys().dropLast(key);
        });
    }

    private long nextRevision() {
        written = true;
        return revision();
    }
}
