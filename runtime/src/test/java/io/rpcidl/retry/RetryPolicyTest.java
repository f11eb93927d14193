package io.rpcidl.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    @Test
    void waitsGrowToALongestOneAndLieAroundTheirValue() {
        SplittableRandom random = new SplittableRandom(1);
        double expected = 1_000;
        for (int failures = 1; failures <= 30; failures++) {
            for (int i = 0; i < 100; i++) {
                long millis = TimeUnit.NANOSECONDS.toMillis(Backoff.RECONNECT.nanos(failures, random));
                assertThat((double) millis).isBetween(expected * 0.8 - 1, expected * 1.2);
            }
            expected = Math.min(120_000, expected * 1.6);
        }
    }

    @Test
    void waitsDifferButWithoutJitter() {
        SplittableRandom random = new SplittableRandom(1);
        Backoff exact = new Backoff(Duration.ofMillis(10), 2, Duration.ofMillis(35), 0);

        assertThat(Backoff.RETRY.nanos(1, random)).isNotEqualTo(Backoff.RETRY.nanos(1, random));
        assertThat(exact.nanos(1, random)).isEqualTo(10_000_000);
        assertThat(exact.nanos(2, random)).isEqualTo(20_000_000);
        assertThat(exact.nanos(3, random)).isEqualTo(35_000_000);
        assertThat(exact.nanos(Integer.MAX_VALUE, random)).isEqualTo(35_000_000);
    }

    private static void refuses(String message, Runnable value) {
        assertThatIllegalArgumentException().isThrownBy(value::run).withMessageContaining(message);
    }

    @Test
    void refusesWaitsThatMakeNoSense() {
        Duration second = Duration.ofSeconds(1);
        refuses("first wait", () -> new Backoff(Duration.ZERO, 2, second, 0));
        refuses("first wait", () -> new Backoff(Duration.ofSeconds(-1), 2, second, 0));
        refuses("longest wait", () -> new Backoff(second, 2, Duration.ofMillis(1), 0));
        refuses("longest wait", () -> new Backoff(second, 2, Duration.ofDays(2), 0));
        refuses("factor", () -> new Backoff(second, 0.9, second, 0));
        refuses("factor", () -> new Backoff(second, Double.NaN, second, 0));
        refuses("jitter", () -> new Backoff(second, 2, second, 1));
        refuses("jitter", () -> new Backoff(second, 2, second, -0.1));
        refuses("jitter", () -> new Backoff(second, 2, second, Double.NaN));
    }

    @Test
    void refusesPoliciesThatMakeNoSense() {
        refuses("0 attempts; choose 1 to 10", () -> RetryPolicy.DEFAULT.withAttempts(0));
        refuses("11 attempts", () -> RetryPolicy.DEFAULT.withAttempts(11));
        refuses("longest wait", () -> RetryPolicy.DEFAULT.withLongestWait(Duration.ofSeconds(-1)));
        refuses("-1 percent", () -> RetryPolicy.DEFAULT.withBudget(-1, 0));
        refuses("101 percent", () -> RetryPolicy.DEFAULT.withBudget(101, 0));
        refuses("reserve", () -> RetryPolicy.DEFAULT.withBudget(20, -1));
        refuses("delay", () -> new Hedging(Duration.ofSeconds(-1), 2));
        refuses("is none; choose 2 or more", () -> new Hedging(Duration.ZERO, 1));
        refuses("11 attempts", () -> new Hedging(Duration.ZERO, 11));
        assertThat(RetryPolicy.DEFAULT.withBackoff(Backoff.RECONNECT).backoff()).isEqualTo(Backoff.RECONNECT);
    }
}
