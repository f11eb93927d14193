package io.rpcidl.balance;

/**
 * Chooses a connection for each call, out of those that were ready when it was made; immutable but for its place in a round.
 *
 * @param <C> the connections
 */
@FunctionalInterface
public interface Picker<C extends Candidate> {
    /** The connection for one call; on the client's loop, at every call. */
    C pick();
}
