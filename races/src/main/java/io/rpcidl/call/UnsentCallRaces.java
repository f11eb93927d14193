package io.rpcidl.call;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.rpcidl.codec.Empty;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** A call that leaves the client, or does not, while something else ends it; a lie would be seen at the handler. */
public final class UnsentCallRaces {
    private UnsentCallRaces() {}

    /** The call before it leaves. */
    abstract static class Unsent {
        final CallRace race = CallRace.atOnce();
        final AsyncCall<Empty, Empty> call;

        Unsent() {
            race.holdRequests();
            call = race.call();
        }
    }

    /** The call leaves and is cancelled. */
    @JCStressTest
    @Outcome(id = "replied", expect = ACCEPTABLE, desc = "the call left first")
    @Outcome(id = "CANCELLED NOT_EXECUTED", expect = ACCEPTABLE, desc = "the cancel came first")
    @Outcome(id = "CANCELLED MAYBE_EXECUTED", expect = ACCEPTABLE, desc = "the call was under way")
    @Outcome(expect = FORBIDDEN, desc = "a call ends once, with a true outcome")
    @State
    public static class SendAndCancel extends Unsent {
        @Actor
        public void sent() {
            race.send();
        }

        @Actor
        public void cancelled() {
            call.cancel(ClientCall.GivenUp.NOW);
        }

        @Arbiter
        public void judge(L_Result r) {
            r.r1 = race.end(call);
        }
    }

    /** The call leaves and its deadline passes. */
    @JCStressTest
    @Outcome(id = "replied", expect = ACCEPTABLE, desc = "the call left first")
    @Outcome(id = "DEADLINE NOT_EXECUTED", expect = ACCEPTABLE, desc = "the deadline came first")
    @Outcome(id = "DEADLINE MAYBE_EXECUTED", expect = ACCEPTABLE, desc = "the call was under way")
    @Outcome(expect = FORBIDDEN, desc = "a call ends once, with a true outcome")
    @State
    public static class SendAndDeadline extends Unsent {
        @Actor
        public void sent() {
            race.send();
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

    /** The call leaves and the connection is lost. */
    @JCStressTest
    @Outcome(id = "replied", expect = ACCEPTABLE, desc = "the call and its answer came first")
    @Outcome(id = "UNAVAILABLE MAYBE_EXECUTED", expect = ACCEPTABLE, desc = "lost behind the call")
    @Outcome(id = "UNAVAILABLE NOT_EXECUTED", expect = ACCEPTABLE, desc = "lost before the call")
    @Outcome(expect = FORBIDDEN, desc = "a call ends once, with a true outcome")
    @State
    public static class SendAndLoss extends Unsent {
        @Actor
        public void sent() {
            race.send();
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

    /** A caller waits while the answer is let go: its thread is woken, whoever comes first. */
    @JCStressTest
    @Outcome(id = "replied", expect = ACCEPTABLE, desc = "woken")
    @Outcome(expect = FORBIDDEN, desc = "a waiting caller hears of the end")
    @State
    public static class WaitAndAnswer {
        private final CallRace race = CallRace.atOnce();

        /** Its answer waits. */
        public WaitAndAnswer() {
            race.holdAnswers();
        }

        @Actor
        public void caller(L_Result r) {
            r.r1 = race.callAndWait();
        }

        @Actor
        public void answered() {
            race.answer();
        }
    }

    /** Two callers at once: both calls get ids of their own, and their own answers. */
    @JCStressTest
    @Outcome(id = "replied, replied", expect = ACCEPTABLE, desc = "both were answered")
    @Outcome(expect = FORBIDDEN, desc = "calls of two threads do not meet")
    @State
    public static class TwoCallers {
        private final CallRace race = CallRace.atOnce();

        @Actor
        public void first(LL_Result r) {
            r.r1 = race.callAndWait();
        }

        @Actor
        public void second(LL_Result r) {
            r.r2 = race.callAndWait();
        }
    }
}
