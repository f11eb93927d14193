package io.rpcidl.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.retry.Backoff;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReconnectDelayTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    /** 1, 2, 4 seconds and so on, without a random part. */
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), 2, Duration.ofSeconds(60), 0);

    private final ReconnectDelay delay = new ReconnectDelay(BACKOFF, () -> 0L);
    private final long now = -17 * SECOND;

    @Test
    void waitsForNothingAtFirst() {
        assertThat(delay.retryAt()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void waitsLongerAfterEachFailureInARow() {
        delay.failed(now);
        assertThat(delay.retryAt()).isEqualTo(now + SECOND);
        delay.failed(now);
        assertThat(delay.retryAt()).isEqualTo(now + 2 * SECOND);
        delay.failed(now);
        assertThat(delay.retryAt()).isEqualTo(now + 4 * SECOND);
    }

    @Test
    void beginsAnewAfterAConnection() {
        delay.failed(now);
        delay.failed(now);
        delay.established(now);
        delay.failed(now);
        assertThat(delay.retryAt()).isEqualTo(now + SECOND);
    }

    @Test
    void doesNotWaitAfterAConnectionThatWasWorthHaving() {
        delay.failed(now);
        delay.established(now);
        delay.left(now + SECOND);
        assertThat(delay.retryAt()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void waitsFromTheSecondBriefConnectionOn() {
        brief(SECOND - 1);
        assertThat(delay.retryAt()).isEqualTo(Long.MIN_VALUE);
        brief(SECOND - 1);
        assertThat(delay.retryAt()).isEqualTo(now + 2 * SECOND - 1);
        brief(SECOND - 1);
        assertThat(delay.retryAt()).isEqualTo(now + 3 * SECOND - 1);
        brief(SECOND);
        assertThat(delay.retryAt()).isEqualTo(Long.MIN_VALUE);
        brief(0);
        assertThat(delay.retryAt()).isEqualTo(Long.MIN_VALUE);
    }

    private void brief(long life) {
        delay.established(now);
        delay.left(now + life);
    }

    @Test
    void forgetsWhenItIsTold() {
        delay.failed(now);
        delay.forget();
        assertThat(delay.retryAt()).isEqualTo(Long.MIN_VALUE);
    }
}
