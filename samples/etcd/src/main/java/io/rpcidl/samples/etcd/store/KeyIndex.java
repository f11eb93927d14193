package io.rpcidl.samples.etcd.store;

import io.rpcidl.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All keys, in their order, each with its history. Guarded by the lock of the store. */
final class KeyIndex {

    private final NavigableMap<Bytes, KeyHistory> histories = new TreeMap<>();
    private long octets;

    /** The key as it was at a revision, or null when it was not there. */
    @Nullable
    Entry get(Bytes key, long revision) {
        KeyHistory history = histories.get(key);
        return history == null ? null : history.at(revision);
    }

    /** The keys of a range as they were at a revision, in their order. */
    List<Entry> range(KeyRange range, long revision) {
        List<Entry> entries = new ArrayList<>();
        for (KeyHistory history : range.of(histories).values()) {
            Entry entry = history.at(revision);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    void append(Version version) {
        histories.computeIfAbsent(version.key(), key -> new KeyHistory()).append(version);
        octets += version.octets();
    }

    /** Takes back the last {@link #append} of the key. */
    void dropLast(Bytes key) {
        histories.computeIfPresent(key, (same, history) -> {
            octets -= history.dropLast().octets();
            return history.isEmpty() ? null : history;
        });
    }

    /** Forgets what no revision from this one on can see. */
    void compact(long revision) {
        histories.values().removeIf(history -> {
            octets -= history.compact(revision);
            return history.isEmpty();
        });
    }

    /** Adds each version up to a revision to the hash, in the order of the keys. */
    void hash(ContentHash hash, long revision) {
        for (Map.Entry<Bytes, KeyHistory> key : histories.entrySet()) {
            for (Version version : key.getValue().versions()) {
                if (version.revision() <= revision) {
                    hash.add(version);
                }
            }
        }
    }

    /** The octets of all keys and values of all versions. */
    long octets() {
        return octets;
    }
}
