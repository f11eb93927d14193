package io.rpcidl.call;

import io.rpcidl.codec.ErrorDescriptor;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.connection.ErrorReply;
import io.rpcidl.value.CallRefusedException;
import io.rpcidl.value.DeclaredErrorException;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a call within this process: the steps of {@link ServerCall} on the handler's thread, without octets and without
 * a loop.
 */
final class DirectAnswer<Q, R extends @Nullable Object> extends AnsweredState implements Runnable {
    private static final ErrorReply GIVEN_UP =
            ErrorReply.lasting(RpcCode.CANCELLED, "the call was given up before its handler was entered");

    private final DirectCall<Q, ?, R> call;
    private final DirectSide side;
    private final BoundMethod<Q, R> method;
    private final MethodCounters counters;
    private final BoundMethod.Work<Q, R> work;
    private final HandlerThread thread = new HandlerThread();
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final AtomicBoolean completed = new AtomicBoolean();
    private volatile @Nullable CompletionStage<? extends R> stage;

    /** The answer of {@code offered}, whose descriptor is that of the caller. */
    @SuppressWarnings("unchecked") // the descriptor is the same object, and so are its types
    DirectAnswer(DirectCall<Q, ?, R> call, DirectSide side, BoundService.Offered offered, HandlerItems<?, R> items) {
        this.call = call;
        this.side = side;
        this.method = (BoundMethod<Q, R>) offered.method();
        this.counters = offered.counters();
        this.work = method.work(items);
        metadata(call.metadata());
    }

    @Override
    CodecPool codecs() {
        return side.answering().codecs();
    }

    @Override
    void runForApplication(Runnable told) {
        try {
            side.answering().workers().handlers().execute(told);
        } catch (RuntimeException | Error refused) {
            told.run(); // whoever gave the call up tells of it, where no executor wants to
        }
    }

    @Override
    public MethodDescriptor<?, ?> method() {
        return method.method();
    }

    @Override
    public String peer() {
        return DirectCalls.PEER;
    }

    @Override
    public long callId() {
        return call.callId();
    }

    @Override
    public long remainingNanos() {
        return call.deadline() == NO_DEADLINE ? NO_DEADLINE : Math.max(0, call.deadline() - now());
    }

    @Override
    public Calls backCalls() {
        return call.backCalls();
    }

    /** The client that the call came from. */
    DirectCalls line() {
        return call.line();
    }

    private long now() {
        return side.answering().clock().nanoTime();
    }

    /** Hands itself over to the executor of its handler. */
    void execute() {
        counters.arrived();
        side.execute(this, method.waitsForItems());
    }

    /** The executor wants it not; it may have run it all the same, or keep it: then the call ends itself. */
    void rejected() {
        if (claimed.compareAndSet(false, true)) {
            side.answering().admission().left();
            ErrorReply overloaded =
                    ErrorReply.passing(RpcCode.OVERLOADED, "no thread of the server is free for the call");
            counters.failed(overloaded);
            call.failed(overloaded, answerMetadata());
            side.ended(call);
        }
    }

    @Override
    public void run() {
        if (claimed.compareAndSet(false, true)) {
            CurrentCall.run(this, this::answer);
        }
    }

    private void answer() {
        long now = now();
        ErrorReply tooLate = side.answering()
                .admission()
                .refusal(now - call.startedAt(), remainingNanos(), method.serviceTime(), now);
        if (tooLate != null) {
            end(Outcome.NOT_EXECUTED, null, tooLate);
            return;
        }
        if (call.refused()) { // it was given up in the queue: nobody is troubled with it
            counters.failed(GIVEN_UP);
            side.ended(call);
            return;
        }
        Q parameters = call.parameters();
        try {
            side.answering().hooks().before(this);
            side.answering().hooks().arguments(this, parameters);
        } catch (RuntimeException | Error failure) { // a refusal, or a fault of an interceptor
            end(Outcome.NOT_EXECUTED, failure, undeclared(failure));
            return;
        }
        invoke(parameters);
    }

    private void invoke(Q parameters) {
        BoundMethod.Handler<Q, R> returning = work.returning();
        BoundMethod.Handler<Q, CompletionStage<? extends R>> completing = work.completing();
        if (returning != null) {
            invokeReturning(returning, parameters);
        } else if (completing != null) {
            invokeCompleting(completing, parameters);
        }
    }

    private void invokeReturning(BoundMethod.Handler<Q, R> handler, Q parameters) {
        boolean interruptible = thread.begin();
        if (!call.enter(now())) {
            thread.leave(interruptible);
            end(Outcome.NOT_EXECUTED, null, GIVEN_UP);
            return;
        }
        R result;
        try {
            result = handler.handle(parameters);
        } catch (Throwable failure) {
            thread.leave(interruptible);
            failed(failure);
            return;
        }
        thread.leave(interruptible);
        succeeded(result);
    }

