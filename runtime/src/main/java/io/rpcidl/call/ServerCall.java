package io.rpcidl.call;

import io.rpcidl.call.NonBlockingThreads.Owner;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.ErrorDescriptor;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.connection.Connection;
import io.rpcidl.connection.ErrorReply;
import io.rpcidl.connection.IncomingCall;
import io.rpcidl.value.CallRefusedException;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import io.rpcidl.wire.MalformedDataException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A call that a peer makes: decoded, dispatched and answered on the handler's thread, and handed back to the loop.
 *
 * <p>The arguments are decoded before the call counts as dispatched, so that a call with bad arguments is known not to have
 * been executed. The dispatch is one atomic step, which the loop may win with a refusal; then the handler is not entered.
 */
abstract class ServerCall<Q, R extends @Nullable Object> extends CallInHand implements Runnable, Inbox.Item {
    /** A struct without fields (W-3.2): all that is said of a stream that has ended well. */
    private static final byte[] END_OF_STREAM = {0};

    /** These two go nowhere: the caller has been told by then. */
    private static final ErrorReply EXPIRED =
            ErrorReply.passing(RpcCode.DEADLINE, "the deadline has passed before the handler began");

    private static final ErrorReply REFUSED =
            ErrorReply.lasting(RpcCode.CANCELLED, "the call was given up before its handler began");

    @SuppressWarnings("rawtypes") // a class literal has no type arguments
    private static final AtomicIntegerFieldUpdater<ServerCall> CLAIMED =
            AtomicIntegerFieldUpdater.newUpdater(ServerCall.class, "claimed");

    /** A result above this is large enough for an array of its own: the encoder would not keep one so large either. */
    private static final int LARGE = 128 << 10;

    private final MethodDescriptor<Q, R> method;
    private volatile int claimed;
    /** It runs on the loop, where it has arrived: nothing else happens to it before its handler has returned. */
    private boolean here;

    private byte @Nullable [] body;
    private int declaredError;
    private @Nullable ErrorReply error;
    private Inbox.@Nullable Item nextItem;

    ServerCall(MethodDescriptor<Q, R> method, Answers connection, IncomingCall incoming) {
        super(method, connection, incoming);
        this.method = method;
    }

    /** True once, for the one who sees to the end of the call: its run, or the loop when the executor has failed. */
    final boolean claim() {
        return CLAIMED.compareAndSet(this, 0, 1);
    }

    /** Enters the handler, which sees to it that {@link #succeeded} or {@link #failed} follows, once. */
    abstract void invoke(Q parameters);

    /** Tells a handler that runs that nobody waits for its answer; on the loop. */
    abstract void interrupt();

    /** The caller gave up or its deadline has passed; on the loop. */
    final void cancel() {
        tellOfCancel();
        endItems();
        interrupt();
    }

    /** Nobody takes or makes items any more; on the loop. */
    void endItems() {}

    /** The one step from queued to dispatched; false when the loop has refused the call, and the handler must not be entered. */
    final boolean enter() {
        return here
                ? incoming().enterOnLoop(connection().now())
                : incoming().enter(connection().timeForHandlers());
    }

    /** Answers the call on the loop, within its arrival: it has waited for no thread, and nobody can take it away. */
    final void answerAtOnce() {
        CLAIMED.lazySet(this, 1);
        here = true;
        AnsweredCall before = CurrentCall.enter(this);
        try {
            answer(Owner.LOOP);
        } finally {
            CurrentCall.leave(before, Owner.LOOP);
        }
    }

    @Override
    public final void run() {
        if (!claim()) {
            return;
        }
        Owner owner = connection().inLoop() ? Owner.LOOP : Owner.EXECUTOR;
        AnsweredCall before = CurrentCall.enter(this);
        try {
            ErrorReply tooLate = connection().admission(this);
            if (tooLate == null) {
                answer(owner);
            } else {
                refuse(tooLate, null);
            }
        } finally {
            CurrentCall.leave(before, owner);
        }
    }

    private void answer(Owner owner) {
        Q parameters;
        try {
            readMetadata();
            connection().hooks().before(this);
            parameters = decode();
            connection().hooks().arguments(this, parameters);
        } catch (RuntimeException | Error failure) { // a refusal, an interceptor's, or a fault of the codec
            refuse(undeclared(failure), failure);
            return;
        }
        if (owner == Owner.EXECUTOR) {
            invoke(parameters);
            return;
        }
        NonBlockingThreads.enter();
        try {
            invoke(parameters);
        } finally {
            NonBlockingThreads.leave(owner);
        }
    }

    private Q decode() {
        byte[] arguments = incoming().body();
        try {
            return connection()
                    .codecs()
                    .decode(
                            method.parameters(),
                            arguments,
                            incoming().bodyOffset(),
                            incoming().bodyLength());
        } catch (MalformedDataException malformed) {
            throw new CallRefusedException(
                    RpcCode.BAD_REQUEST, "the arguments can't be decoded: " + malformed.getMessage());
        }
    }

