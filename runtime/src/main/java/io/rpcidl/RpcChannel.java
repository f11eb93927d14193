package io.rpcidl;

import io.rpcidl.codec.MethodDescriptor;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Where generated clients send their calls.
 *
 * <p>Every failed call throws, or completes with, an {@link io.rpcidl.value.RpcException} that tells its outcome (not
 * executed, maybe executed or executed), or an error that the method declares. Any thread may call, except that the
 * blocking forms refuse, with an {@link IllegalStateException}, the threads on which replies are delivered: waiting there
 * would wait for ever.
 */
public interface RpcChannel {
    /**
     * Calls {@code method} and waits for its result.
     *
     * <p>When the thread is interrupted while it waits, the call is cancelled and fails with the outcome known by then;
     * the thread's interrupt flag stays set. An error that the method declares is thrown as it is, although it is
     * checked and not named here: the generated method names it.
     *
     * @throws io.rpcidl.value.RpcException when the call fails for any other reason than a declared error
     */
    <Q, R extends @Nullable Object> R call(MethodDescriptor<Q, R> method, Q parameters, CallOptions options);

    /**
     * Calls {@code method}; the stage completes, on the channel's executor, with the result or with the same exceptions
     * as {@link #call}. Cancelling the stage's future tells the server to stop; the future then completes with what the server
     * answers, a moment later, and so with the true outcome.
     */
    <Q, R extends @Nullable Object> CompletionStage<R> callAsync(
            MethodDescriptor<Q, R> method, Q parameters, CallOptions options);

    /** Calls a method whose result is a stream of {@code R}. */
    <Q, R> RpcStream<R> serverStream(MethodDescriptor<Q, R> method, Q parameters, CallOptions options);

    /** Calls a method that takes a stream of {@code I}, which is pulled and closed here, and waits for its result. */
    <Q, I, R extends @Nullable Object> R clientStream(
            MethodDescriptor<Q, R> method, Q parameters, RpcStream<I> items, CallOptions options);

    /** Calls a method that takes a stream of {@code I}, which is pulled and closed here, and gives a stream of {@code R}. */
    <Q, I, R> RpcStream<R> bidirectional(
            MethodDescriptor<Q, R> method, Q parameters, RpcStream<I> items, CallOptions options);

    /** Calls a method whose result is a stream of {@code R} when the publisher is subscribed to. */
    <Q, R> Flow.Publisher<R> serverStreamAsync(MethodDescriptor<Q, R> method, Q parameters, CallOptions options);

    /** Calls a method that takes a stream of {@code I}, which is subscribed to here. */
    <Q, I, R extends @Nullable Object> CompletionStage<R> clientStreamAsync(
            MethodDescriptor<Q, R> method, Q parameters, Flow.Publisher<I> items, CallOptions options);

    /** Calls a method that takes a stream of {@code I} and gives a stream of {@code R}, when the result is subscribed to. */
    <Q, I, R> Flow.Publisher<R> bidirectionalAsync(
            MethodDescriptor<Q, R> method, Q parameters, Flow.Publisher<I> items, CallOptions options);
}
