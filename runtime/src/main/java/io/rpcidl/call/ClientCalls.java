package io.rpcidl.call;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.Modifier;
import io.rpcidl.connection.CallTarget;
import io.rpcidl.connection.OutgoingCall;
import io.rpcidl.frame.CallKind;
import io.rpcidl.frame.SchemaHash;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.Transport;
import io.rpcidl.value.DeclaredErrorException;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import io.rpcidl.wire.UnencodableValueException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the calls of one client, on the threads of its callers: checks, encodes, submits, and waits or not.
 *
 * <p>Whatever is wrong with a call before it is submitted fails it here, as not executed, without touching a connection.
 */
public final class ClientCalls {
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);

    private final RpcClock clock;
    private final ClientSettings settings;
    private final ClientConnections connections;
    private final ConcurrentMap<MethodDescriptor<?, ?>, CallTarget> targets = new ConcurrentHashMap<>();

    /** Calls to {@code endpoint}; connects with the first one. */
    public ClientCalls(Transport transport, Endpoint endpoint, ClientSettings settings) {
        this.clock = transport.clock();
        this.settings = settings;
        this.connections = new ClientConnections(transport, endpoint, settings);
    }

    /**
     * Calls and waits.
     *
     * @param timeout how long the call may take; null for ever
     * @throws IllegalStateException on a thread that delivers replies
     * @throws DeclaredErrorException when the server answers with an error that the method declares
     */
    public <Q, R extends @Nullable Object> R call(
            MethodDescriptor<Q, R> method, Q parameters, @Nullable Duration timeout) throws DeclaredErrorException {
        requireWaiting(method);
        BlockingCall<Q, R> call = new BlockingCall<>(prepare(method, parameters, timeout), connections);
        connections.ask(call);
        return call.await();
    }

    /** Calls; the future completes on the executor of the settings, or at once when the call can't be made. */
    public <Q, R extends @Nullable Object> CompletableFuture<R> callAsync(
            MethodDescriptor<Q, R> method, Q parameters, @Nullable Duration timeout) {
        AsyncCall<Q, R> call;
        try {
            call = new AsyncCall<>(prepare(method, parameters, timeout), connections, settings.completions());
        } catch (RpcException refused) {
            return CompletableFuture.failedFuture(refused);
        }
        connections.ask(call);
        return call.future();
    }

    /** Whether replies are delivered on the calling thread, which must therefore not wait for one. */
    public boolean deliversReplies() {
        return connections.inLoop() || NonBlockingThreads.marked();
    }

    /** Ends every call, with its true outcome, and every connection; the future completes when they are gone. */
    public CompletableFuture<@Nullable Void> close() {
        return connections.close();
    }

    /** The calls of this client that have streams. */
    public ClientStreams streams() {
        return new ClientStreams(this, connections, settings);
    }

    /** Refuses the threads and the moments in which a caller must not wait. */
    void requireWaiting(MethodDescriptor<?, ?> method) {
        requireBlocking(method);
        if (Thread.currentThread().isInterrupted()) {
            throw Failures.beforeSubmission(
                    RpcCode.CANCELLED,
                    Phase.LOCAL_QUEUE,
                    method.fullName(),
                    "the calling thread was interrupted before");
        }
    }

    /** Refuses the threads that must never wait. */
    void requireBlocking(MethodDescriptor<?, ?> method) {
        if (deliversReplies()) {
            throw new IllegalStateException("a blocking call of " + method.fullName()
                    + " on a thread that delivers replies would wait for ever; use the asynchronous client there");
        }
    }

    <Q, R extends @Nullable Object> PreparedCall<Q, R> prepare(
            MethodDescriptor<Q, R> method, Q parameters, @Nullable Duration timeout) {
        long now = clock.nanoTime();
        long deadline = OutgoingCall.NO_DEADLINE;
        if (timeout != null) {
            if (timeout.isZero() || timeout.isNegative()) {
                throw Failures.beforeSubmission(
                        RpcCode.DEADLINE,
                        Phase.LOCAL_QUEUE,
                        method.fullName(),
                        "its deadline had passed before it began");
            }
            deadline = timeout.compareTo(LONGEST) < 0 ? now + timeout.toNanos() : OutgoingCall.NO_DEADLINE;
        }
        return new PreparedCall<>(method, target(method), encode(method, parameters), now, deadline);
    }

    private <Q> byte[] encode(MethodDescriptor<Q, ?> method, Q parameters) {
        try {
            return connections.codecs().encode(method.parameters(), parameters);
        } catch (UnencodableValueException refused) {
            RpcCode code = refused.isTooLarge() ? RpcCode.TOO_LARGE : RpcCode.BAD_REQUEST;
            throw Failures.beforeSubmission(
                    code, Phase.ENCODING, method.fullName(), String.valueOf(refused.getMessage()));
        }
    }

    private CallTarget target(MethodDescriptor<?, ?> method) {
        CallTarget known = targets.get(method);
        return known != null ? known : targets.computeIfAbsent(method, ClientCalls::newTarget);
    }

    private static CallTarget newTarget(MethodDescriptor<?, ?> method) {
        CallKind kind = method.modifier() == Modifier.ONEWAY
                ? CallKind.ONEWAY
                : CallKind.streaming(method.streamsRequest(), method.streamsResult());
        return new CallTarget(method.service(), SchemaHash.NONE, method.number(), kind);
    }
}
