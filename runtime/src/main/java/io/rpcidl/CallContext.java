package io.rpcidl;

import io.rpcidl.call.AnsweredCall;
import io.rpcidl.call.CallPolicy;
import io.rpcidl.call.CurrentCall;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.value.Metadata;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The call that this process is answering: what its handler and the server's interceptors may know of it, and add to it.
 *
 * <p>It belongs to the thread that runs the handler. Calls that this thread makes have at most the time that is left of it;
 * what the handler hands to other threads goes through {@link #wrap}. Any thread may use a context that it has got hold of.
 */
public final class CallContext {
    private final AnsweredCall call;

    CallContext(AnsweredCall call) {
        this.call = call;
    }

    /**
     * The call that this thread answers.
     *
     * @throws IllegalStateException when it answers none
     */
    public static CallContext current() {
        return find().orElseThrow(() -> new IllegalStateException(
                "this thread answers no call; take the context on the handler's thread, or wrap the executor"));
    }

    /** The call that this thread answers, if it answers one. */
    public static Optional<CallContext> find() {
        return Optional.ofNullable(CurrentCall.get()).map(CallContext::new);
    }

    /** An executor whose tasks have the context of the thread that submits them. */
    public static Executor wrap(Executor executor) {
        return CurrentCall.wrap(executor);
    }

    /** The method, resolved: never a name that came from the peer. */
    public MethodDescriptor<?, ?> method() {
        return call.method();
    }

    /** The address of the caller. */
    public String peer() {
        return call.peer();
    }

    /** The id of the call on its connection. */
    public long callId() {
        return call.callId();
    }

    /** What the caller sent beside its arguments. */
    public Metadata metadata() {
        return call.metadata();
    }

    /** The time until the deadline, zero when it has passed; empty when there is none. */
    public Optional<Duration> remaining() {
        long nanos = call.remainingNanos();
        return nanos == AnsweredCall.NO_DEADLINE ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    }

    /** Whether nobody waits for the answer any more: the caller gave up, its deadline has passed, or its connection is gone. */
    public boolean cancelled() {
        return call.cancelled();
    }

    /**
     * Has {@code told} run once when the call is given up; at once when it was before. It runs on the connection's loop and
     * must not block.
     */
    public void onCancel(Runnable told) {
        call.onCancel(told);
    }

    /**
     * A channel to the caller, over the connection of this call: for the services that the caller offers. It can be kept
     * beyond the call, and fails as not executed once the connection is gone. A handler on the connection's loop must not
     * wait for such a call.
     */
    public RpcChannel caller() {
        return new CallChannel(call.backCalls(), new ClientInterceptors(List.of()), CallPolicy.ONCE);
    }

    /**
     * Who calls: what an interceptor has found out, else what the connection tells, a
     * {@link io.rpcidl.transport.CertificateIdentity} where the client has shown a certificate, or a
     * {@link io.rpcidl.transport.ProcessIdentity} on a Unix socket. Empty where nobody knows, as on plain TCP.
     */
    public Optional<Object> principal() {
        return Optional.ofNullable(call.principal());
    }

    /** Says who calls: for interceptors that authenticate. */
    public void authenticated(Object principal) {
        call.principal(principal);
    }

    /**
     * Adds to what travels back beside the answer.
     *
     * @throws IllegalArgumentException when all of it takes more than 8,192 octets
     */
    public void answerWith(Metadata metadata) {
        call.answerWith(metadata);
    }
}
