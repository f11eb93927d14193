package io.rpcidl;

import io.rpcidl.call.ClientCalls;
import io.rpcidl.call.ClientStreams;
import io.rpcidl.call.Items;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.value.DeclaredErrorException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A client of one server; all threads may share it.
 *
 * <p>It connects when the first call is made, and again with the next call after a connection was lost. Calls wait for the
 * connection within their deadline.
 */
public final class RpcClient implements RpcChannel, AutoCloseable {
    private final ClientCalls calls;
    private final ClientStreams streams;
    private final Resources resources;

    RpcClient(ClientCalls calls, Resources resources) {
        this.calls = calls;
        this.streams = calls.streams();
        this.resources = resources;
    }

    /** A builder with no target and the default limits. */
    public static RpcClientBuilder builder() {
        return new RpcClientBuilder();
    }

    @Override
    public <Q, R extends @Nullable Object> R call(MethodDescriptor<Q, R> method, Q parameters, CallOptions options) {
        requireStreams(method, false, false);
        return undeclared(() -> calls.call(method, parameters, options.deadline(method)));
    }

    @Override
    public <Q, R extends @Nullable Object> CompletionStage<R> callAsync(
            MethodDescriptor<Q, R> method, Q parameters, CallOptions options) {
        requireStreams(method, false, false);
        return calls.callAsync(method, parameters, options.deadline(method));
    }

    @Override
    public <Q, R> RpcStream<R> serverStream(MethodDescriptor<Q, R> method, Q parameters, CallOptions options) {
        requireStreams(method, false, true);
        return PulledStream.of(streams.serverStream(method, parameters, options.deadline(method)));
    }

    @Override
    public <Q, I, R extends @Nullable Object> R clientStream(
            MethodDescriptor<Q, R> method, Q parameters, RpcStream<I> items, CallOptions options) {
        requireStreams(method, true, false);
        Items<I> pulled = PulledStream.items(items);
        return undeclared(() -> streams.clientStream(method, parameters, pulled, options.deadline(method)));
    }

    @Override
    public <Q, I, R> RpcStream<R> bidirectional(
            MethodDescriptor<Q, R> method, Q parameters, RpcStream<I> items, CallOptions options) {
        requireStreams(method, true, true);
        Items<I> pulled = PulledStream.items(items);
        return PulledStream.of(streams.bidirectional(method, parameters, pulled, options.deadline(method)));
    }

    @Override
    public <Q, R> Flow.Publisher<R> serverStreamAsync(
            MethodDescriptor<Q, R> method, Q parameters, CallOptions options) {
        requireStreams(method, false, true);
        return streams.serverStreamAsync(method, parameters, options.deadline(method));
    }

    @Override
    public <Q, I, R extends @Nullable Object> CompletionStage<R> clientStreamAsync(
            MethodDescriptor<Q, R> method, Q parameters, Flow.Publisher<I> items, CallOptions options) {
        requireStreams(method, true, false);
        Objects.requireNonNull(items, "items");
        return streams.clientStreamAsync(method, parameters, items, options.deadline(method));
    }

    @Override
    public <Q, I, R> Flow.Publisher<R> bidirectionalAsync(
            MethodDescriptor<Q, R> method, Q parameters, Flow.Publisher<I> items, CallOptions options) {
        requireStreams(method, true, true);
        Objects.requireNonNull(items, "items");
        return streams.bidirectionalAsync(method, parameters, items, options.deadline(method));
    }

    /**
     * Ends every call with its true outcome, then the connections and threads of this client; later calls fail as not
     * executed. Waits until all is gone, except on a thread that delivers replies. Any thread, any number of times.
     */
    @Override
    public void close() {
        CompletableFuture<Void> released = calls.close().thenRun(resources::release);
        if (!calls.deliversReplies()) {
            released.join();
            resources.await();
        }
    }

    private static void requireStreams(MethodDescriptor<?, ?> method, boolean request, boolean result) {
        if (method.streamsRequest() != request || method.streamsResult() != result) {
            throw new IllegalArgumentException(
                    "method " + method.fullName() + " has other streams; generated clients choose the right form");
        }
    }

    /** A call that may end with a declared error. */
    private interface DeclaringCall<R extends @Nullable Object> {
        R call() throws DeclaredErrorException;
    }

    private static <R extends @Nullable Object> R undeclared(DeclaringCall<R> call) {
        try {
            return call.call();
        } catch (DeclaredErrorException declared) {
            RpcClient.<RuntimeException>throwUndeclared(declared);
            throw new IllegalStateException("not reached", declared);
        }
    }

    /** Throws a checked exception that the generated caller declares and this signature can't. */
    @SuppressWarnings("unchecked") // the cast vanishes when compiled; that is what lets the exception through
    private static <E extends Exception> void throwUndeclared(Exception declared) throws E {
        throw (E) declared;
    }
}
