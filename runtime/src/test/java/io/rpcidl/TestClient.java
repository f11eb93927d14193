package io.rpcidl;

import io.rpcidl.codec.MethodDescriptor;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A client of whatever transport is under test. */
record TestClient(RpcChannel channel, Runnable closing) implements RpcChannel, AutoCloseable {
    @Override
    public <Q, R extends @Nullable Object> R call(MethodDescriptor<Q, R> method, Q parameters, CallOptions options) {
        return channel.call(method, parameters, options);
    }

    @Override
    public <Q, R extends @Nullable Object> CompletionStage<R> callAsync(
            MethodDescriptor<Q, R> method, Q parameters, CallOptions options) {
        return channel.callAsync(method, parameters, options);
    }

    @Override
    public <Q, R> RpcStream<R> serverStream(MethodDescriptor<Q, R> method, Q parameters, CallOptions options) {
        return channel.serverStream(method, parameters, options);
    }

    @Override
    public <Q, I, R extends @Nullable Object> R clientStream(
            MethodDescriptor<Q, R> method, Q parameters, RpcStream<I> items, CallOptions options) {
        return channel.clientStream(method, parameters, items, options);
    }

    @Override
    public <Q, I, R> RpcStream<R> bidirectional(
            MethodDescriptor<Q, R> method, Q parameters, RpcStream<I> items, CallOptions options) {
        return channel.bidirectional(method, parameters, items, options);
    }

    @Override
    public <Q, R> Flow.Publisher<R> serverStreamAsync(
            MethodDescriptor<Q, R> method, Q parameters, CallOptions options) {
        return channel.serverStreamAsync(method, parameters, options);
    }

    @Override
    public <Q, I, R extends @Nullable Object> CompletionStage<R> clientStreamAsync(
            MethodDescriptor<Q, R> method, Q parameters, Flow.Publisher<I> items, CallOptions options) {
        return channel.clientStreamAsync(method, parameters, items, options);
    }

    @Override
    public <Q, I, R> Flow.Publisher<R> bidirectionalAsync(
            MethodDescriptor<Q, R> method, Q parameters, Flow.Publisher<I> items, CallOptions options) {
        return channel.bidirectionalAsync(method, parameters, items, options);
    }

    @Override
    public void close() {
        closing.run();
    }
}
