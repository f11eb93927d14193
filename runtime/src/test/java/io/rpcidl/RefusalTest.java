package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.Decoder;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.ServiceDescriptor;
import io.rpcidl.codec.Shape;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.value.Kind;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TransportKind.class)
@Timeout(60)
class RefusalTest extends CallFixture {
    private final AtomicInteger executions = new AtomicInteger();
    private final Echo counting = new Echo() {
        @Override
        public Message echo(Message message) {
            executions.incrementAndGet();
            return message;
        }
    };

    RefusalTest(TransportKind kind) {
        super(kind);
    }

    /** Writes a message as {@code text} alone, then {@code extra} octets that belong to nothing. */
    private static StructCodec<Message> spoiled(Kind kind, int extra) {
        return new StructCodec<>(
                "Message", Shape.builder().field(1, kind).field(2, Kind.INT64).build()) {
            @Override
            protected void writeValues(Encoder out, Message value) {
                out.string(value.text());
                out.i64(value.number());
                for (int i = 0; i < extra; i++) {
                    out.octet(7);
                }
            }

            @Override
            protected Message readValues(Decoder in) {
                return readFields(in);
            }

            @Override
            protected Message readFields(Decoder in) {
                in.require(1, kind, "text");
                String text = in.string();
                in.require(2, Kind.INT64, "number");
                return new Message(text, in.i64());
            }
        };
    }

    private static MethodDescriptor<Message, Message> method(
            String service, int number, StructCodec<Message> parameters, StructCodec<Message> result) {
        return MethodDescriptor.unary(service, "echo", number)
                .parameters(parameters)
                .result(result)
                .build();
    }

    private Throwable failure(RpcClient client, MethodDescriptor<Message, Message> method, Message message) {
        return catchThrowable(() -> client.call(method, message, CallOptions.DEFAULT));
    }

    @Test
    void refusesServicesAndMethodsThatItDoesNotHave() {
        RpcClient client = connect(serve(counting));
        StructCodec<Message> result = Codecs.result(Message.codec());

        assertFailed(
                failure(client, method("test.v1.Other", 1, Message.codec(), result), HELLO),
                Outcome.NOT_EXECUTED,
                RpcCode.UNKNOWN_METHOD);
        assertFailed(
                failure(client, method(Echo.NAME, 99, Message.codec(), result), HELLO),
                Outcome.NOT_EXECUTED,
                RpcCode.UNKNOWN_METHOD);
        assertThat(echo(client, HELLO)).isEqualTo(HELLO);
    }

    @Test
    void refusesBadArgumentsBeforeTheHandlerAndWithoutHarmToOthers() throws Exception {
        RpcClient client = connect(serve(counting));
        StructCodec<Message> result = Codecs.result(Message.codec());

        for (int i = 0; i < 50; i++) {
            CompletableFuture<Message> good = async(client, Echo.ECHO, new Message("good", i));
            assertFailed(
                    failure(client, method(Echo.NAME, 1, spoiled(Kind.BYTES, 0), result), HELLO),
                    Outcome.NOT_EXECUTED,
                    RpcCode.BAD_REQUEST);
            assertFailed(
                    failure(client, method(Echo.NAME, 1, spoiled(Kind.STRING, 1), result), HELLO),
                    Outcome.NOT_EXECUTED,
                    RpcCode.BAD_REQUEST);
            assertThat(get(good)).isEqualTo(new Message("good", i));
        }
        assertThat(executions).hasValue(50);
        assertThat(transport.connects()).isEqualTo(1);
    }

    @Test
    void saysThatACallWithAnUnreadableReplyWasExecuted() {
        RpcClient client = connect(serve(counting));

        Throwable thrown = failure(client, method(Echo.NAME, 1, Message.codec(), spoiled(Kind.BYTES, 0)), HELLO);

        assertFailed(thrown, Outcome.EXECUTED, RpcCode.BAD_REPLY);
        assertThat(((RpcException) thrown).phase()).isEqualTo(Phase.DECODING_REPLY);
        assertThat(executions).hasValue(1);
        assertThat(echo(client, HELLO)).isEqualTo(HELLO);
        assertThat(transport.connects()).isEqualTo(1);
    }

    /** Writes messages well and fails when it reads them. */
    private static StructCodec<Message> faulty() {
        return new StructCodec<>("Message", 2) {
            @Override
            protected void writeShape(Encoder out, Message value) {
                out.field(1, Kind.STRING);
                out.field(2, Kind.INT64);
            }

            @Override
            protected void writeValues(Encoder out, Message value) {
                out.string(value.text());
                out.i64(value.number());
            }

            @Override
            protected Message readFields(Decoder in) {
                throw new IllegalStateException("a fault of the codec");
            }
        };
    }

    @Test
    void endsCallsWhoseCodecsFail() {
        MethodDescriptor<Message, Message> badReply = method(Echo.NAME, 1, Message.codec(), faulty());
        MethodDescriptor<Message, Message> badRequest =
                method("test.v1.Faulty", 1, faulty(), Codecs.result(Message.codec()));
        ServiceBinding binding = ServiceBinding.builder(ServiceDescriptor.of("test.v1.Faulty", badRequest))
                .blocking(badRequest, message -> message)
                .build();
        RpcClient client = connect(serve(Echo.service(counting), builder -> builder.add(binding)));

        assertFailed(failure(client, badReply, HELLO), Outcome.EXECUTED, RpcCode.BAD_REPLY);
        assertFailed(rpcFailureOf(async(client, badReply, HELLO)), Outcome.EXECUTED, RpcCode.BAD_REPLY);
        assertFailed(failure(client, badRequest, HELLO), Outcome.NOT_EXECUTED, RpcCode.INTERNAL);
    }

