package io.rpcidl.call;

import io.rpcidl.retry.Backoff;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When an address may be tried again: later after each attempt that fails in a row, at once after a connection that was worth
 * having. Connections that end as soon as they are made count as failures from the second in a row on, so that a server that
 * greets everybody and hangs up is not asked in a loop.
 */
final class ReconnectDelay {
    private final Backoff backoff;
    private final RandomGenerator random;
    private final long brief;
    private int failures;
    private int briefInARow;
    private long establishedAt;
    private long retryAt = Long.MIN_VALUE;

    ReconnectDelay(Backoff backoff, RandomGenerator random) {
        this.backoff = backoff;
        this.random = random;
        this.brief = backoff.first().toNanos();
    }

    /** From when on another attempt may begin. */
    long retryAt() {
        return retryAt;
    }

    /** How long no other attempt may begin. */
    Duration pause(long now) {
        return retryAt <= now ? Duration.ZERO : Duration.ofNanos(retryAt - now);
    }

    /** Lets the next attempt begin at once. */
    void forget() {
        retryAt = Long.MIN_VALUE;
    }

    void failed(long now) {
        failures++;
        retryAt = now + backoff.nanos(failures, random);
    }

    void established(long now) {
        failures = 0;
        establishedAt = now;
    }

    /** The connection takes no more calls. */
    void left(long now) {
        briefInARow = now - establishedAt < brief ? briefInARow + 1 : 0;
        retryAt = briefInARow > 1 ? now + backoff.nanos(briefInARow - 1, random) : Long.MIN_VALUE;
    }
}
