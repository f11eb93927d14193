package io.rpcidl.call;

import java.util.ArrayList;
import java.util.List;

/** The connections of one client that may have something to send, until they have had their turn; only on the loop. */
final class PendingTurns {
    private final List<LinkedConnection> connections = new ArrayList<>();

    /** Adds a connection that is not here yet; true when it is the only one, so that somebody has to come for it. */
    boolean add(LinkedConnection connection) {
        if (!connection.touch()) {
            return false;
        }
        connections.add(connection);
        return connections.size() == 1;
    }

    /** Gives each of them its turn, those with them that are added meanwhile. */
    void take() {
        Throwable failure = null;
        for (int i = 0; i < connections.size(); i++) {
            try {
                connections.get(i).touchedTurn();
            } catch (RuntimeException | Error thrown) { // it has seen to its own end
                failure = thrown;
            }
        }
        connections.clear();
        Inbox.rethrow(failure);
    }
}
