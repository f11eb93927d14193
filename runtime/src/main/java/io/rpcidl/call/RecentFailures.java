package io.rpcidl.call;

import io.rpcidl.introspection.RecentFailure;
import io.rpcidl.value.Printable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The latest that went wrong, for who looks at a server. Any thread. */
final class RecentFailures {
    private static final int MOST = 64;

    private final ArrayDeque<Entry> entries = new ArrayDeque<>(MOST);

    private record Entry(long at, String peer, String text) {}

    /** Keeps what has happened, escaped and cut; the eldest entry makes room. */
    void add(long now, String peer, String text) {
        Entry entry = new Entry(now, Printable.text(peer), Printable.text(text));
        synchronized (this) {
            if (entries.size() == MOST) {
                entries.removeFirst();
            }
            entries.addLast(entry);
        }
    }

    /** The latest first. */
    synchronized List<RecentFailure> all(long now) {
        List<RecentFailure> all = new ArrayList<>(entries.size());
        for (Iterator<Entry> latestFirst = entries.descendingIterator(); latestFirst.hasNext(); ) {
            Entry entry = latestFirst.next();
            all.add(new RecentFailure(Duration.ofNanos(Math.max(0, now - entry.at())), entry.peer(), entry.text()));
        }
        return all;
    }
}
