package io.rpcidl.retry;

import java.time.Duration;

/**
 * Further attempts at a {@code readonly} call while the first is still under way: the first answer wins, the others are
 * cancelled. They come out of the same budget as retries.
 *
 * @param delay how long each attempt has before the next one is made, 0 or more
 * @param attempts how many attempts are made at most, 2 to 10
 */
public record Hedging(Duration delay, int attempts) {
    /** Checks both. */
    public Hedging {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("the delay of a hedged attempt is " + delay + "; choose 0 or more");
        }
        if (attempts < 2) {
            throw new IllegalArgumentException("hedging with " + attempts + " attempts is none; choose 2 or more");
        }
        RetryPolicy.requireAttempts(attempts);
    }
}
