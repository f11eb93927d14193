package io.rpcidl.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.connection.ErrorReply;
import io.rpcidl.value.RpcCode;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Admission admission = new Admission();
    private final Admission.ServiceTime needed = new Admission.ServiceTime();
    private long now = 17 * SECOND;

    /** A call that has waited so long while {@code others} still wait. */
    private @Nullable ErrorReply ask(long age, long remaining, int others) {
        admission.queued();
        for (int i = 0; i < others; i++) {
            admission.queued();
        }
        ErrorReply refusal = admission.refusal(age, remaining, needed, now);
        for (int i = 0; i < others; i++) {
            admission.left();
        }
        return refusal;
    }

    @Test
    void refusesACallWithLessTimeThanItsMethodNeeds() {
        needed.measured(100 * MILLI, now);

        assertThat(ask(MILLI, 99 * MILLI, 1)).isNotNull().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(RpcCode.OVERLOADED);
            assertThat(refusal.recovery()).isEqualTo(ErrorReply.Recovery.TRANSIENT);
            assertThat(refusal.retryAfterMillis()).isPositive();
        });
        assertThat(ask(MILLI, 100 * MILLI, 1)).isNull();
        assertThat(ask(MILLI, Long.MAX_VALUE, 1)).isNull();
    }

    @Test
    void refusesACallThatIsTooOld() {
        assertThat(ask(10 * SECOND, Long.MAX_VALUE, 1)).isNull();
        assertThat(ask(10 * SECOND + 1, Long.MAX_VALUE, 1)).isNotNull();
    }

    @Test
    void refusesNothingWhileNoOtherCallWaits() {
        needed.measured(100 * MILLI, now);

        assertThat(ask(20 * SECOND, 0, 0)).isNull();
    }

    @Test
    void letsOneInTwentyPass() {
        int passed = 0;
        for (int i = 0; i < 100; i++) {
            passed += ask(11 * SECOND, 0, 1) == null ? 1 : 0;
        }
        assertThat(passed).isEqualTo(5);
    }

    @Test
    void forgetsWithinSeconds() {
        needed.measured(100 * MILLI, now);
        assertThat(ask(0, 60 * MILLI, 1)).isNotNull();

        now += SECOND;
        assertThat(ask(0, 60 * MILLI, 1)).isNull();
        now += 100 * SECOND;
        assertThat(needed.estimate(now)).isZero();
    }

    @Test
    void saysWhyAndWhenToComeAgain() {
        needed.measured(100 * MILLI, now);
        assertThat(ask(12 * SECOND, 0, 1)).satisfies(refusal -> {
            assertThat(refusal.text()).isEqualTo("the call has waited 12000 ms for a thread of the server");
            assertThat(refusal.retryAfterMillis()).isEqualTo(10_000);
        });
        assertThat(ask(7 * MILLI, 0, 1)).satisfies(refusal -> {
            assertThat(refusal.text()).isEqualTo("the call has less time left than its method has lately needed");
            assertThat(refusal.retryAfterMillis()).isEqualTo(7);
        });
        assertThat(ask(0, 0, 1))
                .satisfies(refusal -> assertThat(refusal.retryAfterMillis()).isEqualTo(1));
        assertThat(ask(10 * SECOND, 0, 1))
                .satisfies(refusal -> assertThat(refusal.text()).startsWith("the call has less time left"));
    }

    @Test
    void forgetsByHalfEachSecond() {
        long most = Long.MAX_VALUE;
        needed.measured(most, now);
        assertThat(needed.estimate(now - SECOND)).isEqualTo(most);
        assertThat(needed.estimate(now + SECOND - 1)).isEqualTo(most);
        assertThat(needed.estimate(now + SECOND)).isEqualTo(most >> 1);
        assertThat(needed.estimate(now + 5 * SECOND)).isEqualTo(most >> 5);
        assertThat(needed.estimate(now + 62 * SECOND)).isEqualTo(1);
        assertThat(needed.estimate(now + 64 * SECOND)).isZero();
    }

    @Test
    void followsWhatItMeasures() {
        needed.measured(100 * MILLI, now);
        for (int i = 0; i < 100; i++) {
            needed.measured(10 * MILLI, now);
        }
        assertThat(needed.estimate(now)).isBetween(9 * MILLI, 11 * MILLI);
    }
}
