package io.rpcidl.call;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts the connections of a server against their bounds: all of them, those of each place, and those that have not said
 * HELLO. Any thread.
 *
 * <p>Who has said nothing gives way to who comes: the eldest silent connection ends when there is one too many, so a flood of
 * them keeps nobody out who speaks at once. The table of places has an entry only for places with open connections.
 */
final class ConnectionQuota {
    private final ServerSettings.Bounds bounds;
    private final Map<String, Integer> byOrigin = new HashMap<>();
    private final Set<ServerConnection> silent = new LinkedHashSet<>();
    private int open;

    ConnectionQuota(ServerSettings.Bounds bounds) {
        this.bounds = bounds;
    }

    /** Takes a place for a connection; why there is none, or null. */
    synchronized @Nullable String take(String origin) {
        if (open >= bounds.total()) {
            return "the server has its " + bounds.total() + " connections already";
        }
        int others = byOrigin.getOrDefault(origin, 0);
        if (others >= bounds.perOrigin()) {
            return "there are " + bounds.perOrigin() + " connections of this address already";
        }
        open++;
        byOrigin.put(origin, others + 1);
        return null;
    }

    /** Gives the place back. */
    synchronized void release(ServerConnection connection) {
        open--;
        silent.remove(connection);
        byOrigin.computeIfPresent(connection.origin(), (origin, count) -> count == 1 ? null : count - 1);
    }

    /** The connection has its place and has said nothing; the one that has to go for it, or null. */
    synchronized @Nullable ServerConnection begins(ServerConnection connection) {
        silent.add(connection);
        if (silent.size() <= bounds.beforeHello()) {
            return null;
        }
        Iterator<ServerConnection> eldestFirst = silent.iterator();
        ServerConnection eldest = eldestFirst.next();
        eldestFirst.remove();
        return eldest;
    }

    /** The peer has said HELLO. */
    synchronized void spoke(ServerConnection connection) {
        silent.remove(connection);
    }

    /** Places for which connections are counted. */
    synchronized int origins() {
        return byOrigin.size();
    }
}
