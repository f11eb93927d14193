package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.Empty;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.ServiceDescriptor;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.value.Bytes;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One request, one answer. */
class UnaryBehaviourTest extends Behaviour {
    private static final int LARGEST = RpcLimits.DEFAULTS.largestMessage();

    UnaryBehaviourTest(TransportsUnderTest kind) {
        super(kind);
    }

    private static RpcLimits small() {
        return RpcLimits.DEFAULTS.withLargestMessage(100_000);
    }

    private static Message sized(int octets) {
        return new Message("x".repeat(octets), 1);
    }

    @Test
    void returnsWhatTheHandlerReturns() {
        TestClient client = connect(serve(new Echo() {
            @Override
            public Message echo(Message message) {
                return new Message(message.text() + "!", message.number() + 1);
            }
        }));

        assertThat(CallFixture.echo(client, HELLO)).isEqualTo(new Message("hello, wörld!", 43));
    }

    @Test
    void completesWhatTheStageCompletesWith() throws Exception {
        CompletableFuture<CompletableFuture<Message>> handed = new CompletableFuture<>();
        TestClient client = connect(serve(Echo.async(message -> {
            CompletableFuture<Message> stage = new CompletableFuture<>();
            handed.complete(stage);
            return stage;
        })));

        CompletableFuture<Message> reply = CallFixture.async(client, Echo.WORK, HELLO);
        CallFixture.get(handed).complete(new Message("later", 1));

        assertThat(CallFixture.get(reply)).isEqualTo(new Message("later", 1));
    }

    @Test
    void carriesNothing() {
        TestClient client = connect(serve(new Echo() {}));

        assertThat(client.call(Echo.PING, Empty.INSTANCE, CallOptions.DEFAULT)).isSameAs(Empty.INSTANCE);
        assertThat(CallFixture.echo(client, new Message("", 0))).isEqualTo(new Message("", 0));
    }

    @Test
    void carriesValuesOfEachKind() {
        mirrors(Codecs.result(Codecs.BOOL), true, false);
        mirrors(Codecs.result(Codecs.I8), Byte.MIN_VALUE, Byte.MAX_VALUE);
        mirrors(Codecs.result(Codecs.I64), Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE);
        mirrors(Codecs.result(Codecs.U32), 0L, 0xFFFF_FFFFL);
        mirrors(Codecs.result(Codecs.F64), -0.0, Double.MIN_VALUE, Double.NEGATIVE_INFINITY, Double.NaN);
        mirrors(Codecs.result(Codecs.STRING), "", "wörld \uD83D\uDE00", "\0");
        mirrors(Codecs.result(Codecs.BYTES), Bytes.EMPTY, Bytes.of(new byte[] {0, -1, 7}));
        mirrors(Codecs.result(Codecs.UUID), new UUID(1, -1));
        mirrors(Codecs.result(Codecs.TIMESTAMP), Instant.ofEpochSecond(-1, 999_999_999));
        mirrors(Codecs.result(Codecs.DURATION), Duration.ofSeconds(-3, 1));
        mirrors(Codecs.result(Codecs.DECIMAL), new BigDecimal("-12.340"));
        mirrors(Codecs.result(Codecs.list(Codecs.list(Codecs.I32))), List.of(), List.of(List.of(1), List.of()));
        mirrors(Codecs.result(Codecs.map(Codecs.STRING, Codecs.I32)), Map.of("a", 1));
    }

    @SafeVarargs
    private <T> void mirrors(StructCodec<T> codec, T... values) {
        MethodDescriptor<T, T> method = MethodDescriptor.unary("test.v1.Mirror", "mirror", 1)
                .parameters(codec)
                .result(codec)
                .build();
        ServiceDescriptor service = ServiceDescriptor.of("test.v1.Mirror", method);
        TestClient client = connect(serve(
                ServiceBinding.builder(service).blocking(method, value -> value).build()));
        for (T value : values) {
            assertThat(client.call(method, value, CallOptions.DEFAULT)).isEqualTo(value);
        }
        client.close();
    }

    @Test
    void carriesTheLargestMessage() {
        TestClient client = connect(serve(new Echo() {}));
        Message large = sized(LARGEST - 32);

        assertThat(CallFixture.echo(client, large).equals(large)).isTrue();
    }

