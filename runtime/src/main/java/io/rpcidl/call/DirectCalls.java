package io.rpcidl.call;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.connection.CallFailure;
import io.rpcidl.value.DeclaredErrorException;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Calls handlers of this process, with the very values that the caller has; any thread.
 *
 * <p>It is one end of a line between two sides; the other one takes calls back.
 */
public final class DirectCalls implements Calls, ClientStreams.Starter {
    /** What stands where the address of the peer would. */
    static final String PEER = "this process";

    private final DirectSide callee;
    private final DirectSide caller;
    private final ClientCalls.Workers workers;
    private final AtomicLong ids = new AtomicLong();
    private final @Nullable DirectCalls opposite;
    private @Nullable DirectCalls back;
    private volatile boolean closed;

    /**
     * A line to {@code callee}.
     *
     * @param caller what the caller offers to handlers that call back
     * @param completions where asynchronous calls complete
     * @param uploads where the items of a caller are pulled who takes items at the same time
     */
    public DirectCalls(DirectSide callee, DirectSide caller, Executor completions, Executor uploads) {
        this(callee, caller, new ClientCalls.Workers(completions, uploads, DirectItems.BATCH), null);
    }

    private DirectCalls(
            DirectSide callee, DirectSide caller, ClientCalls.Workers workers, @Nullable DirectCalls opposite) {
        this.callee = callee;
        this.caller = caller;
        this.workers = workers;
        this.opposite = opposite;
    }

    @Override
    public <Q, R extends @Nullable Object> R call(MethodDescriptor<Q, R> method, Q parameters, CallTerms terms)
            throws DeclaredErrorException {
        requireWaiting(method);
        Thread waiting = Thread.currentThread();
        StreamedCall<Void, R> call = begin(method, parameters, terms, () -> LockSupport.unpark(waiting));
        call.submit();
        ClientStreams.await(call);
        return call.answer();
    }

    @Override
    public <Q, R extends @Nullable Object> CompletableFuture<R> callAsync(
            MethodDescriptor<Q, R> method, Q parameters, CallTerms terms) {
        AsyncEnd<R> end = new AsyncEnd<>(workers.completions()) {
            @Override
            void giveUp(StreamedCall<?, R> running) {
                ((DirectCall<?, ?, R>) running).cancel();
            }
        };
        StreamedCall<Void, R> call;
        try {
            call = begin(method, parameters, terms, end);
        } catch (RpcException refused) {
            return CompletableFuture.failedFuture(refused);
        }
        end.of(call);
        call.submit();
        return end;
    }

    @Override
    public ClientStreams streams() {
        return new ClientStreams(this, workers);
    }

    /** Ends every call, with its true outcome; later ones are not executed. */
    public void close() {
        closed = true;
        callee.giveUp(this, "this client is closed");
        caller.reset("the client was closed");
    }

    /** Whether replies are delivered on the calling thread, which must therefore not wait for one. */
    public boolean deliversReplies() {
        return NonBlockingThreads.marked();
    }

    @Override
    public void requireWaiting(MethodDescriptor<?, ?> method) {
        requireBlocking(method);
        if (Thread.currentThread().isInterrupted()) {
            throw Failures.beforeSubmission(
                    RpcCode.CANCELLED,
                    Phase.LOCAL_QUEUE,
                    method.fullName(),
                    "the calling thread was interrupted before");
        }
    }

    @Override
    public void requireBlocking(MethodDescriptor<?, ?> method) {
        if (deliversReplies()) {
            throw new IllegalStateException("a blocking call of " + method.fullName()
                    + " on a thread that delivers replies would wait for ever; use the asynchronous client there");
        }
    }

    @Override
    public <Q, I, R extends @Nullable Object> StreamedCall<I, R> begin(
            MethodDescriptor<Q, R> method, Q parameters, CallTerms terms, Runnable whenEnded) {
        long now = now();
        long nanos = ClientCalls.nanos(terms.timeout());
        if (nanos <= 0) {
            throw Failures.beforeSubmission(
                    RpcCode.DEADLINE, Phase.LOCAL_QUEUE, method.fullName(), "its deadline had passed before it began");
        }
        if (!CallMetadata.fits(CallMetadata.encode(callee.answering().codecs(), terms.metadata()))) {
            throw Failures.beforeSubmission(
                    RpcCode.TOO_LARGE,
                    Phase.ENCODING,
                    method.fullName(),
                    "the metadata takes more than the 8192 octets that are legal");
        }
        long deadline = nanos == Long.MAX_VALUE ? AnsweredCall.NO_DEADLINE : now + nanos;
        return new DirectCall<>(
                this,
                callee,
                new DirectCall.Terms<>(method, parameters, terms, ids.incrementAndGet(), now, deadline),
                whenEnded);
    }

    long now() {
        return callee.answering().clock().nanoTime();
    }

    /** Takes a call to the other side; the refusal, or null. */
    @Nullable
    CallFailure begin(DirectCall<?, ?, ?> call) {
        if (closed) {
            return new CallFailure(
                    Outcome.NOT_EXECUTED, RpcCode.UNAVAILABLE, Phase.LOCAL_QUEUE, "this client is closed", false, 0, 0);
        }
        CallFailure refused = callee.begin(call);
        if (refused == null && closed) {
            call.lost("this client is closed"); // between the two, where nobody has seen the call
        }
        return refused;
    }

    /** The result of a method that has none. */
    <R extends @Nullable Object> R nothing(MethodDescriptor<?, R> method, byte[] message) {
        return callee.answering().codecs().decode(method.result(), message, 0, message.length);
    }

    /** Calls in the other direction, of what the caller offers. */
    synchronized DirectCalls back() {
        if (opposite != null) {
            return opposite;
        }
        DirectCalls known = back;
        if (known == null) {
            Answering.Workers handlers = callee.answering().workers();
            known = new DirectCalls(
                    caller,
                    callee,
                    new ClientCalls.Workers(handlers.handlers(), handlers.streamHandlers(), DirectItems.BATCH),
                    this);
            DirectCalls made = known;
            CompletableFuture<Void> unused = callee.end().thenRun(made::callerEnded);
            back = known;
        }
        return known;
    }

    /** The side whose handlers call back is gone. */
    private void callerEnded() {
        closed = true;
        callee.giveUp(this, "the server was closed");
    }
}
