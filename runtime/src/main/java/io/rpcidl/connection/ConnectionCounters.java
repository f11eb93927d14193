package io.rpcidl.connection;

/**
 * What a connection is doing, for introspection.
 *
 * @param waiting calls in the withdrawable queue
 * @param inFlight calls of this end that the peer has not answered
 * @param failed calls of this end that failed, from the beginning
 * @param incoming calls of the peer that are not answered
 * @param slots calls of the peer whose handler has not ended
 * @param refused calls of the peer that were refused without a handler, from the beginning
 * @param requestBytes bytes of the peer's requests that are held
 * @param outstanding bytes of output that the socket has not taken
 * @param dropped frames for ended calls, from the beginning
 * @param received bytes that have come, from the beginning
 * @param taken bytes that the socket has taken, from the beginning
 * @param lastCallAt when the last call began or ended, on the connection's clock
 */
public record ConnectionCounters(
        int waiting,
        int inFlight,
        long failed,
        int incoming,
        int slots,
        long refused,
        long requestBytes,
        long outstanding,
        long dropped,
        long received,
        long taken,
        long lastCallAt) {}