    @Test
    void refusesAMessageOverTheClientsLimit() {
        needs(TransportUnderTest.Trait.ENCODES);
        AtomicInteger executions = new AtomicInteger();
        TestClient client = connect(serve(counting(executions)), builder -> builder.limits(small()));

        Throwable thrown = catchThrowable(() -> CallFixture.echo(client, sized(100_001)));

        CallFixture.assertFailed(thrown, Outcome.NOT_EXECUTED, RpcCode.TOO_LARGE);
        assertThat(failure(thrown).phase()).isEqualTo(Phase.ENCODING);
        assertThat(executions).hasValue(0);
    }

    @Test
    void refusesAMessageOverTheServersLimit() {
        needs(TransportUnderTest.Trait.ENCODES);
        AtomicInteger executions = new AtomicInteger();
        TestClient client = connect(serve(Echo.service(counting(executions)), builder -> builder.limits(small())));
        CallFixture.echo(client, HELLO);

        Throwable thrown = catchThrowable(() -> CallFixture.echo(client, sized(100_001)));

        CallFixture.assertFailed(thrown, Outcome.NOT_EXECUTED, RpcCode.TOO_LARGE);
        assertThat(executions).hasValue(1);
        assertThat(CallFixture.echo(client, HELLO)).isEqualTo(HELLO);
    }

    @Test
    void saysThatACallWhoseReplyIsTooLargeWasExecuted() {
        needs(TransportUnderTest.Trait.ENCODES);
        RpcServer server = serve(new Echo() {
            @Override
            public Message echo(Message message) {
                return sized((int) message.number());
            }
        });
        TestClient client = connect(server, builder -> builder.limits(small()));

        Throwable thrown = catchThrowable(() -> CallFixture.echo(client, new Message("", 100_001)));

        CallFixture.assertFailed(thrown, Outcome.EXECUTED, RpcCode.TOO_LARGE);
        assertThat(CallFixture.echo(client, new Message("", 99_000)).text()).hasSize(99_000);
    }

    @Test
    void refusesToSendWhatBreaksAConstraint() {
        needs(TransportUnderTest.Trait.ENCODES);
        AtomicInteger executions = new AtomicInteger();
        TestClient client = connect(serve(counting(executions)));

        Throwable thrown = catchThrowable(() -> CallFixture.echo(client, new Message("\udc00", 1)));

        CallFixture.assertFailed(thrown, Outcome.NOT_EXECUTED, RpcCode.BAD_REQUEST);
        assertThat(executions).hasValue(0);
    }

    private static Echo counting(AtomicInteger executions) {
        return new Echo() {
            @Override
            public Message echo(Message message) {
                executions.incrementAndGet();
                return message;
            }
        };
    }

    @Test
    void answersAThousandCallsInFlight() throws Exception {
        CountDownLatch allArrived = new CountDownLatch(1_000);
        CompletableFuture<Message> gate = new CompletableFuture<>();
        TestClient client = connect(serve(Echo.async(message -> {
            allArrived.countDown();
            return gate.thenApply(opened -> message);
        })));

        List<CompletableFuture<Message>> replies = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            replies.add(CallFixture.async(client, Echo.ECHO, new Message("call " + i, i)));
        }
        await(allArrived);
        assertThat(replies).noneMatch(CompletableFuture::isDone);
        gate.complete(HELLO);

        for (int i = 0; i < 1_000; i++) {
            assertThat(CallFixture.get(replies.get(i))).isEqualTo(new Message("call " + i, i));
        }
    }

    @Test
    void onewayCallsDoNotWait() throws Exception {
        CompletableFuture<Message> noted = new CompletableFuture<>();
        CountDownLatch release = new CountDownLatch(1);
        TestClient client = connect(serve(new Echo() {
            @Override
            public void note(Message message) throws Exception {
                release.await();
                noted.complete(message);
            }
        }));

        client.call(Echo.NOTE, HELLO, CallOptions.DEFAULT);

        assertThat(noted).isNotDone();
        release.countDown();
        assertThat(CallFixture.get(noted)).isEqualTo(HELLO);
    }

    @Test
    void onewayCallsThatFailHarmNobody() throws Exception {
        CountDownLatch failing = new CountDownLatch(1);
        TestClient client = connect(serve(new Echo() {
            @Override
            public void note(Message message) {
                failing.countDown();
                throw new IllegalStateException("planted");
            }
        }));

        client.call(Echo.NOTE, HELLO, CallOptions.DEFAULT);
        CallFixture.get(client.callAsync(Echo.NOTE, HELLO, CallOptions.DEFAULT).toCompletableFuture());

        await(failing);
        assertThat(CallFixture.echo(client, HELLO)).isEqualTo(HELLO);
    }
}
