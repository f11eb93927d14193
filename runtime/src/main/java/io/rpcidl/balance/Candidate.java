package io.rpcidl.balance;

import io.rpcidl.transport.Endpoint;

/** A connection that is ready for a call; on the client's loop. */
public interface Candidate {
    /** The address that it leads to. */
    Endpoint endpoint();

    /** How many calls of this client are on it and have no answer, those in its queue with them. */
    int unfinishedCalls();
}
