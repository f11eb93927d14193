package io.rpcidl.retry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after each of several failures in a row: the first wait, multiplied again and again, up to a longest one,
 * and each time longer or shorter by a random part, so that many who failed together do not come back together.
 *
 * @param first the wait after the first failure, above 0
 * @param factor by which each wait is longer than the one before, at least 1
 * @param longest what no wait exceeds but for its random part, at least {@code first}
 * @param jitter how far a wait may lie beside its value, as a part of it: from 0 to less than 1
 */
public record Backoff(Duration first, double factor, Duration longest, double jitter) {
    /** For connections: 1 s, 1.6 times longer each time, up to 120 s, a fifth more or less. */
    public static final Backoff RECONNECT = new Backoff(Duration.ofSeconds(1), 1.6, Duration.ofSeconds(120), 0.2);

    /** For attempts at a call: 50 ms, twice as long each time, up to 2 s, half of it more or less. */
    public static final Backoff RETRY = new Backoff(Duration.ofMillis(50), 2, Duration.ofSeconds(2), 0.5);

    private static final long LONGEST_DAYS = 1;

    /** Checks each part. */
    public Backoff {
        if (first.isNegative() || first.isZero()) {
            throw new IllegalArgumentException("the first wait is " + first + "; choose one above 0");
        }
        if (longest.compareTo(first) < 0 || longest.compareTo(Duration.ofDays(LONGEST_DAYS)) > 0) {
            throw new IllegalArgumentException(
                    "the longest wait is " + longest + "; choose one from the first, " + first + ", to a day");
        }
        if (!(factor >= 1 && factor <= 1_000)) {
            throw new IllegalArgumentException("the factor is " + factor + "; choose one from 1 to 1000");
        }
        if (!(jitter >= 0 && jitter < 1)) {
            throw new IllegalArgumentException("the jitter is " + jitter + "; choose one from 0 to less than 1");
        }
    }

    /**
     * The wait after so many failures in a row, in nanoseconds, at least 1.
     *
     * @param failures at least 1
     * @param random decides on the random part
     */
    public long nanos(int failures, RandomGenerator random) {
        double grown = first.toNanos() * Math.pow(factor, Math.max(0, failures - 1));
        double bounded = Math.min(grown, (double) longest.toNanos());
        double spread = jitter == 0 ? 1 : 1 - jitter + 2 * jitter * random.nextDouble();
        return Math.max(1, (long) (bounded * spread));
    }
}
