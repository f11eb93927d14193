package io.rpcidl.call;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.rpcidl.codec.Empty;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** A call whose handler has ended and whose answer is on its way: each two of the four things that can end it. */
public final class SentCallRaces {
    private SentCallRaces() {}

    /** The call before anything ends it. */
    abstract static class Sent {
        final CallRace race = CallRace.atOnce();
        final AsyncCall<Empty, Empty> call;

        Sent() {
            race.holdAnswers();
            call = race.call();
        }

        final void cancel() {
            call.cancel(ClientCall.GivenUp.NOW);
        }
    }

    /** The answer and a cancel. */
    @JCStressTest
    @Outcome(id = "replied", expect = ACCEPTABLE, desc = "the answer came first")
    @Outcome(id = "CANCELLED MAYBE_EXECUTED", expect = ACCEPTABLE, desc = "the cancel came first")
    @Outcome(expect = FORBIDDEN, desc = "a call ends once, with a true outcome")
    @State
    public static class AnswerAndCancel extends Sent {
        @Actor
        public void answered() {
            race.answer();
        }

        @Actor
        public void cancelled() {
            cancel();
        }

        @Arbiter
        public void judge(L_Result r) {
            r.r1 = race.end(call);
        }
    }

    /** The answer and the deadline. */
    @JCStressTest
    @Outcome(id = "replied", expect = ACCEPTABLE, desc = "the answer came first")
    @Outcome(id = "DEADLINE MAYBE_EXECUTED", expect = ACCEPTABLE, desc = "the deadline came first")
    @Outcome(expect = FORBIDDEN, desc = "a call ends once, with a true outcome")
    @State
    public static class AnswerAndDeadline extends Sent {
        @Actor
        public void answered() {
            race.answer();
        }

        @Actor
        public void expired() {
            race.deadline();
        }

        @Arbiter
        public void judge(L_Result r) {
            r.r1 = race.end(call);
        }
    }

    /** The answer and the end of the connection. */
    @JCStressTest
    @Outcome(id = "replied", expect = ACCEPTABLE, desc = "the answer came first")
    @Outcome(id = "UNAVAILABLE MAYBE_EXECUTED", expect = ACCEPTABLE, desc = "the loss came first")
    @Outcome(expect = FORBIDDEN, desc = "a call ends once, with a true outcome")
    @State
    public static class AnswerAndLoss extends Sent {
        @Actor
        public void answered() {
            race.answer();
        }

        @Actor
        public void lost() {
            race.lose();
        }

        @Arbiter
        public void judge(L_Result r) {
            r.r1 = race.end(call);
        }
    }

    /** A cancel and the deadline. */
    @JCStressTest
    @Outcome(id = "CANCELLED MAYBE_EXECUTED", expect = ACCEPTABLE, desc = "the cancel came first")
    @Outcome(id = "DEADLINE MAYBE_EXECUTED", expect = ACCEPTABLE, desc = "the deadline came first")
    @Outcome(expect = FORBIDDEN, desc = "a call ends once, with a true outcome")
    @State
    public static class CancelAndDeadline extends Sent {
        @Actor
        public void cancelled() {
            cancel();
        }

        @Actor
        public void expired() {
            race.deadline();
        }

        @Arbiter
        public void judge(L_Result r) {
            r.r1 = race.end(call);
        }
    }

    /** A cancel and the end of the connection. */
    @JCStressTest
    @Outcome(id = "CANCELLED MAYBE_EXECUTED", expect = ACCEPTABLE, desc = "the cancel came first")
    @Outcome(id = "UNAVAILABLE MAYBE_EXECUTED", expect = ACCEPTABLE, desc = "the loss came first")
    @Outcome(expect = FORBIDDEN, desc = "a call ends once, with a true outcome")
    @State
    public static class CancelAndLoss extends Sent {
        @Actor
        public void cancelled() {
            cancel();
        }

        @Actor
        public void lost() {
            race.lose();
        }

        @Arbiter
        public void judge(L_Result r) {
            r.r1 = race.end(call);
        }
    }

    /** The deadline and the end of the connection. */
    @JCStressTest
    @Outcome(id = "DEADLINE MAYBE_EXECUTED", expect = ACCEPTABLE, desc = "the deadline came first")
    @Outcome(id = "UNAVAILABLE MAYBE_EXECUTED", expect = ACCEPTABLE, desc = "the loss came first")
    @Outcome(expect = FORBIDDEN, desc = "a call ends once, with a true outcome")
    @State
    public static class DeadlineAndLoss extends Sent {
        @Actor
        public void expired() {
            race.deadline();
        }

        @Actor
        public void lost() {
            race.lose();
        }

        @Arbiter
        public void judge(L_Result r) {
            r.r1 = race.end(call);
        }
    }
}
