package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.value.RpcException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;

/** Clients and servers that run only when the clock is moved. */
abstract class ChannelFixture {
    static final Message HELLO = new Message("hello", 42);

    final DrivenNet net = new DrivenNet();

    @AfterEach
    void closeNet() {
        net.close();
    }

    RpcServer serve(String target, ServiceBinding binding) {
        return serve(target, binding, builder -> builder);
    }

    RpcServer serve(String target, ServiceBinding binding, UnaryOperator<RpcServerBuilder> options) {
        Endpoint endpoint = Endpoint.parse(target);
        RpcServerBuilder builder = RpcServer.builder()
                .plaintext()
                .transport(net)
                .directExecutor()
                .listen(endpoint.host(), endpoint.port())
                .add(binding);
        return options.apply(builder).start();
    }

    /** Begins to close a server; what is in flight is finished. */
    void close(RpcServer server) {
        net.loop.execute(server::close);
        net.loop.run();
    }

    RpcClient client(List<String> targets, UnaryOperator<RpcClientBuilder> options) {
        RpcClientBuilder builder = RpcClient.builder()
                .plaintext()
                .transport(net)
                .directExecutor()
                .random(new SplittableRandom(7))
                .targets(targets);
        return options.apply(builder).build();
    }

    RpcClient client(String target) {
        return client(List.of(target), builder -> builder);
    }

    /** Makes a call and runs what is due. */
    CompletableFuture<Message> call(RpcClient client, MethodDescriptor<Message, Message> method, CallOptions options) {
        CompletableFuture<Message> call =
                client.callAsync(method, HELLO, options).toCompletableFuture();
        net.loop.run();
        return call;
    }

    CompletableFuture<Message> echo(RpcClient client) {
        return call(client, Echo.ECHO, CallOptions.DEFAULT);
    }

    void advance(long millis) {
        net.loop.advance(Duration.ofMillis(millis));
    }

    /** The failure of a call that has ended. */
    static RpcException failure(CompletableFuture<?> call) {
        assertThat(call).isDone();
        Throwable thrown = catchThrowable(call::join);
        assertThat(thrown).isInstanceOf(CompletionException.class);
        assertThat(thrown.getCause()).isInstanceOf(RpcException.class);
        return (RpcException) thrown.getCause();
    }
}
