package io.rpcidl.call;

import io.rpcidl.retry.Hedging;
import org.jspecify.annotations.Nullable;

/**
 * What a client does for a call beyond one attempt.
 *
 * @param patience what the call does while there is no connection
 * @param attempts how many attempts it has at most
 * @param hedging how attempts overlap, or null when they do not
 */
public record CallPolicy(
        Patience patience, int attempts, @Nullable Hedging hedging) {
    /** Where nobody has said anything: over a connection that is there, once. */
    public static final CallPolicy ONCE = new CallPolicy(Patience.FAIL_FAST, 1, null);

    /** The same without hedging. */
    public CallPolicy unhedged() {
        return hedging == null ? this : new CallPolicy(patience, attempts, null);
    }
}
