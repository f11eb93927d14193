package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.value.CallRefusedException;
import io.rpcidl.value.Metadata;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/calls.md shows: each of its blocks stands in this file, where it is compiled and run. */
@Timeout(60)
class CallsPageTest extends CallFixture {

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    CallsPageTest() {
        super(TransportKind.MEMORY);
    }

    @Test
    void isCompiledHere() throws IOException {
        PageBlocks.assertCompiledIn(CallsPageTest.class, "calls.md", 8);
    }

    final class Authenticates implements ServerInterceptor {
        @Override
        public void before(CallContext call) {
            String token = call.metadata().text("token");
            if (!"secret".equals(token)) {
                throw new CallRefusedException(RpcCode.UNAUTHENTICATED, "this server wants a token");
            }
            call.authenticated("the one with the secret");
        }
    }

    final class Measures implements ClientInterceptor {
        @Override
        public CallOptions before(MethodDescriptor<?, ?> method, Object arguments, CallOptions options) {
            return options.withMetadata(Metadata.EMPTY.with("token", "secret"));
        }

        @Override
        public void after(MethodDescriptor<?, ?> method, CallEnd end) {
            log.add(method.name() + " " + end.outcome());
        }
    }

    @Test
    void callsWithADeadline() {
        RpcClient client = connect(serve(new Echo() {}));
        Message message = HELLO;
        Message answer = client.call(Echo.ECHO, message, CallOptions.DEFAULT.withDeadline(Duration.ofMillis(500)));
        assertThat(answer).isEqualTo(HELLO);
    }

    @Test
    void knowsItsContext() throws Exception {
        RpcClient backend = connect(serve(new Echo() {}));
        ForkJoinPool executor = ForkJoinPool.commonPool();
        CompletableFuture<Message> inner = new CompletableFuture<>();
        RpcClient client = connect(serve(new Echo() {
            @Override
            public Message echo(Message message) {
                log.add(context());
                later(backend, executor, message).thenAccept(inner::complete);
                return message;
            }
        }));
        CallOptions options = CallOptions.DEFAULT
                .withMetadata(Metadata.EMPTY.with("tenant", "acme"))
                .withAnswerMetadata(received -> log.add(received.text("served-by")));

        client.call(Echo.ECHO, HELLO, options);

        assertThat(log).containsExactly("acme", "node 7");
        assertThat(get(inner)).isEqualTo(HELLO);
    }

    private String context() {
        CallContext call = CallContext.current();
        call.onCancel(() -> log.add("given up"));
        String tenant = call.metadata().text("tenant");
        call.answerWith(Metadata.EMPTY.with("served-by", "node 7"));
        return tenant;
    }

    private static CompletableFuture<Message> later(RpcClient backend, ForkJoinPool executor, Message message) {
        return CompletableFuture.supplyAsync(
                () -> backend.call(Echo.ECHO, message, CallOptions.DEFAULT), CallContext.wrap(executor));
    }

    @Test
    void standsAroundCalls() {
        RpcServer server = serve(Echo.service(new Echo() {}), builder -> builder.intercept(new Authenticates()));

        echo(connect(server, builder -> builder.intercept(new Measures())), HELLO);
        Throwable refused = catchThrowable(() -> echo(connect(server), HELLO));

        assertThat(log).containsExactly("echo EXECUTED");
        assertFailed(refused, Outcome.NOT_EXECUTED, RpcCode.UNAUTHENTICATED);
    }

    @Test
    void callsBack() {
        RpcServer server = serve(new Echo() {
            @Override
            public Message work(Message message) {
                RpcChannel caller = CallContext.current().caller();
                return caller.call(Echo.ECHO, message, CallOptions.DEFAULT);
            }
        });
        RpcClient client = RpcClient.builder()
                .plaintext()
                .transport(transport)
                .target("127.0.0.1:" + server.port())
                .offer(Echo.service(new Echo() {}))
                .build();
        closeLater(client);

        assertThat(client.call(Echo.WORK, HELLO, CallOptions.DEFAULT)).isEqualTo(HELLO);
    }
}
