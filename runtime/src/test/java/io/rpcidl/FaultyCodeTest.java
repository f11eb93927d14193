package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.rpcidl.codec.Decoder;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.Shape;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.value.Kind;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Executors, handlers, stages and codecs that throw what they should not: each call ends, and the connection lives. */
@ParameterizedClass
@EnumSource(TransportKind.class)
@Timeout(20)
class FaultyCodeTest extends CallFixture {
    private static final List<Supplier<Error>> ERRORS =
            List.of(StackOverflowError::new, OutOfMemoryError::new, AssertionError::new);

    private final AtomicInteger executions = new AtomicInteger();
    private final Echo counting = new Echo() {
        @Override
        public Message echo(Message message) {
            executions.incrementAndGet();
            return message;
        }
    };

    FaultyCodeTest(TransportKind kind) {
        super(kind);
    }

    private void assertStillConnected(RpcClient client) {
        client.call(Echo.NOTE, HELLO, CallOptions.DEFAULT);
        assertThat(transport.connects()).isEqualTo(1);
    }

    @Test
    void refusesCallsWhenItsExecutorFailsInAnyWay() {
        RpcServer server = serve(
                Echo.service(counting),
                builder -> builder.executor(task -> {
                    throw new OutOfMemoryError("unable to create native thread");
                }));
        RpcClient client = connect(server);

        for (int i = 0; i < 3; i++) {
            assertFailed(catchThrowable(() -> echo(client, HELLO)), Outcome.NOT_EXECUTED, RpcCode.OVERLOADED);
        }

        assertThat(executions).hasValue(0);
        assertStillConnected(client);
    }

    @Test
    void answersACallOnceWhenItsExecutorFailsAfterRunningIt() {
        RpcServer server = serve(
                Echo.service(counting),
                builder -> builder.executor(task -> {
                    task.run();
                    task.run();
                    throw new IllegalStateException("planted");
                }));
        RpcClient client = connect(server);

        for (int i = 0; i < 3; i++) {
            assertThat(echo(client, HELLO)).isEqualTo(HELLO);
        }

        assertThat(executions).hasValue(3);
        assertStillConnected(client);
    }

    @Test
    void neverEntersTheHandlerOfACallWhoseExecutorFailedBefore() throws Exception {
        CompletableFuture<Runnable> kept = new CompletableFuture<>();
        RpcServer server = serve(
                Echo.service(counting),
                builder -> builder.executor(task -> {
                    if (kept.complete(task)) {
                        throw new IllegalStateException("planted");
                    }
                    task.run();
                }));
        RpcClient client = connect(server);
        assertFailed(catchThrowable(() -> echo(client, HELLO)), Outcome.NOT_EXECUTED, RpcCode.OVERLOADED);

        get(kept).run();

        assertThat(echo(client, HELLO)).isEqualTo(HELLO);
        assertThat(executions).hasValue(1);
        assertStillConnected(client);
    }

    @Test
    void endsCallsWhoseHandlersThrowErrors() {
        for (UnaryOperator<RpcServerBuilder> options :
                List.<UnaryOperator<RpcServerBuilder>>of(builder -> builder, RpcServerBuilder::directExecutor)) {
            for (Supplier<Error> error : ERRORS) {
                RpcClient blocking = connect(serve(
                        Echo.service(new Echo() {
                            @Override
                            public Message work(Message message) {
                                throw error.get();
                            }
                        }),
                        options));
                RpcClient async = connect(serve(
                        Echo.async(message -> {
                            throw error.get();
                        }),
                        options));
                for (RpcClient client : List.of(blocking, async)) {
                    Throwable thrown = catchThrowable(() -> client.call(Echo.WORK, HELLO, CallOptions.DEFAULT));
                    assertFailed(thrown, Outcome.EXECUTED, RpcCode.INTERNAL);
                }
            }
        }
    }

    @Test
    void endsCallsWhoseFailureCannotBeDescribed() {
        RpcClient client = connect(serve(new Echo() {
            @Override
            public Message work(Message message) {
                throw new IllegalStateException("planted") {
                    private static final long serialVersionUID = 1;

                    @Override
                    public String getMessage() {
                        throw new StackOverflowError("planted");
                    }
                };
            }
        }));

        Throwable thrown = catchThrowable(() -> client.call(Echo.WORK, HELLO, CallOptions.DEFAULT));

        assertFailed(thrown, Outcome.EXECUTED, RpcCode.INTERNAL);
        assertThat(log.lines()).singleElement().asString().contains("its failure can't be described");
        assertStillConnected(client);
    }

    @Test
    void survivesAStageThatFailsToBeCancelled() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Message> stubborn = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
                asked.countDown();
                throw new AssertionError("planted");
            }
        };
        RpcClient client = connect(serve(
                Echo.async(message -> {
                    entered.countDown();
                    return stubborn;
                }),
                builder -> builder));
        CompletableFuture<Message> call = async(client, Echo.WORK, HELLO);
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

        call.cancel(true);
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        stubborn.complete(HELLO);

        assertThat(get(call)).isEqualTo(HELLO);
        assertStillConnected(client);
    }

    @Test
    void tellsTheCallerEvenWhenItsExecutorFails() {
        Executor failing = task -> {
            throw new IllegalStateException("planted");
        };
        RpcClient client = connect(serve(counting), builder -> builder.executor(failing));

        assertThat(async(client, Echo.ECHO, HELLO)).succeedsWithin(10, TimeUnit.SECONDS);
        assertThat(async(client, Echo.ECHO, HELLO)).succeedsWithin(10, TimeUnit.SECONDS);
        assertStillConnected(client);
    }

    @Test
    void saysThatACallWasExecutedWhenTheCodecOfItsReplyThrowsAnError() {
        for (Supplier<Error> error : ERRORS) {
            MethodDescriptor<Message, Message> method = MethodDescriptor.<Message, Message>unary(Echo.NAME, "echo", 1)
                    .parameters(Message.codec())
                    .result(failing(error))
                    .build();
            RpcClient client = connect(serve(counting), RpcClientBuilder::directExecutor);

            assertFailed(
                    catchThrowable(() -> client.call(method, HELLO, CallOptions.DEFAULT)),
                    Outcome.EXECUTED,
                    RpcCode.BAD_REPLY);
            assertFailed(rpcFailureOf(async(client, method, HELLO)), Outcome.EXECUTED, RpcCode.BAD_REPLY);
            assertThat(async(client, Echo.ECHO, HELLO)).succeedsWithin(10, TimeUnit.SECONDS);
        }
        await().untilAsserted(() -> assertThat(transport.connects()).isEqualTo(ERRORS.size()));
    }

    private static StructCodec<Message> failing(Supplier<Error> error) {
        return new StructCodec<>(
                "Message", Shape.builder().field(1, Kind.STRING).build()) {
            @Override
            protected void writeValues(Encoder out, Message value) {
                throw error.get();
            }

            @Override
            protected Message readValues(Decoder in) {
                throw error.get();
            }

            @Override
            protected Message readFields(Decoder in) {
                throw error.get();
            }
        };
    }
}
