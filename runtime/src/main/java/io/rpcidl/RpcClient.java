package io.rpcidl;

import io.rpcidl.call.ClientCalls;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.value.DeclaredErrorException;
import io.rpcidl.value.Failure;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
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
    private final Resources resources;

    RpcClient(ClientCalls calls, Resources resources) {
        this.calls = calls;
        this.resources = resources;
    }

    /** A builder with no target and the default limits. */
    public static RpcClientBuilder builder() {
        return new RpcClientBuilder();
    }

    @Override
    public <Q, R extends @Nullable Object> R call(MethodDescriptor<Q, R> method, Q parameters, CallOptions options) {
        refuseStreams(method);
        try {
            return calls.call(method, parameters, options.deadline(method));
        } catch (DeclaredErrorException declared) {
            RpcClient.<RuntimeException>throwUndeclared(declared);
            throw new IllegalStateException("not reached", declared);
        }
    }

    @Override
    public <Q, R extends @Nullable Object> CompletionStage<R> callAsync(
            MethodDescriptor<Q, R> method, Q parameters, CallOptions options) {
        if (method.streams()) {
            return CompletableFuture.failedFuture(streamsRefused(method));
        }
        return calls.callAsync(method, parameters, options.deadline(method));
    }

    @Override
    public <Q, R> RpcStream<R> serverStream(MethodDescriptor<Q, R> method, Q parameters, CallOptions options) {
        throw streamsRefused(method);
    }

    @Override
    public <Q, I, R extends @Nullable Object> R clientStream(
            MethodDescriptor<Q, R> method, Q parameters, RpcStream<I> items, CallOptions options) {
        throw streamsRefused(method);
    }

    @Override
    public <Q, I, R> RpcStream<R> bidirectional(
            MethodDescriptor<Q, R> method, Q parameters, RpcStream<I> items, CallOptions options) {
        throw streamsRefused(method);
    }

    @Override
    public <Q, R> Flow.Publisher<R> serverStreamAsync(
            MethodDescriptor<Q, R> method, Q parameters, CallOptions options) {
        throw streamsRefused(method);
    }

    @Override
    public <Q, I, R extends @Nullable Object> CompletionStage<R> clientStreamAsync(
            MethodDescriptor<Q, R> method, Q parameters, Flow.Publisher<I> items, CallOptions options) {
        throw streamsRefused(method);
    }

    @Override
    public <Q, I, R> Flow.Publisher<R> bidirectionalAsync(
            MethodDescriptor<Q, R> method, Q parameters, Flow.Publisher<I> items, CallOptions options) {
        throw streamsRefused(method);
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

    private static void refuseStreams(MethodDescriptor<?, ?> method) {
        if (method.streams()) {
            throw streamsRefused(method);
        }
    }

    private static RpcException streamsRefused(MethodDescriptor<?, ?> method) {
        return RpcException.of(
                Failure.of(Outcome.NOT_EXECUTED, RpcCode.UNKNOWN_METHOD, Phase.LOCAL_QUEUE, method.fullName())
                        .detail("this version of the runtime does not offer streams yet")
                        .build());
    }

    /** Throws a checked exception that the generated caller declares and this signature can't. */
    @SuppressWarnings("unchecked") // the cast vanishes when compiled; that is what lets the exception through
    private static <E extends Exception> void throwUndeclared(Exception declared) throws E {
        throw (E) declared;
    }
}
