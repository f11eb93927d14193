package io.rpcidl.retry;

import java.time.Duration;
import java.util.Objects;

/**
 * How often a client tries a call that failed. Whether it may try again at all is not a matter of policy: only a call that was
 * not executed, or one that may have been and whose method is {@code idempotent} or {@code readonly}, and only when the
 * failure is a passing one.
 *
 * @param attempts how many attempts a call has, 1 to 10; hedged ones count too
 * @param backoff how long a call waits before another attempt
 * @param longestWait what a server may ask for at most: when it wants more time than that, the call fails with what it said
 * @param budgetPercent how many further attempts all calls of a client together may make, in percent of its calls, 0 to 100
 * @param reserve how many they may make beyond that before the budget is used up, 0 to 1,000
 */
public record RetryPolicy(int attempts, Backoff backoff, Duration longestWait, int budgetPercent, int reserve) {
    /** Up to 4 attempts; the waits of {@link Backoff#RETRY}; a server may ask for a minute; 20 % of the calls and 10 more. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(4, Backoff.RETRY, Duration.ofMinutes(1), 20, 10);

    private static final int MOST_ATTEMPTS = 10;
    private static final int LARGEST_RESERVE = 1_000;

    /** Checks each part. */
    public RetryPolicy {
        Objects.requireNonNull(backoff, "backoff");
        requireAttempts(attempts);
        if (longestWait.isNegative()) {
            throw new IllegalArgumentException("the longest wait is " + longestWait + "; choose 0 or more");
        }
        if (budgetPercent < 0 || budgetPercent > 100) {
            throw new IllegalArgumentException("the budget is " + budgetPercent + " percent; choose 0 to 100");
        }
        if (reserve < 0 || reserve > LARGEST_RESERVE) {
            throw new IllegalArgumentException(
                    "the reserve is " + reserve + " attempts; choose 0 to " + LARGEST_RESERVE);
        }
    }

    /** Refuses a number of attempts that is not 1 to 10. */
    public static void requireAttempts(int attempts) {
        if (attempts < 1 || attempts > MOST_ATTEMPTS) {
            throw new IllegalArgumentException(
                    "a call can't have " + attempts + " attempts; choose 1 to " + MOST_ATTEMPTS);
        }
    }

    /** This policy with another number of attempts. */
    public RetryPolicy withAttempts(int count) {
        return new RetryPolicy(count, backoff, longestWait, budgetPercent, reserve);
    }

    /** This policy with other waits. */
    public RetryPolicy withBackoff(Backoff waits) {
        return new RetryPolicy(attempts, waits, longestWait, budgetPercent, reserve);
    }

    /** This policy with another bound of what a server may ask for. */
    public RetryPolicy withLongestWait(Duration longest) {
        return new RetryPolicy(attempts, backoff, longest, budgetPercent, reserve);
    }

    /** This policy with another budget. */
    public RetryPolicy withBudget(int percent, int beyond) {
        return new RetryPolicy(attempts, backoff, longestWait, percent, beyond);
    }
}
