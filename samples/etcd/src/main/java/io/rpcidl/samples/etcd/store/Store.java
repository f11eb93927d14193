package io.rpcidl.samples.etcd.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongSupplier;

/**
 * Keys and leases in memory, with the whole history of the keys since the last compaction. Any number of threads may
 * use it: readings go side by side, a change goes alone.
 *
 * <p>Leases end when the store is next used: nobody can see a key whose lease is over. Where somebody waits to be told of
 * it, {@link #expire} has to be called from time to time.
 */
public final class Store {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Contents contents = new Contents();
    private final LongSupplier clock;
    private final long start;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /**
     * A store without keys.
     *
     * @param clock nanoseconds since some moment; never runs backwards
     */
    public Store(LongSupplier clock) {
        this.clock = clock;
        this.start = clock.getAsLong();
    }

    /** Reads the store as it is now. The caller closes the reading, soon and on the same thread. */
    public Reading read() {
        lock.readLock().lock();
        Duration now = now();
        while (contents.leases().firstEnded(now) != null) {
            // a reading can't end leases, and its lock can't be raised to that of a change
            lock.readLock().unlock();
            change().close();
            lock.readLock().lock();
        }
        return new Reading(contents, now, lock.readLock()::unlock);
    }

    /** Changes the store. The caller commits and closes the change, soon and on the same thread. */
    public Change change() {
        lock.writeLock().lock();
        long before = contents.revision();
        Change change = new Change(contents, now(), () -> unlock(before));
        change.expire();
        return change;
    }

    /** Ends the leases whose time is over. */
    public void expire() {
        read().close();
    }

    /**
     * Has {@code listener} called behind each change that made a revision: on the thread that made it, which holds no lock by
     * then, and must not be held up.
     */
    public void whenChanged(Runnable listener) {
        listeners.add(listener);
    }

    /** Gives back the memory that compaction has freed. */
    public void trim() {
        lock.writeLock().lock();
        try {
            contents.trim();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void unlock(long before) {
        boolean changed = contents.revision() != before;
        lock.writeLock().unlock();
        if (changed) {
            listeners.forEach(Runnable::run);
        }
    }

    private Duration now() {
        return Duration.ofNanos(clock.getAsLong() - start);
    }
}
