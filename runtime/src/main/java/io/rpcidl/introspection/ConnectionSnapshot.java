package io.rpcidl.introspection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a connection of a server was doing.
 *
 * @param peer who is at the other end
 * @param age since it was opened
 * @param idle since its last call began or ended
 * @param calls those in flight
 * @param octets those that went over it and wait on it
 * @param draining whether it takes no more calls
 */
public record ConnectionSnapshot(Peer peer, Duration age, Duration idle, Calls calls, Octets octets, boolean draining) {
    /**
     * Who is at the other end.
     *
     * @param address for people
     * @param implementation how it calls itself; null before its HELLO is here
     * @param principal who an interceptor last said that it is, as text; null when none did
     * @param limits what it accepts; null before its HELLO is here
     */
    public record Peer(
            String address,
            @Nullable String implementation,
            @Nullable String principal,
            @Nullable PeerLimits limits) {}

    /**
     * What the peer accepts.
     *
     * @param largestFrame octets of a frame's payload
     * @param largestMessage octets of a message
     * @param callsInFlight calls of this end; 0 when it offers no services
     * @param requestBytes octets of requests of this end
     */
    public record PeerLimits(int largestFrame, int largestMessage, int callsInFlight, long requestBytes) {}

    /**
     * Calls.
     *
     * @param unanswered calls of the peer that are not answered
     * @param running calls of the peer whose handler has not ended, answered or not
     * @param limit how many of them may be running
     * @param refused calls of the peer that were refused without a handler, from the beginning
     * @param back calls of this end to the peer that are not answered
     */
    public record Calls(int unanswered, int running, int limit, long refused, int back) {}

    /**
     * Octets.
     *
     * @param received from the beginning
     * @param sent from the beginning, as far as the socket has taken them
     * @param unsent that wait for the socket, or for the peer to read
     * @param requests of requests that are held, each with 64 octets for its call
     * @param requestLimit how many of them may be
     */
    public record Octets(long received, long sent, long unsent, long requests, long requestLimit) {}
}