    @Test
    void refusesToSendWhatBreaksAConstraint() {
        RpcClient client = connect(serve(counting));

        Throwable thrown = catchThrowable(() -> echo(client, new Message("\udc00", 1)));

        assertFailed(thrown, Outcome.NOT_EXECUTED, RpcCode.BAD_REQUEST);
        assertThat(((RpcException) thrown).phase()).isEqualTo(Phase.ENCODING);
        assertFailed(
                rpcFailureOf(async(client, Echo.ECHO, new Message("\udc00", 1))),
                Outcome.NOT_EXECUTED,
                RpcCode.BAD_REQUEST);
        assertThat(transport.connects()).isZero();
    }

    @Test
    void refusesRequestsOverTheServersLimitBeforeTheyAreSent() {
        RpcServer server = serve(
                Echo.service(counting), builder -> builder.limits(RpcLimits.DEFAULTS.withLargestMessage(100_000)));
        RpcClient client = connect(server);
        echo(client, HELLO);

        Throwable thrown = catchThrowable(() -> echo(client, new Message("x".repeat(100_001), 1)));

        assertFailed(thrown, Outcome.NOT_EXECUTED, RpcCode.TOO_LARGE);
        assertThat(echo(client, HELLO)).isEqualTo(HELLO);
        assertThat(executions).hasValue(2);
    }

    @Test
    void refusesRequestsOverItsOwnLimitBeforeItConnects() {
        RpcClient client =
                connect(serve(counting), builder -> builder.limits(RpcLimits.DEFAULTS.withLargestMessage(100_000)));
        Message tooLarge = new Message("x".repeat(100_001), 1);

        Throwable thrown = catchThrowable(() -> echo(client, tooLarge));

        assertFailed(thrown, Outcome.NOT_EXECUTED, RpcCode.TOO_LARGE);
        assertThat(((RpcException) thrown).phase()).isEqualTo(Phase.ENCODING);
        assertFailed(rpcFailureOf(async(client, Echo.ECHO, tooLarge)), Outcome.NOT_EXECUTED, RpcCode.TOO_LARGE);
        assertThat(transport.connects()).isZero();
    }

    @Test
    void saysThatACallWhoseReplyIsOverTheClientsLimitWasExecuted() {
        RpcServer server = serve(new Echo() {
            @Override
            public Message echo(Message message) {
                return new Message("x".repeat((int) message.number()), 0);
            }
        });
        RpcClient client = connect(server, builder -> builder.limits(RpcLimits.DEFAULTS.withLargestMessage(100_000)));

        assertFailed(catchThrowable(() -> echo(client, new Message("", 100_001))), Outcome.EXECUTED, RpcCode.TOO_LARGE);
        assertThat(echo(client, new Message("", 99_000)).text()).hasSize(99_000);
    }

    @Test
    void refusesCallsThatItsExecutorRejects() {
        RpcServer server = serve(
                Echo.service(counting),
                builder -> builder.executor(task -> {
                    throw new RejectedExecutionException("full");
                }));
        RpcClient client = connect(server);

        Throwable thrown = catchThrowable(() -> echo(client, HELLO));

        assertFailed(thrown, Outcome.NOT_EXECUTED, RpcCode.OVERLOADED);
        assertThat(((RpcException) thrown).transientFailure()).isTrue();
        assertThat(thrown.getStackTrace()).isEmpty();
        assertThat(executions).hasValue(0);
    }

    @Test
    void refusesToBlockWhereRepliesAreDelivered() {
        for (UnaryOperator<RpcClientBuilder> options :
                List.<UnaryOperator<RpcClientBuilder>>of(builder -> builder, RpcClientBuilder::directExecutor)) {
            CompletableFuture<Message> gate = new CompletableFuture<>();
            RpcServer server = serve(Echo.async(message -> gate), builder -> builder);
            RpcClient client = connect(server, options);
            CompletableFuture<Message> chained = client.callAsync(Echo.ECHO, HELLO, CallOptions.DEFAULT)
                    .thenApply(reply -> echo(client, reply))
                    .toCompletableFuture();
            gate.complete(HELLO); // only now, so that the reply is delivered where replies are
            assertThatThrownBy(chained::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void refusesToBlockInAHandlerOnALoop() {
        CompletableFuture<RpcClient> self = new CompletableFuture<>();
        Echo nested = new Echo() {
            @Override
            public Message work(Message message) {
                return self.join().call(Echo.ECHO, message, CallOptions.DEFAULT);
            }
        };
        RpcClient direct = connect(serve(Echo.service(nested), RpcServerBuilder::directExecutor));
        self.complete(direct);
        assertFailed(
                catchThrowable(() -> direct.call(Echo.WORK, HELLO, CallOptions.DEFAULT)),
                Outcome.EXECUTED,
                RpcCode.INTERNAL);
        assertThat(log.lines()).singleElement().asString().contains("IllegalStateException");
    }

    @Test
    void keepsItsHandlersOffTheLoopUnlessAsked() throws Exception {
        CompletableFuture<String> thread = new CompletableFuture<>();
        CountDownLatch called = new CountDownLatch(2);
        Echo naming = new Echo() {
            @Override
            public Message echo(Message message) {
                called.countDown();
                return new Message(Thread.currentThread().getName(), 0);
            }
        };
        RpcClient pooled = connect(serve(naming));
        RpcClient direct = connect(serve(Echo.service(naming), RpcServerBuilder::directExecutor));
        pooled.callAsync(Echo.ECHO, HELLO, CallOptions.DEFAULT)
                .thenAccept(reply -> thread.complete(Thread.currentThread().getName()));

        assertThat(get(thread)).doesNotContain("loop");
        assertThat(echo(pooled, HELLO).text()).doesNotContain("loop");
        assertThat(echo(direct, HELLO).text()).contains("loop");
    }
}