    /** The call ends before its handler was entered. */
    private void refuse(ErrorReply why, @Nullable Throwable failure) {
        error = why;
        end(Outcome.NOT_EXECUTED, failure);
    }

    /** The loop has refused the call, and answered it; the handler was not entered. */
    final void refused() {
        error = remainingNanos() == 0 ? EXPIRED : REFUSED;
        end(Outcome.NOT_EXECUTED, null);
    }

    final void succeeded(R result) {
        if (connection().inReadPass() && !method.streamsResult()) {
            answerHere(result);
            return;
        }
        try {
            body = method.streamsResult()
                    ? END_OF_STREAM
                    : connection().codecs().encode(method.result(), result);
        } catch (RuntimeException | Error unencodable) {
            error = undeclared(unencodable);
        }
        end(Outcome.EXECUTED, null);
    }

    /** On the loop the result is copied from the encoder into the output, with no array and no inbox between. */
    private void answerHere(R result) {
        CodecPool.Codecs codecs = connection().codecs().borrow();
        try {
            Encoder encoder = codecs.encoder();
            write(result, encoder);
            tellOfEnd(Outcome.EXECUTED, null);
            if (encoder.size() > LARGE && error == null) {
                body = encoder.take();
                process();
            } else {
                answer(encoder.array(), encoder.size());
            }
        } finally {
            codecs.giveBack();
        }
    }

    private void write(R result, Encoder encoder) {
        try {
            method.result().writeMessage(encoder, result);
        } catch (RuntimeException | Error unencodable) {
            error = undeclared(unencodable);
        }
    }

    final void failed(Throwable failure) {
        ErrorDescriptor<?> declared = method.errorOf(failure);
        if (declared == null) {
            error = undeclared(failure);
        } else {
            try {
                body = connection().codecs().encode(declared, failure);
                declaredError = declared.number();
            } catch (RuntimeException | Error unencodable) {
                error = undeclared(unencodable);
            }
        }
        end(Outcome.EXECUTED, failure);
    }

    /** Tells the interceptors and asks the loop to send the answer. */
    private void end(Outcome outcome, @Nullable Throwable failure) {
        tellOfEnd(outcome, failure);
        connection().ask(this);
    }

    private void tellOfEnd(Outcome outcome, @Nullable Throwable failure) {
        try {
            connection().hooks().after(this, outcome, failure);
        } catch (RuntimeException | Error faulty) {
            error = undeclared(faulty);
        }
    }

    /** Hands the answer to the connection, which drops it when the call has ended before; on the loop. */
    @Override
    public final void process() {
        byte[] answer = body;
        incoming().answerStays();
        answer(answer, answer == null ? 0 : answer.length);
    }

    private void answer(byte @Nullable [] answer, int length) {
        Connection state = connection().connection();
        IncomingCall incoming = incoming();
        long now = here ? connection().refreshed() : connection().now();
        incoming.answerMetadata(encodedAnswerMetadata());
        if (error != null) {
            state.fail(incoming, error, now);
        } else if (answer != null && declaredError != 0) {
            state.declaredError(incoming, declaredError, answer, 0, length, now);
        } else if (answer != null) {
            state.reply(incoming, answer, 0, length, now);
        }
        state.handlerEnded(incoming, now);
        counters().ended(error, declaredError);
        counters().took(now - incoming.arrivedAt(), incoming.runFor(now));
        if (!here) {
            connection().measured(this, now);
        }
    }

    @Override
    public final Inbox.@Nullable Item next() {
        return nextItem;
    }

    @Override
    public final void next(Inbox.@Nullable Item item) {
        nextItem = item;
    }

    /** The caller learns nothing but a number, under which the log has the rest: the failure may hold secrets. */
    private ErrorReply undeclared(Throwable failure) {
        if (cancelled()) {
            return ErrorReply.lasting(RpcCode.CANCELLED, "the handler stopped when the call was given up");
        }
        if (failure instanceof BadItemException bad) {
            return ErrorReply.lasting(RpcCode.BAD_REQUEST, bad.detail());
        }
        if (failure instanceof CallRefusedException refused) {
            return refusal(refused);
        }
        long correlation = connection().failureLog().undeclared(method, peer(), callId(), failure);
        connection()
                .failed("the handler of " + method.fullName() + " failed, correlation id "
                        + Long.toHexString(correlation));
        String text = "the handler failed; the server's log has the details under the correlation id";
        return ErrorReply.lasting(RpcCode.INTERNAL, text).withCorrelation(correlation);
    }

    private static ErrorReply refusal(CallRefusedException refused) {
        String text = String.valueOf(refused.getMessage());
        Duration after = refused.retryAfter();
        return after == null
                ? ErrorReply.lasting(refused.code(), text)
                : ErrorReply.passing(refused.code(), text).withRetryAfterMillis(Math.max(1, after.toMillis()));
    }
}
