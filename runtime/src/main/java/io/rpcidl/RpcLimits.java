package io.rpcidl;

/**
 * The bounds within which a client or a server works; whatever goes over one of them is refused before memory is taken for
 * it.
 *
 * @param largestMessage octets of a request or a reply, 65,536 to 1,073,741,824
 * @param callsInFlight calls that one connection of a server may have in flight, 16 to 1,048,576
 * @param requestBytesInFlight octets of requests that one connection of a server may hold, at least 1,048,576
 * @param streamBytesInFlight octets that the items of all streams of one connection may take which the peer has sent, or may
 *     send, and the application has not taken, at least 65,536: the least that one stream has
 * @param waitingCalls calls that may wait in a client for a connection or its capacity, at least 1
 * @param connections connections that a server may have open, at least 1
 * @param connectionsPerAddress connections that a server may have open to one address, at least 1; a network of IPv6 addresses
 *     (/64) counts as one, and so do all peers of a Unix socket
 * @param connectionsBeforeHello connections whose peer has said nothing yet, at least 1; the eldest of them gives way
 */
public record RpcLimits(
        int largestMessage,
        int callsInFlight,
        long requestBytesInFlight,
        long streamBytesInFlight,
        int waitingCalls,
        int connections,
        int connectionsPerAddress,
        int connectionsBeforeHello) {
    /**
     * 4 MiB, 4,096 calls, 16 MiB of requests and 64 MiB of items in flight, 10,000 waiting calls, 8,192 connections, 4,096 of
     * them to one address, 1,024 before HELLO.
     */
    public static final RpcLimits DEFAULTS =
            new RpcLimits(4 << 20, 4_096, 16L << 20, 64L << 20, 10_000, 8_192, 4_096, 1_024);

    /** Checks each bound. */
    public RpcLimits {
        require("largest message", largestMessage, 65_536, 1 << 30);
        require("calls in flight", callsInFlight, 16, 1 << 20);
        require("request bytes in flight", requestBytesInFlight, 1 << 20, Long.MAX_VALUE);
        require("stream bytes in flight", streamBytesInFlight, 65_536, Long.MAX_VALUE);
        require("waiting calls", waitingCalls, 1, Integer.MAX_VALUE);
        require("connections", connections, 1, Integer.MAX_VALUE);
        require("connections per address", connectionsPerAddress, 1, Integer.MAX_VALUE);
        require("connections before HELLO", connectionsBeforeHello, 1, Integer.MAX_VALUE);
    }

    /** These limits with another largest message. */
    public RpcLimits withLargestMessage(int octets) {
        return new RpcLimits(
                octets,
                callsInFlight,
                requestBytesInFlight,
                streamBytesInFlight,
                waitingCalls,
                connections,
                connectionsPerAddress,
                connectionsBeforeHello);
    }

    /** These limits with another number of calls in flight. */
    public RpcLimits withCallsInFlight(int calls) {
        return new RpcLimits(
                largestMessage,
                calls,
                requestBytesInFlight,
                streamBytesInFlight,
                waitingCalls,
                connections,
                connectionsPerAddress,
                connectionsBeforeHello);
    }

    /** These limits with another bound of request octets in flight. */
    public RpcLimits withRequestBytesInFlight(long octets) {
        return new RpcLimits(
                largestMessage,
                callsInFlight,
                octets,
                streamBytesInFlight,
                waitingCalls,
                connections,
                connectionsPerAddress,
                connectionsBeforeHello);
    }

    /** These limits with another bound of the octets that items may take. */
    public RpcLimits withStreamBytesInFlight(long octets) {
        return new RpcLimits(
                largestMessage,
                callsInFlight,
                requestBytesInFlight,
                octets,
                waitingCalls,
                connections,
                connectionsPerAddress,
                connectionsBeforeHello);
    }

    /** These limits with another number of waiting calls. */
    public RpcLimits withWaitingCalls(int calls) {
        return new RpcLimits(
                largestMessage,
                callsInFlight,
                requestBytesInFlight,
                streamBytesInFlight,
                calls,
                connections,
                connectionsPerAddress,
                connectionsBeforeHello);
    }

    /** These limits with another number of connections. */
    public RpcLimits withConnections(int count) {
        return new RpcLimits(
                largestMessage,
                callsInFlight,
                requestBytesInFlight,
                streamBytesInFlight,
                waitingCalls,
                count,
                connectionsPerAddress,
                connectionsBeforeHello);
    }

    /** These limits with another number of connections per address. */
    public RpcLimits withConnectionsPerAddress(int count) {
        return new RpcLimits(
                largestMessage,
                callsInFlight,
                requestBytesInFlight,
                streamBytesInFlight,
                waitingCalls,
                connections,
                count,
                connectionsBeforeHello);
    }

    /** These limits with another number of connections before HELLO. */
    public RpcLimits withConnectionsBeforeHello(int count) {
        return new RpcLimits(
                largestMessage,
                callsInFlight,
                requestBytesInFlight,
                streamBytesInFlight,
                waitingCalls,
                connections,
                connectionsPerAddress,
                count);
    }

    private static void require(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "the limit '" + name + "' is " + value + "; choose one from " + least + " to " + most);
        }
    }
}
