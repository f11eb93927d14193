package io.rpcidl.connection;

import io.rpcidl.frame.ConnectionLimits;

/**
 * What a connection is told when it begins.
 *
 * @param limits what this end announces and accepts
 * @param services what this end offers
 * @param times its timeouts
 * @param waitingCalls how many calls may wait in the withdrawable queue, at least 1
 * @param streamBytes what the items of all streams together may take that the peer has sent or may send, at least 64 KiB
 * @param identity what HELLO says of this process
 * @param budgets what it shares with other connections
 */
public record ConnectionSettings(
        ConnectionLimits limits,
        ServiceTable services,
        ConnectionTimes times,
        int waitingCalls,
        long streamBytes,
        Identity identity,
        Budgets budgets) {

    private static final int WAITING_CALLS = 10_000;
    private static final long STREAM_BYTES = 64 << 20;

    /**
     * What HELLO says of this process.
     *
     * @param incarnation a number that a restarted process does not share with its predecessor, 0 for: not stated
     * @param implementation a name for the peer's log, cut to 128 bytes
     */
    public record Identity(long incarnation, String implementation) {}

    /**
     * What many connections hold together: of their peers' requests and items, and of answers that are on their way.
     *
     * @param inbound octets that have come
     * @param outbound octets that have not gone
     */
    public record Budgets(ByteBudget inbound, ByteBudget outbound) {
        /** No bound beyond those of each connection. */
        public static final Budgets UNBOUNDED = new Budgets(ByteBudget.unbounded(), ByteBudget.unbounded());
    }

    /** Refuses a queue for no call. */
    public ConnectionSettings {
        if (waitingCalls < 1) {
            throw new IllegalArgumentException("'waiting calls' is " + waitingCalls + ", at least 1 is needed");
        }
        if (streamBytes < limits.streamCredit()) {
            throw new IllegalArgumentException("'stream bytes' is " + streamBytes + ", a stream begins with "
                    + limits.streamCredit() + "; at least one must fit");
        }
    }

    /** The defaults of an end that offers these services. */
    public static ConnectionSettings offering(ServiceTable services) {
        return new ConnectionSettings(
                ConnectionLimits.DEFAULT,
                services,
                ConnectionTimes.DEFAULT,
                WAITING_CALLS,
                STREAM_BYTES,
                new Identity(0, "rpcidl-java"),
                Budgets.UNBOUNDED);
    }

    /** The defaults of an end that only calls. */
    public static ConnectionSettings calling() {
        return offering(ServiceTable.EMPTY).withLimits(ConnectionLimits.DEFAULT.withCallsInFlight(0));
    }

    /** The same settings with other limits. */
    public ConnectionSettings withLimits(ConnectionLimits other) {
        return new ConnectionSettings(other, services, times, waitingCalls, streamBytes, identity, budgets);
    }

    /** The same settings with other timeouts. */
    public ConnectionSettings withTimes(ConnectionTimes other) {
        return new ConnectionSettings(limits, services, other, waitingCalls, streamBytes, identity, budgets);
    }

    /** The same settings with another queue. */
    public ConnectionSettings withWaitingCalls(int calls) {
        return new ConnectionSettings(limits, services, times, calls, streamBytes, identity, budgets);
    }

    /** The same settings with another bound for the items of all streams. */
    public ConnectionSettings withStreamBytes(long bytes) {
        return new ConnectionSettings(limits, services, times, waitingCalls, bytes, identity, budgets);
    }

    /** The same settings with another identity. */
    public ConnectionSettings withIdentity(Identity other) {
        return new ConnectionSettings(limits, services, times, waitingCalls, streamBytes, other, budgets);
    }

    /** The same settings with budgets that other connections share. */
    public ConnectionSettings withBudgets(Budgets shared) {
        return new ConnectionSettings(limits, services, times, waitingCalls, streamBytes, identity, shared);
    }
}