    private void invokeCompleting(BoundMethod.Handler<Q, CompletionStage<? extends R>> handler, Q parameters) {
        if (!call.enter(now())) {
            end(Outcome.NOT_EXECUTED, null, GIVEN_UP);
            return;
        }
        try {
            CompletionStage<? extends R> running = handler.handle(parameters);
            stage = running;
            running.whenComplete(this::completed);
        } catch (Throwable failure) {
            failedOnce(failure);
            return;
        }
        if (cancelled()) {
            cancelStage();
        }
    }

    private void completed(R result, @Nullable Throwable failure) {
        if (failure == null) {
            if (completed.compareAndSet(false, true)) {
                succeeded(result);
            }
        } else {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
            failedOnce(cause == null ? failure : cause);
        }
    }

    /** Only a stage that breaks its contract completes twice. */
    private void failedOnce(Throwable failure) {
        if (completed.compareAndSet(false, true)) {
            failed(failure);
        }
    }

    /** Nobody waits for the answer any more; any thread, once. */
    void giveUp(HandlerItems<?, R> items) {
        tellOfCancel();
        items.cancelled();
        thread.interrupt();
        cancelStage();
    }

    private void cancelStage() {
        CompletionStage<? extends R> running = stage;
        if (running != null) {
            try {
                running.toCompletableFuture().cancel(true);
            } catch (RuntimeException | Error notToBeCancelled) {
                // such a stage can't be cancelled: its answer will be dropped
            }
        }
    }

    private void succeeded(R result) {
        ErrorReply error = null;
        if (result == null && !method.method().streamsResult()) {
            try {
                byte[] unused = codecs().encode(method.method().result(), result); // whether it may be null
            } catch (RuntimeException | Error undeclared) {
                error = undeclared(undeclared);
            }
        }
        ErrorReply faulty = after(Outcome.EXECUTED, null);
        error = faulty == null ? error : faulty;
        counters.ended(error, 0);
        if (error == null) {
            call.succeeded(result, answerMetadata());
        } else {
            call.failed(error, answerMetadata());
        }
        over();
    }

    private void failed(Throwable failure) {
        ErrorDescriptor<?> declared = method.method().errorOf(failure);
        if (declared == null || !(failure instanceof DeclaredErrorException error)) {
            end(Outcome.EXECUTED, failure, undeclared(failure));
            return;
        }
        ErrorReply faulty = after(Outcome.EXECUTED, failure);
        counters.ended(faulty, declared.number());
        if (faulty == null) {
            call.declared(error, answerMetadata());
        } else {
            call.failed(faulty, answerMetadata());
        }
        over();
    }

    /** Tells the interceptors, and then the caller. */
    private void end(Outcome outcome, @Nullable Throwable failure, ErrorReply error) {
        ErrorReply faulty = after(outcome, failure);
        ErrorReply known = faulty == null ? error : faulty;
        counters.failed(known);
        call.failed(known, answerMetadata());
        over();
    }

    private @Nullable ErrorReply after(Outcome outcome, @Nullable Throwable failure) {
        try {
            side.answering().hooks().after(this, outcome, failure);
            return null;
        } catch (RuntimeException | Error faulty) {
            return undeclared(faulty);
        }
    }

    private void over() {
        long now = now();
        long duration = call.runFor(now);
        counters.took(now - call.startedAt(), duration);
        if (duration >= 0 && !method.method().streams()) {
            method.serviceTime().measured(duration, now);
        }
        side.ended(call);
    }

    /** The caller learns nothing but a number, under which the log has the rest: as it would from another process. */
    private ErrorReply undeclared(Throwable failure) {
        if (cancelled()) {
            return ErrorReply.lasting(RpcCode.CANCELLED, "the handler stopped when the call was given up");
        }
        if (failure instanceof CallRefusedException refused) {
            Duration after = refused.retryAfter();
            String text = String.valueOf(refused.getMessage());
            return after == null
                    ? ErrorReply.lasting(refused.code(), text)
                    : ErrorReply.passing(refused.code(), text).withRetryAfterMillis(Math.max(1, after.toMillis()));
        }
        long correlation = side.answering().failureLog().undeclared(method.method(), peer(), callId(), failure);
        String what = "the handler of " + method.method().fullName() + " failed, correlation id "
                + Long.toHexString(correlation);
        side.answering().recentFailures().add(now(), peer(), what);
        String text = "the handler failed; the server's log has the details under the correlation id";
        return ErrorReply.lasting(RpcCode.INTERNAL, text).withCorrelation(correlation);
    }
}
