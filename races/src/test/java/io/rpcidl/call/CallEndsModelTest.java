package io.rpcidl.call;

import io.rpcidl.codec.Empty;
import java.util.Set;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/** All that can end one call, on four threads at once. */
class CallEndsModelTest {
    @Test
    void aCallThatWasSentEndsOnce() {
        ModelChecked.check(Sent.class, 4, 1, 15);
    }

    @Test
    void aCallThatWasNotSentEndsOnce() {
        ModelChecked.check(Unsent.class, 4, 1, 15);
    }

    /** A call whose answer is on its way. */
    public static class Sent {
        private static final Set<String> LEGAL =
                Set.of("replied", "CANCELLED MAYBE_EXECUTED", "DEADLINE MAYBE_EXECUTED", "UNAVAILABLE MAYBE_EXECUTED");
        private final CallRace race = CallRace.atOnce();
        private final AsyncCall<Empty, Empty> call;

        public Sent() {
            race.holdAnswers();
            call = race.call();
        }

        @Operation(runOnce = true)
        public void answer() {
            race.answer();
        }

        @Operation(runOnce = true)
        public void cancel() {
            call.cancel(ClientCall.GivenUp.NOW);
        }

        @Operation(runOnce = true)
        public void deadline() {
            race.deadline();
        }

        @Operation(runOnce = true)
        public void lose() {
            race.lose();
        }

        @Validate
        public void endsOnce() {
            require(race.end(call), LEGAL);
        }
    }

    /** A call that has not left the client. */
    public static class Unsent {
        private static final Set<String> LEGAL = Set.of(
                "replied",
                "CANCELLED MAYBE_EXECUTED",
                "DEADLINE MAYBE_EXECUTED",
                "UNAVAILABLE MAYBE_EXECUTED",
                "CANCELLED NOT_EXECUTED",
                "DEADLINE NOT_EXECUTED",
                "UNAVAILABLE NOT_EXECUTED");
        private final CallRace race = CallRace.atOnce();
        private final AsyncCall<Empty, Empty> call;

        public Unsent() {
            race.holdRequests();
            call = race.call();
        }

        @Operation(runOnce = true)
        public void send() {
            race.send();
        }

        @Operation(runOnce = true)
        public void cancel() {
            call.cancel(ClientCall.GivenUp.NOW);
        }

        @Operation(runOnce = true)
        public void deadline() {
            race.deadline();
        }

        @Operation(runOnce = true)
        public void lose() {
            race.lose();
        }

        @Validate
        public void endsOnce() {
            require(race.end(call), LEGAL);
        }
    }

    private static void require(String end, Set<String> legal) {
        if (!legal.contains(end)) {
            throw new IllegalStateException("a call has ended like this: " + end);
        }
    }
}
