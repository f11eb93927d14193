package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rpcidl.value.ExecutedException;
import io.rpcidl.value.Failure;
import io.rpcidl.value.MaybeExecutedException;
import io.rpcidl.value.NotExecutedException;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What docs/outcomes.md shows: each of its blocks stands in this file, where it is compiled and run. */
class OutcomesPageTest {
    private static final int MOST_ATTEMPTS = 3;

    private final UUID key = new UUID(1, 2);
    private final long cents = 1_999;
    private final List<String> log = new ArrayList<>();

    /** A service as the compiler would generate it; who calls it can't tell whether it is near. */
    private interface Payments {
        void pay(UUID key, long cents);

        boolean paid(UUID key);
    }

    /** Fails the first calls, before or after it has worked. */
    private static final class Failing implements Payments {
        private final Outcome outcome;
        private final boolean works;
        private final Map<UUID, Long> done = new ConcurrentHashMap<>();
        private final AtomicLong total = new AtomicLong();
        private int failuresLeft;
        private int calls;

        Failing(int failures, Outcome outcome, boolean works) {
            this.failuresLeft = failures;
            this.outcome = outcome;
            this.works = works;
        }

        @Override
        public void pay(UUID key, long cents) {
            calls++;
            boolean fails = failuresLeft-- > 0;
            if (!fails || works) {
                work(key, cents);
            }
            if (fails) {
                throw RpcException.of(Failure.of(outcome, RpcCode.UNAVAILABLE, Phase.AWAITING_REPLY, "Payments.pay")
                        .correlationId(0xbeef)
                        .peer("node 7")
                        .build());
            }
        }

        private void work(UUID key, long cents) {
            if (done.putIfAbsent(key, cents) == null) {
                total.addAndGet(cents); // in one transaction with the line above
            }
        }

        @Override
        public boolean paid(UUID key) {
            return done.containsKey(key);
        }
    }

    @Test
    void isCompiledHere() throws IOException {
        PageBlocks.assertCompiledIn(OutcomesPageTest.class, "outcomes.md", 5);
    }

    @Test
    void callsAgainWhatWasNotExecuted() {
        Failing payments = new Failing(1, Outcome.NOT_EXECUTED, false);

        payAgain(payments);

        assertThat(payments.total).hasValue(cents);
        assertThat(payments.calls).isEqualTo(2);
    }

    private void payAgain(Payments payments) {
        try {
            payments.pay(key, cents);
        } catch (NotExecutedException neverArrived) {
            payments.pay(key, cents); // safe whatever the method does
        }
    }

    @Test
    void looksWhetherItWasExecuted() {
        Failing lostAnswer = new Failing(1, Outcome.MAYBE_EXECUTED, true);
        Failing lostRequest = new Failing(1, Outcome.MAYBE_EXECUTED, false);

        payAndLook(lostAnswer);
        payAndLook(lostRequest);

        assertThat(lostAnswer.total).hasValue(cents);
        assertThat(lostAnswer.calls).isEqualTo(1);
        assertThat(lostRequest.total).hasValue(cents);
        assertThat(lostRequest.calls).isEqualTo(2);
    }

    private void payAndLook(Payments payments) {
        try {
            payments.pay(key, cents);
        } catch (MaybeExecutedException unknown) {
            if (!payments.paid(key)) {
                payments.pay(key, cents);
            }
        }
    }

    @Test
    void sendsAKey() {
        Failing lostAnswers = new Failing(2, Outcome.MAYBE_EXECUTED, true);
        Failing dead = new Failing(MOST_ATTEMPTS, Outcome.NOT_EXECUTED, false);
        Failing faulty = new Failing(1, Outcome.EXECUTED, true);

        payWithAKey(lostAnswers);

        assertThat(lostAnswers.total).hasValue(cents);
        assertThat(lostAnswers.calls).isEqualTo(3);
        assertThat(catchThrowable(() -> payWithAKey(dead))).isInstanceOf(NotExecutedException.class);
        assertThat(catchThrowable(() -> payWithAKey(faulty))).isInstanceOf(ExecutedException.class);
        assertThat(faulty.calls).isEqualTo(1);
    }

    private void payWithAKey(Payments payments) {
        UUID key = UUID.randomUUID(); // once for each bill, not once for each attempt
        for (int attempt = 1; ; attempt++) {
            try {
                payments.pay(key, cents);
                return;
            } catch (ExecutedException failed) {
                throw failed;
            } catch (RpcException lost) {
                if (attempt == MOST_ATTEMPTS) {
                    throw lost;
                }
            }
        }
    }

    @Test
    void findsTheFailureInTheLog() {
        Failing payments = new Failing(1, Outcome.EXECUTED, true);

        payAndTell(payments);

        assertThat(log).containsExactly("look for beef in the log of node 7");
    }

    private void payAndTell(Payments payments) {
        try {
            payments.pay(key, cents);
        } catch (ExecutedException failed) {
            log.add("look for " + Long.toHexString(failed.correlationId()) + " in the log of " + failed.peer());
        }
    }
}
