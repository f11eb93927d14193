package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.transport.Transport;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;

/** Servers and clients over one transport, closed behind each test. */
abstract class CallFixture {
    static {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(1));
    }

    static final Message HELLO = new Message("hello, wörld", 42);

    final TappedTransport transport;
    final LogCapture log = new LogCapture("io.rpcidl");
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    CallFixture(TransportKind kind) {
        Transport plain = kind.open();
        this.transport = new TappedTransport(plain);
    }

    @AfterEach
    void closeAll() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
        transport.close();
        log.close();
    }

    <T extends AutoCloseable> T closeLater(T resource) {
        opened.push(resource);
        return resource;
    }

    RpcServer serve(Echo handler) {
        return serve(Echo.service(handler), builder -> builder);
    }

    RpcServer serve(ServiceBinding binding, UnaryOperator<RpcServerBuilder> options) {
        RpcServerBuilder builder = RpcServer.builder()
                .plaintext()
                .transport(transport)
                .add(binding)
                .listen("127.0.0.1", 0);
        return closeLater(options.apply(builder).start());
    }

    RpcClient connect(RpcServer server) {
        return connect(server, builder -> builder);
    }

    /** A client that makes one attempt at each call, so that a test sees what becomes of it. */
    RpcClient connect(RpcServer server, UnaryOperator<RpcClientBuilder> options) {
        RpcClientBuilder builder = RpcClient.builder()
                .plaintext()
                .transport(transport)
                .withoutRetries()
                .target("127.0.0.1:" + server.port());
        return closeLater(options.apply(builder).build());
    }

    static Message echo(RpcChannel client, Message message) {
        return client.call(Echo.ECHO, message, CallOptions.DEFAULT);
    }

    static <Q, R> CompletableFuture<R> async(RpcChannel client, MethodDescriptor<Q, R> method, Q parameters) {
        return client.callAsync(method, parameters, CallOptions.DEFAULT).toCompletableFuture();
    }

    static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(30, TimeUnit.SECONDS);
    }

    /** The failure with which a future completes. */
    static Throwable failureOf(CompletableFuture<?> future) {
        Throwable thrown = catchThrowable(() -> future.get(30, TimeUnit.SECONDS));
        assertThat(thrown).isInstanceOf(ExecutionException.class);
        return thrown.getCause();
    }

    static RpcException rpcFailureOf(CompletableFuture<?> future) {
        Throwable failure = failureOf(future);
        assertThat(failure).isInstanceOf(RpcException.class);
        return (RpcException) failure;
    }

    static void assertFailed(Throwable thrown, Outcome outcome, RpcCode code) {
        assertThat(thrown).isInstanceOf(RpcException.class);
        RpcException failure = (RpcException) thrown;
        assertThat(failure.outcome()).as(failure.getMessage()).isEqualTo(outcome);
        assertThat(failure.code()).as(failure.getMessage()).isEqualTo(code);
    }
}
