package io.rpcidl.introspection;

import java.util.List;

/**
 * What a server was doing. Each connection was looked at on its own loop, so the parts are from moments that lie close together,
 * and counts of one part may be ahead of those of another.
 *
 * @param state how far it had come
 * @param totals what has happened since it was built
 * @param memory what its connections, and all others with the same budgets, held
 * @param connections those that were open, in the order in which they were opened
 * @param methods all methods that it offers, by service and number
 * @param failures the latest that went wrong, the latest first, at most 64
 */
public record ServerSnapshot(
        ServerState state,
        Totals totals,
        Memory memory,
        List<ConnectionSnapshot> connections,
        List<MethodSnapshot> methods,
        List<RecentFailure> failures) {
    /** Copies the lists. */
    public ServerSnapshot {
        connections = List.copyOf(connections);
        methods = List.copyOf(methods);
        failures = List.copyOf(failures);
    }

    /**
     * Octets, counted in pieces of 4 KiB for each connection.
     *
     * @param inbound of requests and items that have come
     * @param inboundLimit the most of them
     * @param outbound of answers that have not gone
     * @param outboundLimit the most of them
     */
    public record Memory(long inbound, long inboundLimit, long outbound, long outboundLimit) {}

    /**
     * What has happened since the server was built.
     *
     * @param accepted connections that were taken
     * @param refused connections that were not, because of a limit or the end of the server
     * @param evicted connections that were ended because they had said nothing and others came
     */
    public record Totals(long accepted, long refused, long evicted) {}
}
