package io.rpcidl.call;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.connection.CallFailure;
import io.rpcidl.connection.ServiceTable;
import io.rpcidl.transport.Loop;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The end of calls that are made within this process: the services of one side, and the calls of them that have not ended.
 * Any thread.
 */
public final class DirectSide {
    private static final System.Logger LOG = System.getLogger(DirectSide.class.getName());

    private final ServiceTable services;
    private final Answering answering;
    private final int callsInFlight;
    private final Loop loop;
    private final Set<DirectCall<?, ?, ?>> running = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private final DirectDeadlines deadlines;
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
    private volatile @Nullable String closing;

    /**
     * A side that answers.
     *
     * @param callsInFlight how many calls it may have at a time
     * @param loop whose timers end calls at their deadlines
     */
    public DirectSide(ServiceTable services, Answering answering, int callsInFlight, Loop loop) {
        this.services = services;
        this.answering = answering;
        this.callsInFlight = callsInFlight;
        this.loop = loop;
        this.deadlines = new DirectDeadlines(loop, running);
    }

    /** A caller that calls this side and offers {@code offered} to its handlers, answered by {@code how}. */
    public DirectSide caller(ServiceTable offered, Answering how) {
        return new DirectSide(offered, how, callsInFlight, loop);
    }

    /** The clock of its deadlines. */
    public RpcClock clock() {
        return answering.clock();
    }

    Answering answering() {
        return answering;
    }

    /**
     * The method with its handler, which takes and gives what {@code method} says.
     *
     * @throws RefusedException when there is none that takes the caller's values as they are
     */
    @SuppressWarnings("ReferenceEquality") // one object stands for: nothing is offered
    BoundService.Offered find(MethodDescriptor<?, ?> method) {
        if (services == ServiceTable.EMPTY) {
            throw new RefusedException(refusal(RpcCode.UNKNOWN_METHOD, "this client offers no services"));
        }
        if (!(services.find(method.service()) instanceof BoundService service)) {
            throw new RefusedException(
                    refusal(RpcCode.UNKNOWN_METHOD, "service " + method.service() + " is not offered"));
        }
        BoundService.Offered offered = service.method(method.number());
        if (offered == null) {
            throw new RefusedException(
                    refusal(RpcCode.UNKNOWN_METHOD, "service " + service.name() + " has no method " + method.number()));
        }
        if (offered.method().method() != method) {
            throw new RefusedException(refusal(
                    RpcCode.INCOMPATIBLE,
                    "method " + method.fullName()
                            + " of the caller is not the handler's own, from other generated code;"
                            + " call it by loopback, which encodes"));
        }
        return offered;
    }

    /** A call can't be made, as not executed. */
    static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient CallFailure failure;

        RefusedException(CallFailure failure) {
            super(failure.text(), null, false, false);
            this.failure = failure;
        }

        CallFailure failure() {
            return failure;
        }
    }

    private static CallFailure refusal(RpcCode code, String text) {
        return new CallFailure(Outcome.NOT_EXECUTED, code, Phase.SERVER_QUEUE, text, false, 0, 0);
    }

    private static CallFailure passing(RpcCode code, String text) {
        return new CallFailure(Outcome.NOT_EXECUTED, code, Phase.SERVER_QUEUE, text, true, 0, 0);
    }

    /** Takes a call in, whose handler's end is told by {@link #ended}; the refusal, or null. */
    @Nullable
    CallFailure begin(DirectCall<?, ?, ?> call) {
        if (count.incrementAndGet() > callsInFlight) {
            count.decrementAndGet();
            return passing(RpcCode.OVERLOADED, "already " + callsInFlight + " calls are in flight within this process");
        }
        running.add(call);
        String why = closing;
        if (why == null && call.deadline() != AnsweredCall.NO_DEADLINE) {
            why = watch(call);
        }
        if (why != null) {
            ended(call);
            return passing(ended.isDone() ? RpcCode.UNAVAILABLE : RpcCode.DRAINING, why);
        }
        return null;
    }

    private @Nullable String watch(DirectCall<?, ?, ?> call) {
        try {
            deadlines.watch(call.deadline());
            return null;
        } catch (RejectedExecutionException loopClosed) {
            reset("the transport of the server was closed");
            return closing;
        }
    }

    /** Has {@code answer} run where its handler has to, or refuses it. */
    void execute(DirectAnswer<?, ?> answer, boolean waitsForItems) {
        answering.admission().queued();
        try {
            (waitsForItems
                            ? answering.workers().streamHandlers()
                            : answering.workers().handlers())
                    .execute(answer);
        } catch (RejectedExecutionException full) {
            answer.rejected();
        } catch (RuntimeException | Error failure) { // an executor is foreign code, and may be out of threads
            LOG.log(System.Logger.Level.WARNING, "the executor of the handlers failed", failure);
            answer.rejected();
        }
    }

    /** The handler of a call has ended, or will never begin. */
    void ended(DirectCall<?, ?, ?> call) {
        if (running.remove(call)) {
            count.decrementAndGet();
        }
        completeWhenEnded();
    }

    /** Gives up the calls that came through {@code line}. */
    void giveUp(DirectCalls line, String reason) {
        for (DirectCall<?, ?, ?> call : running) {
            if (call.line() == line) {
                call.lost(reason);
            }
        }
    }

    /** Takes no more calls; the future completes when those that it has have ended. */
    public CompletableFuture<@Nullable Void> drain(String why) {
        if (closing == null) {
            closing = why;
        }
        completeWhenEnded();
        return ended;
    }

    /** Ends every call at once, with its true outcome, and interrupts the handlers. */
    public void reset(String why) {
        closing = why;
        for (DirectCall<?, ?, ?> call : running) {
            call.lost(why);
        }
        ended.complete(null);
    }

    /** Completes when this side has ended. */
    CompletableFuture<@Nullable Void> end() {
        return ended;
    }

    private void completeWhenEnded() {
        if (closing != null && running.isEmpty()) {
            ended.complete(null);
        }
    }
}
