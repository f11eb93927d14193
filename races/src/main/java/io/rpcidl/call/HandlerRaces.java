package io.rpcidl.call;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.rpcidl.codec.Empty;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LZ_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** The one step from queued to dispatched or refused, and the end of a handler while its caller gives up. */
public final class HandlerRaces {
    private static final int WORK = 200;

    private HandlerRaces() {}

    /** Works long enough for others to meet it. */
    private static void work() {
        for (int i = 0; i < WORK; i++) {
            Thread.onSpinWait();
        }
    }

    /** A call that waits for a thread of the server. */
    abstract static class Queued {
        final CallRace race;
        final AsyncCall<Empty, Empty> call;
        private @Nullable Runnable work;

        Queued() {
            CallRace[] own = new CallRace[1];
            race = new CallRace(
                    new BoundMethod.Blocking<>(CallRace.METHOD, parameters -> {
                        own[0].handlersEntered.incrementAndGet();
                        work();
                        return parameters;
                    }),
                    task -> work = task);
            own[0] = race;
            call = race.call();
        }

        /** The server has a thread for the call; true when that thread is left interrupted. */
        final boolean handle() {
            Objects.requireNonNull(work, "the call is at the server").run();
            return Thread.interrupted();
        }
    }

    /** A thread takes the call while the caller gives it up. */
    @JCStressTest
    @Outcome(id = "entered \\[EXECUTED\\], false", expect = ACCEPTABLE, desc = "the handler was entered")
    @Outcome(id = "refused \\[NOT_EXECUTED\\], false", expect = ACCEPTABLE, desc = "the call was refused")
    @Outcome(expect = FORBIDDEN, desc = "entered or refused, and ended once; no interrupt stays")
    @State
    public static class EnterAndCancel extends Queued {
        @Actor
        public void handler(LZ_Result r) {
            r.r2 = handle();
        }

        @Actor
        public void cancelled() {
            call.cancel(ClientCall.GivenUp.NOW);
        }

        @Arbiter
        public void judge(LZ_Result r) {
            r.r1 = race.serverEnd();
        }
    }

    /** A thread takes the call while its deadline passes. */
    @JCStressTest
    @Outcome(id = "entered \\[EXECUTED\\], false", expect = ACCEPTABLE, desc = "the handler was entered")
    @Outcome(id = "refused \\[NOT_EXECUTED\\], false", expect = ACCEPTABLE, desc = "the call was refused")
    @Outcome(expect = FORBIDDEN, desc = "entered or refused, and ended once; no interrupt stays")
    @State
    public static class EnterAndDeadline extends Queued {
        @Actor
        public void handler(LZ_Result r) {
            r.r2 = handle();
        }

        @Actor
        public void expired() {
            race.deadline();
        }

        @Arbiter
        public void judge(LZ_Result r) {
            r.r1 = race.serverEnd();
        }
    }

    /** A thread takes the call while the connection is lost. */
    @JCStressTest
    @Outcome(id = "entered \\[EXECUTED\\], false", expect = ACCEPTABLE, desc = "the handler was entered")
    @Outcome(id = "refused \\[NOT_EXECUTED\\], false", expect = ACCEPTABLE, desc = "the call was refused")
    @Outcome(expect = FORBIDDEN, desc = "entered or refused, and ended once; no interrupt stays")
    @State
    public static class EnterAndLoss extends Queued {
        @Actor
        public void handler(LZ_Result r) {
            r.r2 = handle();
        }

        @Actor
        public void lost() {
            race.lose();
        }

        @Arbiter
        public void judge(LZ_Result r) {
            r.r1 = race.serverEnd();
        }
    }

    /** What the caller hears of a call that a thread takes while the caller's deadline passes. */
    @JCStressTest
    @Outcome(id = "replied", expect = ACCEPTABLE, desc = "the answer came first")
    @Outcome(id = "DEADLINE MAYBE_EXECUTED", expect = ACCEPTABLE, desc = "the deadline came first")
    @Outcome(expect = FORBIDDEN, desc = "a call ends once, with a true outcome")
    @State
    public static class EnterAndDeadlineSeenByCaller extends Queued {
        @Actor
        public void handler() {
            handle();
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

    /** A stage completes while the caller gives up. */
    @JCStressTest
    @Outcome(id = "entered \\[EXECUTED\\]", expect = ACCEPTABLE, desc = "one end")
    @Outcome(expect = FORBIDDEN, desc = "the handler ends once, and its slot is free")
    @State
    public static class CompleteAndCancel {
        private final CompletableFuture<Empty> stage = new CompletableFuture<>();
        private final CallRace race;
        private final AsyncCall<Empty, Empty> call;

        /** Its stage is not complete. */
        public CompleteAndCancel() {
            CallRace[] own = new CallRace[1];
            race = new CallRace(
                    new BoundMethod.Async<>(CallRace.METHOD, parameters -> {
                        own[0].handlersEntered.incrementAndGet();
                        return stage;
                    }),
                    Runnable::run);
            own[0] = race;
            call = race.call();
        }

        @Actor
        public void completed() {
            stage.complete(Empty.INSTANCE);
        }

        @Actor
        public void cancelled() {
            call.cancel(ClientCall.GivenUp.NOW);
        }

        @Arbiter
        public void judge(L_Result r) {
            r.r1 = race.serverEnd();
        }
    }

    /** A handler hands its stage over while the caller gives up: the stage hears of it in any case. */
    @JCStressTest
    @Outcome(id = "entered \\[EXECUTED\\]", expect = ACCEPTABLE, desc = "the stage was cancelled")
    @Outcome(id = "refused \\[NOT_EXECUTED\\]", expect = ACCEPTABLE, desc = "the call was refused")
    @Outcome(expect = FORBIDDEN, desc = "a stage of a call that was given up is cancelled")
    @State
    public static class BeginAndCancel {
        private final CallRace race;
        private final AsyncCall<Empty, Empty> call;
        private @Nullable Runnable work;

        /** The call waits for a thread. */
        public BeginAndCancel() {
            CallRace[] own = new CallRace[1];
            race = new CallRace(
                    new BoundMethod.Async<>(CallRace.METHOD, parameters -> {
                        own[0].handlersEntered.incrementAndGet();
                        return new CompletableFuture<>();
                    }),
                    task -> work = task);
            own[0] = race;
            call = race.call();
        }

        @Actor
        public void handler() {
            Objects.requireNonNull(work, "the call is at the server").run();
        }

        @Actor
        public void cancelled() {
            call.cancel(ClientCall.GivenUp.NOW);
        }

        @Arbiter
        public void judge(L_Result r) {
            r.r1 = end();
        }

        final String end() {
            return race.serverEnd();
        }
    }
}
