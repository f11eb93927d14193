package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.kv.DuplicateKey;
import io.rpcidl.samples.etcd.store.KeyRange;
import io.rpcidl.samples.etcd.types.Key;
import io.rpcidl.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The keys that a list of operations writes and deletes, and the proof that no key is written twice. */
final class WrittenKeys {

    private final NavigableSet<Bytes> puts = new TreeSet<>();
    private final List<KeyRange> deletions = new ArrayList<>();

    void put(Bytes key) throws DuplicateKey {
        if (!puts.add(key)) {
            throw duplicate(key);
        }
    }

    void delete(KeyRange range) {
        deletions.add(range);
    }

    /** Refuses keys that are both written and deleted; to be called once all direct operations are in. */
    void requireDisjoint() throws DuplicateKey {
        requireDisjoint(puts, deletions);
    }

    /** Adds what happens besides: both this and the other happen, so they must not touch the same keys. */
    void addBoth(WrittenKeys other) throws DuplicateKey {
        requireDisjoint(puts, other.deletions);
        requireDisjoint(other.puts, deletions);
        for (Bytes key : other.puts) {
            put(key);
        }
        deletions.addAll(other.deletions);
    }

    /** Adds what happens instead: this or the other happens, so they may touch the same keys. */
    void addEither(WrittenKeys other) {
        puts.addAll(other.puts);
        deletions.addAll(other.deletions);
    }

    private static void requireDisjoint(NavigableSet<Bytes> puts, List<KeyRange> deletions) throws DuplicateKey {
        for (KeyRange range : deletions) {
            Bytes key = range.firstOf(puts);
            if (key != null) {
                throw duplicate(key);
            }
        }
    }

    private static DuplicateKey duplicate(Bytes key) {
        return new DuplicateKey(new Key(key));
    }
}
