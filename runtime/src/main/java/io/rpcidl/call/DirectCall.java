package io.rpcidl.call;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.Modifier;
import io.rpcidl.connection.CallFailure;
import io.rpcidl.connection.ErrorReply;
import io.rpcidl.value.CallTimes;
import io.rpcidl.value.DeclaredErrorException;
import io.rpcidl.value.Failure;
import io.rpcidl.value.Metadata;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A call whose handler is in this process; any thread.
 *
 * <p>Both sides see the one step from queued to dispatched: so nobody is ever left with a call that may have been executed.
 */
final class DirectCall<Q, I, R extends @Nullable Object> implements StreamedCall<I, R>, CreditLink, ReceivedItems.End {
    private static final byte[] EMPTY_MESSAGE = {0};
    private static final int QUEUED = 0;
    private static final int DISPATCHED = 1;
    private static final int REFUSED = 2;

    private final Terms<Q, R> terms;
    private final DirectCalls line;
    private final DirectItems<I, R> items;
    private final @Nullable DirectAnswer<Q, R> answer;
    private final @Nullable CallFailure unknown;
    private final AtomicInteger stage = new AtomicInteger(QUEUED);
    private final AtomicReference<@Nullable End> end = new AtomicReference<>();
    private final AtomicBoolean givenUp = new AtomicBoolean();
    private final Runnable whenEnded;
    private volatile @Nullable Throwable cause;
    private volatile long dispatchedAt;
    private volatile long endedAt;

    /**
     * What a caller has made ready.
     *
     * @param id on its line
     * @param startedAt when the caller called, on the clock of the side that answers
     * @param deadline on the same clock, or {@link AnsweredCall#NO_DEADLINE}
     */
    record Terms<Q, R extends @Nullable Object>(
            MethodDescriptor<Q, R> method, Q parameters, CallTerms stated, long id, long startedAt, long deadline) {}

    /** How the call has ended: well if there is neither an error nor a failure. */
    private record End(
            @Nullable Object result,
            @Nullable DeclaredErrorException declared,
            @Nullable CallFailure failure,
            Metadata answer) {}

    /** A call that is not submitted yet. */
    DirectCall(DirectCalls line, DirectSide side, Terms<Q, R> terms, Runnable whenEnded) {
        this.line = line;
        this.terms = terms;
        this.whenEnded = whenEnded;
        this.items =
                new DirectItems<>(terms.method(), side.answering().workers().handlers());
        DirectAnswer<Q, R> found = null;
        CallFailure missing = null;
        try {
            found = new DirectAnswer<>(this, side, side.find(terms.method()), items);
        } catch (DirectSide.RefusedException refused) {
            missing = refused.failure();
        }
        this.answer = found;
        this.unknown = missing;
    }

    Q parameters() {
        return terms.parameters();
    }

    Metadata metadata() {
        return terms.stated().metadata();
    }

    long callId() {
        return terms.id();
    }

    long startedAt() {
        return terms.startedAt();
    }

    long deadline() {
        return terms.deadline();
    }

    DirectCalls line() {
        return line;
    }

    Calls backCalls() {
        return line.back();
    }

    @Override
    public void submit() {
        CallFailure refused = unknown == null ? line.begin(this) : unknown;
        if (refused != null || answer == null) {
            stage.compareAndSet(QUEUED, REFUSED);
            conclude(new End(null, null, refused, Metadata.EMPTY));
            return;
        }
        answer.execute();
        if (oneway()) {
            handedOver();
        }
    }

    private boolean oneway() {
        return terms.method().modifier() == Modifier.ONEWAY;
    }

    /** That is all which the caller of a oneway call hears. */
    private void handedOver() {
        conclude(new End(line.nothing(terms.method(), EMPTY_MESSAGE), null, null, Metadata.EMPTY));
    }

    /** The one step from queued to dispatched; a handler may only be entered after it returned true. */
    boolean enter(long now) {
        dispatchedAt = now;
        return stage.compareAndSet(QUEUED, DISPATCHED);
    }

    /** Whether its handler will never be entered. */
    boolean refused() {
        return stage.get() == REFUSED;
    }

    /** Nanoseconds between the dispatch and {@code now}; below 0 when it was not dispatched. */
    long runFor(long now) {
        return stage.get() == DISPATCHED ? now - dispatchedAt : -1;
    }

    void succeeded(R result, Metadata beside) {
        conclude(new End(result, null, null, beside));
    }

    void declared(DeclaredErrorException error, Metadata beside) {
        conclude(new End(null, error, null, beside));
    }

