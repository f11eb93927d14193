package io.rpcidl.call;

import org.jspecify.annotations.Nullable;

/** Asks the server at the other end of one connection how it is, as the application has said; only on the loop. */
final class HealthWatch {
    private static final System.Logger LOG = System.getLogger(HealthWatch.class.getName());

    private final @Nullable Runnable end;

    private HealthWatch(@Nullable Runnable end) {
        this.end = end;
    }

    /** Begins to ask; when the application does not want to, or fails to, the server counts as serving. */
    static HealthWatch begin(ClientConnections client, ClientConnection connection, PeerHealth.Listener listener) {
        PeerHealth health = client.settings().channel().health();
        if (health == null) {
            return new HealthWatch(null);
        }
        try {
            return new HealthWatch(health.watch(ClientCalls.over(connection, client), listener));
        } catch (RuntimeException | Error faulty) { // the loop has other connections
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the health of " + connection.peer() + " is not watched, and it counts as serving",
                    faulty);
            return new HealthWatch(null);
        }
    }

    /** Asks no more. */
    void stop() {
        if (end == null) {
            return;
        }
        try {
            end.run();
        } catch (RuntimeException | Error faulty) { // it is code of the application
            LOG.log(System.Logger.Level.WARNING, "what ends a watch of a server's health has failed", faulty);
        }
    }
}
