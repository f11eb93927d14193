package io.rpcidl.simulation.host;

import io.rpcidl.RpcChannel;
import io.rpcidl.transport.Transport;
import java.util.concurrent.Executor;

/**
 * A mistake that is put between the runtime and its surroundings on purpose, to see whether the simulation finds it. The
 * surroundings are handed through these methods once for each client and server; by default they stay as they are.
 */
public interface Sabotage {
    /** Everything stays as it is. */
    Sabotage NONE = new Sabotage() {};

    /** Which end gets a transport. */
    enum End {
        /** A client. */
        CLIENT,
        /** A server. */
        SERVER
    }

    /** The transport of one end. */
    default Transport transport(End end, Transport honest) {
        return honest;
    }

    /** Where a server runs its handlers. */
    default Executor handlers(Executor honest) {
        return honest;
    }

    /** What a client makes its calls through. */
    default RpcChannel channel(RpcChannel honest) {
        return honest;
    }
}