    /** The side that answers says why there is no answer; the outcome is that of the dispatch. */
    void failed(ErrorReply error, Metadata beside) {
        boolean dispatched = !stage.compareAndSet(QUEUED, REFUSED) && stage.get() == DISPATCHED;
        if (dispatched && oneway()) {
            handedOver(); // a handler may have ended before its caller has heard
            return;
        }
        boolean passing = error.recovery() == ErrorReply.Recovery.TRANSIENT;
        CallFailure failure = new CallFailure(
                dispatched ? Outcome.EXECUTED : Outcome.NOT_EXECUTED,
                error.code(),
                phase(dispatched),
                error.text(),
                passing,
                error.retryAfterMillis(),
                error.correlation());
        conclude(new End(null, null, failure, beside));
    }

    private Phase phase(boolean dispatched) {
        if (!dispatched) {
            return Phase.SERVER_QUEUE;
        }
        return terms.method().streams() ? Phase.STREAMING : Phase.HANDLER;
    }

    /** The deadline has passed. */
    void expire() {
        giveUp(RpcCode.DEADLINE, "the deadline has passed", true);
    }

    /** One of the two sides is gone. */
    void lost(String why) {
        giveUp(RpcCode.UNAVAILABLE, why, true);
    }

    @Override
    public void abandon() {
        giveUp(RpcCode.CANCELLED, "the caller gave the call up", true);
    }

    /** Gives the call up; when it runs, it ends with what its handler makes of that. */
    void cancel() {
        giveUp(RpcCode.CANCELLED, "the caller gave the call up", false);
    }

    @Override
    public void stop(RpcCode code, String detail, @Nullable Throwable why) {
        cause = why;
        giveUp(code, detail, true);
    }

    private void giveUp(RpcCode code, String text, boolean atOnce) {
        boolean withdrawn = stage.compareAndSet(QUEUED, REFUSED);
        if (withdrawn || atOnce) {
            boolean dispatched = stage.get() == DISPATCHED;
            CallFailure failure = new CallFailure(
                    dispatched ? Outcome.EXECUTED : Outcome.NOT_EXECUTED,
                    code,
                    phase(dispatched),
                    text,
                    !dispatched && code == RpcCode.UNAVAILABLE,
                    0,
                    0);
            conclude(new End(null, null, failure, Metadata.EMPTY));
        }
        if (answer != null && givenUp.compareAndSet(false, true)) {
            answer.giveUp(items);
        }
    }

    private void conclude(End how) {
        if (end.compareAndSet(null, how)) {
            endedAt = line.now();
            items.callEnded();
            whenEnded.run();
        }
    }

    @Override
    public boolean over() {
        return end.get() != null;
    }

    @Override
    public void receive(ReceivedItems<?> taker) {
        items.download(taker);
    }

    @Override
    public ReceivedItems.Source source(long batch) {
        return new ReceivedItems.Source(this, DirectItems.BATCH, this);
    }

    @Override
    public ReceivedItems.Form<R> form() {
        return DirectItems.asTheyAre();
    }

    @Override
    public SentItems<I> upload() {
        return items.upload();
    }

    @Override
    public void finish() {
        items.uploadEnded();
    }

    /** The caller has taken items of the handler. */
    @Override
    public void taken(long cost) {
        SentItems<R> sent = items.sent();
        if (sent != null) {
            sent.written(cost);
        }
    }

    @Override
    public RuntimeException badItem(String detail, @Nullable Throwable why) {
        return new IllegalStateException(detail, why);
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // what the handler has returned, which is null only where R may be
    public R answer() throws DeclaredErrorException {
        return (R) ended().result();
    }

    @Override
    public void check() throws DeclaredErrorException {
        End unused = ended();
    }

    private End ended() throws DeclaredErrorException {
        End how = end.get();
        if (how == null) {
            throw new IllegalStateException("the call has not ended");
        }
        Consumer<? super Metadata> told = terms.stated().answer();
        if (told != null) {
            told.accept(how.answer());
        }
        if (how.failure() != null) {
            throw exception(how.failure());
        }
        if (how.declared() != null) {
            throw how.declared();
        }
        return how;
    }

    private RpcException exception(CallFailure problem) {
        ReceivedItems<R> download = items.download();
        Duration retryAfter = problem.retryAfterMillis() == 0 ? null : Duration.ofMillis(problem.retryAfterMillis());
        Failure described = Failure.of(
                        problem.outcome(),
                        problem.code(),
                        problem.phase(),
                        terms.method().fullName())
                .detail(problem.text())
                .peer(DirectCalls.PEER)
                .callId(callId())
                .times(times())
                .items(download == null ? 0 : download.delivered())
                .correlationId(problem.correlation())
                .retry(new Failure.Retry(problem.transientFailure(), retryAfter))
                .cause(cause)
                .build();
        return RpcException.of(described, Failures.stackTrace(described));
    }

    private CallTimes times() {
        long total = Math.max(0, endedAt - startedAt());
        if (stage.get() != DISPATCHED) {
            return new CallTimes(0, 0, total, 0, total);
        }
        long queued = Math.min(total, Math.max(0, dispatchedAt - startedAt()));
        return new CallTimes(0, 0, queued, total - queued, total);
    }
}
