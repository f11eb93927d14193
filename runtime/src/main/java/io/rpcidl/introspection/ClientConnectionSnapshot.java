package io.rpcidl.introspection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a connection of a client was doing.
 *
 * @param peer who is at the other end
 * @param age since it was opened
 * @param idle since its last call began or ended
 * @param calls those that it carries, in both directions
 * @param octets those that went over it and wait on it
 * @param draining whether it takes no more calls, and finishes what it has
 */
public record ClientConnectionSnapshot(
        Peer peer, Duration age, Duration idle, Calls calls, Octets octets, boolean draining) {
    /**
     * Who is at the other end.
     *
     * @param address for people
     * @param implementation how it calls itself; null before its HELLO is here
     * @param limits what it accepts; null before its HELLO is here
     */
    public record Peer(
            String address, @Nullable String implementation, ConnectionSnapshot.@Nullable PeerLimits limits) {}

    /**
     * Calls.
     *
     * @param waiting calls of this end that wait for a free place at the server or for the socket: none of them has left
     * @param inFlight calls of this end that have left, or begun to, and are not answered
     * @param failed attempts of this end that failed, from the beginning
     * @param back calls of the server to this end that are not answered
     */
    public record Calls(int waiting, int inFlight, long failed, int back) {}

    /**
     * Octets.
     *
     * @param received from the beginning
     * @param sent from the beginning, as far as the socket has taken them
     * @param unsent that wait for the socket, or for the server to read
     */
    public record Octets(long received, long sent, long unsent) {}
}
