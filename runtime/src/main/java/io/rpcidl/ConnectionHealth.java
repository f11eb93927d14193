package io.rpcidl;

/**
 * Asks each server of a client whether it serves, so that calls go to those that do. A server that says it does not is left
 * out until it says otherwise; its connection stays, and what is in flight on it is finished.
 */
@FunctionalInterface
public interface ConnectionHealth {
    /**
     * Begins to ask a server that has just been connected, usually with a stream on which it tells of each change. It is
     * called on the client's loop and must not wait: asynchronous calls only.
     *
     * @param server makes calls over this connection and no other; they end with it
     * @param listener told of each answer, on any thread; until the first one the server counts as serving
     * @return ends the asking when the client does not need the connection for calls any more; called once, on its loop
     */
    Runnable watch(RpcChannel server, Listener listener);

    /** Told how a server is. */
    interface Listener {
        /** It serves, or can't say. */
        void serving();

        /** It does not serve, for this reason. */
        void notServing(String why);
    }
}
