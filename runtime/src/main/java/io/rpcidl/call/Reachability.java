package io.rpcidl.call;

import io.rpcidl.balance.ConnectionState;
import io.rpcidl.connection.CallFailure;

/** What addresses and connections together say of the way to the servers; only on the loop. */
final class Reachability {
    private final Subchannels subchannels;
    private final Resolving resolving;

    Reachability(Subchannels subchannels, Resolving resolving) {
        this.subchannels = subchannels;
        this.resolving = resolving;
    }

    /** Whether a connection may be there soon. */
    boolean hopeful() {
        return subchannels.connecting() || resolving.pending();
    }

    /** From when on there is something to look for or to connect to. */
    long dueAt() {
        return Math.min(resolving.dueAt(), subchannels.dueAt());
    }

    ConnectionState state() {
        ConnectionState known = subchannels.state();
        if (known != ConnectionState.IDLE) {
            return known;
        }
        if (resolving.pending()) {
            return ConnectionState.CONNECTING;
        }
        return resolving.failure() == null ? ConnectionState.IDLE : ConnectionState.TRANSIENT_FAILURE;
    }

    /** What becomes of calls that do not wait. */
    CallFailure noConnection() {
        String unresolved = resolving.failure();
        return Failures.noConnection(
                unresolved == null
                        ? subchannels.failure(resolving.target())
                        : "can't find the addresses of " + resolving.target() + ": " + unresolved);
    }

    /** What becomes of calls whose deadline passes while they wait. */
    CallFailure deadlinePassed() {
        return Failures.deadlineWithoutConnection(
                hopeful() ? "it is still being made" : noConnection().text());
    }
}
