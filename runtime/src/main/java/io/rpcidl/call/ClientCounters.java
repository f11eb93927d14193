package io.rpcidl.call;

import io.rpcidl.introspection.ClientSnapshot;
import io.rpcidl.value.RpcCode;
import java.util.EnumMap;
import java.util.Map;

/** Counts the calls of one client, and their further attempts; only on the loop. */
final class ClientCounters {
    private static final RpcCode[] CODES = RpcCode.values();

    private final long[] failed = new long[CODES.length];
    private long made;
    private long active;
    private long retries;
    private long hedges;
    private long declined;

    /** A call was handed to the loop. */
    void made() {
        made++;
        active++;
    }

    /** A call has ended, whatever with. */
    void ended() {
        active--;
    }

    /** A call is about to end without an answer. */
    void failed(RpcCode code) {
        failed[code.ordinal()]++;
    }

    void retried() {
        retries++;
    }

    void hedged() {
        hedges++;
    }

    /** An attempt was not made, for want of budget. */
    void declined() {
        declined++;
    }

    /** Calls that were made and have not ended. */
    long active() {
        return active;
    }

    ClientSnapshot.Calls calls(int withoutConnection, int betweenAttempts) {
        Map<RpcCode, Long> failures = new EnumMap<>(RpcCode.class);
        long answered = made - active;
        for (RpcCode code : CODES) {
            long count = failed[code.ordinal()];
            if (count > 0) {
                failures.put(code, count);
                answered -= count;
            }
        }
        return new ClientSnapshot.Calls(made, answered, failures, withoutConnection, betweenAttempts);
    }

    ClientSnapshot.Retries retries(RetryBudget budget) {
        return new ClientSnapshot.Retries(retries, hedges, declined, budget.attempts(), budget.mostAttempts());
    }
}
