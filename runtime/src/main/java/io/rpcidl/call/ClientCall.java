package io.rpcidl.call;

import io.rpcidl.codec.ErrorDescriptor;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.Modifier;
import io.rpcidl.connection.CallFailure;
import io.rpcidl.value.CallTimes;
import io.rpcidl.value.DeclaredErrorException;
import io.rpcidl.value.Failure;
import io.rpcidl.value.Metadata;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import io.rpcidl.wire.MalformedDataException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A call that this process makes, from its submission to its end.
 *
 * <p>The loop keeps what it learns and calls {@link #ended}; the thread that wants the result then calls {@link #result},
 * which decodes. Between the two lies a hand-over that orders memory.
 */
abstract class ClientCall<Q, R extends @Nullable Object> extends CarriedCall {
    private static final byte[] NOTHING = {};
    private static final String CODEC_FAILED = "the codec of the reply failed";

    /** A struct without fields (W-3.2). */
    private static final byte[] EMPTY_MESSAGE = {0};

    private final MethodDescriptor<Q, R> method;
    private final CallPolicy policy;
    private final @Nullable Consumer<? super Metadata> told;
    private final long startedAt;
    private byte[] body = NOTHING;
    private int bodyOffset;
    private int bodyLength;
    private int declaredError;
    private @Nullable CallFailure failure;
    private volatile @Nullable Reason reason;
    private long endedAt;
    private @Nullable Attempts attempts;
    private boolean givenUp;

    ClientCall(PreparedCall<Q, R> prepared, CallCarrier carrier) {
        super(prepared, carrier);
        this.method = prepared.method;
        this.policy = prepared.policy;
        this.told = prepared.answer;
        this.startedAt = prepared.startedAt;
    }

    @Override
    final ClientCall<Q, R> call() {
        return this;
    }

    /** The call has ended; on the loop, or where the loop's end was noticed. */
    abstract void ended();

    /** How a call that was given up ends once it has left. */
    enum GivenUp {
        /** At once, with what is known by then. */
        NOW,
        /** With what the server answers to the wish, which is more. */
        WITH_THE_ANSWER
    }

    /** Gives the call up; when it has not left, it ends at once and was not executed. Any thread. */
    final void cancel(GivenUp how) {
        carrier().ask(new Cancellation(this, how));
    }

    /** Gives the call up because of something that happened on this side; any thread. */
    final void giveUp(RpcCode code, String detail, @Nullable Throwable cause) {
        reason = new Reason(code, detail, cause);
        cancel(GivenUp.NOW);
    }

    /** Why this side does not go on. */
    private record Reason(
            RpcCode code, String detail, @Nullable Throwable cause) {}

    /** Tells whoever wants to know what the server sent beside its answer. */
    private void tellOfAnswer() {
        Consumer<? super Metadata> wanting = told;
        if (wanting == null) {
            return;
        }
        try {
            wanting.accept(CallMetadata.decode(carrier().codecs(), current().answerMetadata()));
        } catch (MalformedDataException | IllegalArgumentException malformed) {
            throw badReply("the metadata of the answer can't be decoded: " + malformed.getMessage(), malformed);
        }
    }

    /** Whether the calling thread is the loop of this call. */
    final boolean inLoop() {
        return carrier().inLoop();
    }

    /** The result is taken before {@link #ended} returns, so the reply is read where it lies. */
    boolean takenAtOnce() {
        return false;
    }

    private void takeBody(byte[] bytes, int offset, int length) {
        boolean lent = takenAtOnce();
        body = lent ? bytes : Arrays.copyOfRange(bytes, offset, offset + length);
        bodyOffset = lent ? offset : 0;
        bodyLength = length;
    }

    @Override
    protected final void replied(byte[] bytes, int offset, int length) {
        replied(this, bytes, offset, length);
    }

    final void replied(CarriedCall attempt, byte[] bytes, int offset, int length) {
        if (answeredBy(attempt)) {
            takeBody(bytes, offset, length);
            end();
        }
    }

    @Override
    protected final void declaredError(int number, byte[] bytes, int offset, int length) {
        declaredError(this, number, bytes, offset, length);
    }

    final void declaredError(CarriedCall attempt, int number, byte[] bytes, int offset, int length) {
        if (answeredBy(attempt)) {
            declaredError = number;
            takeBody(bytes, offset, length);
            end();
        }
    }

    /** Whether the call ends with what has become of {@code attempt}; it does not when another came first. */
    private boolean answeredBy(CarriedCall attempt) {
        Attempts several = attempts;
        return several == null || carrier().answered(attempt, several);
    }

    /** No attempt succeeded, and there will be no other. */
    final void fail(CallFailure problem) {
        failure = problem;
        end();
    }

    @Override
    protected final void sent() {
        sent(this);
    }

    final void sent(CarriedCall attempt) {
        if (answeredBy(attempt)) {
            takeBody(EMPTY_MESSAGE, 0, EMPTY_MESSAGE.length); // the result of a oneway call, which has none
            end();
        }
    }

    /** What is done for the call beyond one attempt. */
    final CallPolicy policy() {
        return policy;
    }

    final Modifier modifier() {
        return method.modifier();
    }

    /** Whether another attempt would be the same call: nothing of the answer was delivered, nothing was uploaded. */
    boolean repeatable() {
        return true;
    }

    /** What becomes of its attempts; null while there is one and no other is planned. */
    final @Nullable Attempts attempts() {
        return attempts;
    }

    final Attempts severalAttempts() {
        Attempts several = attempts;
        if (several == null) {
            several = new Attempts(this);
            attempts = several;
        }
        return several;
    }

    /** The attempt that has ended the call, or was made last. */
    final CarriedCall current() {
        Attempts several = attempts;
        return several == null ? this : several.latest();
    }

    final Attempt newAttempt(@Nullable LinkedConnection avoided) {
        return new Attempt(this, avoided);
    }

    /** Whether its caller has given it up; on the loop. */
    final boolean givenUp() {
        return givenUp;
    }

    /**
     * The result, once the call has ended.
     *
     * @throws RpcException when the call failed
     * @throws DeclaredErrorException when the server answered with a declared error
     */
    final R result() throws DeclaredErrorException {
        checkEnd();
        try {
            return carrier().codecs().decode(method.result(), body, bodyOffset, bodyLength);
        } catch (MalformedDataException malformed) {
            throw badReply(undecodable(malformed), malformed);
        } catch (RuntimeException | Error fault) { // the stack of a deep value, the memory of a large one
            throw badReply(CODEC_FAILED, fault);
        }
    }

    /**
     * Returns when the call, which has ended, has ended well.
     *
     * @throws RpcException when the call failed
     * @throws DeclaredErrorException when the server answered with a declared error
     */
    final void checkEnd() throws DeclaredErrorException {
        tellOfAnswer();
        CallFailure problem = failure;
        if (problem != null) {
            throw exception(problem);
        }
        if (declaredError == 0) {
            return;
        }
        DeclaredErrorException declared;
        try {
            declared = declared();
        } catch (MalformedDataException malformed) {
            throw badReply(undecodable(malformed), malformed);
        } catch (RpcException undeclared) {
            throw undeclared;
        } catch (RuntimeException | Error fault) {
            throw badReply(CODEC_FAILED, fault);
        }
        throw declared;
    }

    private static String undecodable(MalformedDataException malformed) {
        return "the reply can't be decoded: " + malformed.getMessage();
    }

    private DeclaredErrorException declared() {
        ErrorDescriptor<?> error = method.error(declaredError);
        if (error == null) {
            throw badReply(
                    "the server answered with error " + declaredError + ", which the method does not declare", null);
        }
        return carrier().codecs().decode(error.codec(), body, bodyOffset, bodyLength);
    }

    /** What this side can't read was executed all the same. */
    final RpcException badReply(String detail, @Nullable Throwable cause) {
        CallFailure problem =
                new CallFailure(Outcome.EXECUTED, RpcCode.BAD_REPLY, Phase.DECODING_REPLY, detail, false, 0, 0);
        return exception(problem, cause);
    }

    /** A call that was cancelled for a reason of this side fails with that reason, and with the outcome that it has. */
    private RpcException exception(CallFailure problem) {
        Reason why = reason;
        if (why == null || problem.code() != RpcCode.CANCELLED) {
            return exception(problem, null);
        }
        CallFailure known = new CallFailure(problem.outcome(), why.code(), problem.phase(), why.detail(), false, 0, 0);
        return exception(known, why.cause());
    }

    /** How many items of the server the application has taken. */
    long itemsDelivered() {
        return 0;
    }

    private RpcException exception(CallFailure problem, @Nullable Throwable cause) {
        CarriedCall last = current();
        LinkedConnection taker = last.connection();
        Duration retryAfter = problem.retryAfterMillis() == 0 ? null : Duration.ofMillis(problem.retryAfterMillis());
        Failure described = Failure.of(problem.outcome(), problem.code(), problem.phase(), method.fullName())
                .detail(problem.text())
                .peer(taker == null ? null : taker.peer())
                .callId(last.callId())
                .attempts(attempts == null ? 1 : attempts.made())
                .times(times())
                .items(itemsDelivered())
                .correlationId(problem.correlation())
                .retry(new Failure.Retry(problem.transientFailure(), retryAfter))
                .cause(cause)
                .build();
        return RpcException.of(described, Failures.stackTrace(described));
    }

    private CallTimes times() {
        long total = Math.max(0, endedAt - startedAt);
        if (connection() == null || (attempts != null && attempts.made() > 1)) {
            return CallTimes.total(total);
        }
        long connecting = Math.max(0, carriedAt() - startedAt);
        long waiting = handed() ? Math.max(0, handedAt() - carriedAt()) : CallTimes.UNKNOWN;
        boolean stated = serverQueueNanos() != 0 || serverHandlerNanos() != 0;
        return stated
                ? new CallTimes(connecting, waiting, serverQueueNanos(), serverHandlerNanos(), total)
                : new CallTimes(connecting, waiting, CallTimes.UNKNOWN, CallTimes.UNKNOWN, total);
    }

    private void end() {
        endedAt = carrier().now();
        carrier().ended();
        ended();
        if (takenAtOnce()) {
            body = NOTHING; // it belongs to the loop
        }
    }

    /** The wish to give a call up, on its way to the loop. */
    private static final class Cancellation extends InboxTask {
        private final ClientCall<?, ?> call;
        private final GivenUp how;

        Cancellation(ClientCall<?, ?> call, GivenUp how) {
            this.call = call;
            this.how = how;
        }

        @Override
        public void process() {
            call.givenUp = true;
            call.carrier().cancel(call, how);
        }
    }
}
