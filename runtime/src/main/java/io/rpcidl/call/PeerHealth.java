package io.rpcidl.call;

/** Asks the server at the other end of a connection whether it serves. */
@FunctionalInterface
public interface PeerHealth {
    /**
     * Begins to ask, with calls over this connection and no other, which end with it. On the client's loop: it must not wait.
     *
     * @param listener told of each answer, on any thread; until the first one the server counts as serving
     * @return ends the asking when the connection takes no more calls; called once, on the client's loop
     */
    Runnable watch(ClientCalls calls, Listener listener);

    /** Told how the server is. */
    interface Listener {
        /** It serves. */
        void serving();

        /** It does not, for this reason. */
        void notServing(String why);
    }
}
