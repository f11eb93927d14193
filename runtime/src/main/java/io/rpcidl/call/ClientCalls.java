package io.rpcidl.call;

import io.rpcidl.balance.ConnectionState;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.Modifier;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.connection.CallTarget;
import io.rpcidl.connection.OutgoingCall;
import io.rpcidl.frame.CallKind;
import io.rpcidl.frame.SchemaHash;
import io.rpcidl.introspection.ClientSnapshot;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.Transport;
import io.rpcidl.value.DeclaredErrorException;
import io.rpcidl.value.Metadata;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import io.rpcidl.wire.UnencodableValueException;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the calls of one client, on the threads of its callers: checks, encodes, submits, and waits or not.
 *
 * <p>Whatever is wrong with a call before it is submitted fails it here, as not executed, without touching a connection.
 */
public final class ClientCalls implements Calls, ClientStreams.Starter {
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);

    private final RpcClock clock;
    private final CallCarrier carrier;
    private final Workers workers;
    /** What is closed with this object; null for calls over a connection that is not its own. */
    private final @Nullable ClientConnections connections;

    private final ConcurrentMap<MethodDescriptor<?, ?>, CallTarget> targets = new ConcurrentHashMap<>();

    /**
     * Who works beside the callers.
     *
     * @param completions where asynchronous calls complete
     * @param uploads where the items of a caller are pulled who takes items at the same time
     * @param itemBatch what a taker of items may keep to itself before the loop is told
     */
    record Workers(Executor completions, Executor uploads, long itemBatch) {
        static Workers of(ClientSettings settings) {
            // Less than the quarter that W-7.13 lets a receiver hold back.
            long batch = settings.connection().limits().streamCredit() / 8;
            return new Workers(settings.completions(), settings.uploads(), batch);
        }
    }

    /** Calls to the servers that the settings name. */
    public ClientCalls(Transport transport, ClientSettings settings) {
        this.clock = transport.clock();
        this.connections = new ClientConnections(transport, settings);
        this.carrier = connections;
        this.workers = Workers.of(settings);
    }

    /** Calls of a client over one of its connections, and no other. */
    static ClientCalls over(ClientConnection connection, ClientConnections client) {
        ClientSettings settings = client.settings();
        return new ClientCalls(
                client.transport().clock(), new BackCalls(connection, client.codecs()), Workers.of(settings));
    }

    private ClientCalls(RpcClock clock, CallCarrier carrier, Workers workers) {
        this.clock = clock;
        this.connections = null;
        this.carrier = carrier;
        this.workers = workers;
    }

    /** Calls of a side that answers, over a connection that the peer has opened. */
    ClientCalls(CallCarrier carrier, Answering side, long itemBatch) {
        this.clock = side.clock();
        this.connections = null;
        this.carrier = carrier;
        this.workers = new Workers(side.workers().handlers(), side.workers().streamHandlers(), itemBatch);
    }

    @Override
    public <Q, R extends @Nullable Object> R call(MethodDescriptor<Q, R> method, Q parameters, CallTerms terms)
            throws DeclaredErrorException {
        requireWaiting(method);
        BlockingCall<Q, R> call =
                new BlockingCall<>(prepare(method, terms, clock.nanoTime(), encode(method, parameters)), carrier);
        carrier.ask(call);
        return call.await();
    }

    @Override
    public <Q, R extends @Nullable Object> CompletableFuture<R> callAsync(
            MethodDescriptor<Q, R> method, Q parameters, CallTerms terms) {
        AsyncCall<Q, R> call;
        try {
            call = new AsyncCall<>(
                    prepare(method, terms, clock.nanoTime(), encode(method, parameters)),
                    carrier,
                    workers.completions());
        } catch (RpcException refused) {
            return CompletableFuture.failedFuture(refused);
        }
        carrier.ask(call);
        return call.future();
    }

    /** Whether replies are delivered on the calling thread, which must therefore not wait for one. */
    public boolean deliversReplies() {
        return carrier.inLoop() || NonBlockingThreads.marked();
    }

    /** Ends every call, with its true outcome, and every connection; the future completes when they are gone. */
    public CompletableFuture<@Nullable Void> close() {
        return connections == null ? CompletableFuture.completedFuture(null) : connections.close();
    }

    /** Takes no more calls, and closes when those that were made have ended, or when {@code grace} is over. */
    public CompletableFuture<@Nullable Void> drain(Duration grace) {
        return connections == null ? CompletableFuture.completedFuture(null) : connections.drain(grace);
    }

    /** Connects now; the future says whether that has worked, and fails with an {@link IOException} when it has not. */
    public CompletableFuture<@Nullable Void> connect() {
        return connections == null ? CompletableFuture.completedFuture(null) : connections.connect();
    }

    /** What the client is doing; only for one that has connections of its own. */
    public CompletableFuture<ClientSnapshot> snapshot() {
        return Objects.requireNonNull(connections, "calls over a connection that is not theirs have no snapshot")
                .snapshot();
    }

    /** What is known of the way to the servers. */
    public ConnectionState state() {
        return connections == null
                ? ConnectionState.READY
                : connections.readiness().state();
    }

    /** Tells {@code listener} of each change of the state, on the executor of completions. */
    public void onStateChange(Consumer<? super ConnectionState> listener) {
        if (connections != null) {
            connections.readiness().listen(listener);
        }
    }

    @Override
    public ClientStreams streams() {
        return new ClientStreams(this, workers);
    }

    @Override
    public <Q, I, R extends @Nullable Object> StreamedCall<I, R> begin(
            MethodDescriptor<Q, R> method, Q parameters, CallTerms terms, Runnable whenEnded) {
        return new StreamCall<>(
                prepare(method, terms, clock.nanoTime(), encode(method, parameters)),
                carrier,
                upload(method),
                whenEnded);
    }

    @SuppressWarnings("unchecked") // generated code hands over items of the type that its method descriptor names
    private static <I> @Nullable StructCodec<I> upload(MethodDescriptor<?, ?> method) {
        return (StructCodec<I>) method.requestItem();
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

    /** Small, so that the JIT compiler has it in its callers and the object it makes is none. */
    private <Q, R extends @Nullable Object> PreparedCall<Q, R> prepare(
            MethodDescriptor<Q, R> method, CallTerms terms, long now, byte[] arguments) {
        PreparedCall<Q, R> prepared =
                new PreparedCall<>(method, target(method), arguments, now, deadline(method, terms, now));
        prepared.metadata = encode(method, terms.metadata());
        prepared.answer = terms.answer();
        prepared.policy = terms.policy();
        return prepared;
    }

    private static long deadline(MethodDescriptor<?, ?> method, CallTerms terms, long now) {
        long nanos = nanos(terms.timeout());
        if (nanos == Long.MAX_VALUE) {
            return OutgoingCall.NO_DEADLINE;
        }
        if (nanos <= 0) {
            throw Failures.beforeSubmission(
                    RpcCode.DEADLINE, Phase.LOCAL_QUEUE, method.fullName(), "its deadline had passed before it began");
        }
        return now + nanos;
    }

    /** What the caller allows, and no more than the call leaves that this thread answers; the largest long for: for ever. */
    static long nanos(@Nullable Duration timeout) {
        long inherited = CurrentCall.remainingNanos();
        if (timeout == null || timeout.compareTo(LONGEST) >= 0) {
            return inherited;
        }
        return timeout.isNegative() ? 0 : Math.min(inherited, timeout.toNanos());
    }

    private byte @Nullable [] encode(MethodDescriptor<?, ?> method, Metadata metadata) {
        if (metadata.isEmpty()) {
            return null;
        }
        byte[] encoded = CallMetadata.encode(carrier.codecs(), metadata);
        if (!CallMetadata.fits(encoded)) {
            throw Failures.beforeSubmission(
                    RpcCode.TOO_LARGE,
                    Phase.ENCODING,
                    method.fullName(),
                    "the metadata takes more than the 8192 octets that are legal");
        }
        return encoded;
    }

    private <Q> byte[] encode(MethodDescriptor<Q, ?> method, Q parameters) {
        try {
            return carrier.codecs().encode(method.parameters(), parameters);
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
