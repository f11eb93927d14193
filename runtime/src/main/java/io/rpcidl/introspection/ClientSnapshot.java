package io.rpcidl.introspection;

import io.rpcidl.balance.ConnectionState;
import io.rpcidl.value.RpcCode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a client was doing, at one moment of its loop: all parts fit together.
 *
 * @param state how far it had come with its servers as a whole
 * @param calls what has become of its calls
 * @param retries what it has done to have calls succeed
 * @param addresses those that it knows, in the resolver's order; none before the first call
 * @param connections those that were open, in the order in which they were opened
 * @param failures the latest that went wrong with addresses and connections, the latest first, at most 64
 */
public record ClientSnapshot(
        ConnectionState state,
        Calls calls,
        Retries retries,
        List<AddressSnapshot> addresses,
        List<ClientConnectionSnapshot> connections,
        List<RecentFailure> failures) {
    /** Copies the lists. */
    public ClientSnapshot {
        addresses = List.copyOf(addresses);
        connections = List.copyOf(connections);
        failures = List.copyOf(failures);
    }

    /**
     * Calls since the client was built, each counted once however many attempts it took. Those that were refused on their
     * caller's thread, and those whose answer their caller can't read, are not among the failed ones.
     *
     * @param made those that came to the client's loop
     * @param answered those that ended with a result or a declared error
     * @param failed those that ended otherwise, by code
     * @param withoutConnection those that wait for a connection
     * @param betweenAttempts those that wait for the time of their next attempt
     */
    public record Calls(
            long made, long answered, Map<RpcCode, Long> failed, int withoutConnection, int betweenAttempts) {
        /** Copies the map. */
        public Calls {
            Map<RpcCode, Long> sorted = new EnumMap<>(RpcCode.class);
            sorted.putAll(failed);
            failed = Collections.unmodifiableMap(sorted);
        }

        /** Calls that have not ended. */
        public long unfinished() {
            long ended = answered;
            for (long count : failed.values()) {
                ended += count;
            }
            return made - ended;
        }
    }

    /**
     * Further attempts since the client was built.
     *
     * @param made attempts that followed on one that had failed, at once or after a pause
     * @param hedges attempts that began while another was under way
     * @param declined attempts that would have been safe and useful, and were not made because the budget was empty
     * @param budget how many attempts it would pay for now; those that no server has seen are free
     * @param budgetLimit the most that it saves up
     */
    public record Retries(long made, long hedges, long declined, long budget, long budgetLimit) {}
}
