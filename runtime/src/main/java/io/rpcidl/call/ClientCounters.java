package io.rpcidl.call;

import io.rpcidl.introspection.ClientSnapshot;
import io.rpcidl.value.RpcCode;
import java.util.EnumMap;
import java.util.Map;

/** Counts the calls of one client, and their further attempts; only on the loop. */
final class ClientCounters {
    private final Map<RpcCode, Long> failed = new EnumMap<>(RpcCode.class);
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
        failed.merge(code, 1L, Long::sum);
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
        long answered = made - active;
        for (long count : failed.values()) {
            answered -= count;
        }
        return new ClientSnapshot.Calls(made, answered, failed, withoutConnection, betweenAttempts);
    }

    ClientSnapshot.Retries retries(RetryBudget budget) {
        return new ClientSnapshot.Retries(retries, hedges, declined, budget.attempts(), budget.mostAttempts());
    }
}
