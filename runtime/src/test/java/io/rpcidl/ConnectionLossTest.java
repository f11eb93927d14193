package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.RecordingListener;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(TransportKind.class)
@Timeout(120)
class ConnectionLossTest extends CallFixture {
    private static final int CALLS = 10;

    private final Set<Long> executed = ConcurrentHashMap.newKeySet();
    private long nextNumber;
    private final Echo recording = new Echo() {
        @Override
        public Message echo(Message message) {
            executed.add(message.number());
            return message;
        }
    };

    ConnectionLossTest(TransportKind kind) {
        super(kind);
    }

    /** Makes calls over a connection that breaks, and holds each outcome against what the handler has seen. */
    private void callAndJudge(RpcServer server) {
        long first = nextNumber;
        nextNumber += CALLS; // a handler of the round before may still be under way
        try (RpcClient client = connect(server)) {
            List<CompletableFuture<@Nullable Throwable>> failures = new ArrayList<>();
            AtomicInteger ends = new AtomicInteger();
            for (int i = 0; i < CALLS; i++) {
                failures.add(async(client, Echo.ECHO, new Message("call " + i, first + i))
                        .handle((reply, failure) -> {
                            ends.incrementAndGet();
                            return failure;
                        }));
            }
            for (int i = 0; i < CALLS; i++) {
                judge(failures.get(i).orTimeout(20, TimeUnit.SECONDS).join(), first + i);
            }
            assertThat(ends).hasValue(CALLS);
        }
    }

    private void judge(@Nullable Throwable failure, long number) {
        if (failure == null) {
            assertThat(executed).contains(number);
            return;
        }
        Outcome outcome = ((RpcException) failure).outcome();
        if (outcome == Outcome.EXECUTED) {
            assertThat(executed).contains(number);
        } else if (outcome == Outcome.NOT_EXECUTED) {
            assertThat(executed).as(failure.getMessage()).doesNotContain(number);
        }
    }

    @Test
    void neverLiesWhenTheClientsConnectionIsCutAnywhere() {
        RpcServer server = serve(recording);
        int whole = 460;
        for (int bytes = 0; bytes < whole; bytes += 3) {
            transport.cutClientsAfter(bytes);
            callAndJudge(server);
        }
    }

    @Test
    void neverLiesWhenTheServersConnectionIsCutAnywhere() {
        for (int bytes = 0; bytes < 500; bytes += 3) {
            transport.cutServersAfter(bytes);
            RpcServer server = serve(recording);
            callAndJudge(server);
            server.close();
        }
    }

    @Test
    void knowsThatACallThatNeverLeftWasNotExecuted() {
        transport.cutClientsAfter(0);
        RpcClient client = connect(serve(recording));

        assertFailed(catchThrowable(() -> echo(client, HELLO)), Outcome.NOT_EXECUTED, RpcCode.UNAVAILABLE);
    }

    @Test
    void connectsAgainWithTheNextCall() {
        transport.cutServersAfter(150);
        RpcClient client = connect(serve(recording));
        Throwable lost = null;
        for (int i = 0; i < 100 && lost == null; i++) {
            lost = catchThrowable(() -> echo(client, HELLO));
        }
        assertThat(lost).isInstanceOf(RpcException.class);

        transport.cutServersAfter(Integer.MAX_VALUE);
        await().until(() -> catchThrowable(() -> echo(client, HELLO)) == null);
    }

    @Test
    void endsEveryCallInFlightOnceWhenTheServerIsGone() throws Exception {
        int calls = 1_000;
        CountDownLatch arrived = new CountDownLatch(1);
        RpcServer server = serve(
                Echo.async(message -> {
                    if (message.number() == calls - 1) {
                        arrived.countDown();
                    }
                    return new CompletableFuture<>();
                }),
                builder -> builder.gracePeriod(Duration.ofMillis(1)));
        RpcClient client = connect(server);
        AtomicInteger ends = new AtomicInteger();
        List<CompletableFuture<Message>> futures = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            CompletableFuture<Message> call = async(client, Echo.WORK, new Message("", i));
            call.whenComplete((reply, failure) -> ends.incrementAndGet());
            futures.add(call);
        }
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

        server.close();

        for (CompletableFuture<Message> call : futures) {
            assertThat(rpcFailureOf(call).outcome()).isNotEqualTo(Outcome.NOT_EXECUTED);
        }
        await().untilAsserted(() -> assertThat(ends).hasValue(calls));
    }

    @Test
    void failsCallsThatFindNoServer() {
        RpcServer server = serve(recording);
        RpcClient client = connect(server);
        server.close();

        Throwable thrown = catchThrowable(() -> echo(client, HELLO));

        assertFailed(thrown, Outcome.NOT_EXECUTED, RpcCode.UNAVAILABLE);
        assertThat(thrown).hasMessageContaining("can't connect to 127.0.0.1:" + server.port());
    }

    @Test
    void endsCallsToAServerThatSaysNothingAtTheirDeadline() throws Exception {
        RecordingListener silent = new RecordingListener();
        Endpoint endpoint;
        try (var listener = transport.listen(new Endpoint("127.0.0.1", 0), silent::opened)) {
            endpoint = listener.endpoint();
            RpcClient client = closeLater(RpcClient.builder()
                    .plaintext()
                    .transport(transport)
                    .target(endpoint.toString())
                    .build());

            Throwable thrown = catchThrowable(
                    () -> client.call(Echo.ECHO, HELLO, CallOptions.DEFAULT.withDeadline(Duration.ofMillis(50))));

            // a server that does not even greet gets no call to see
            assertFailed(thrown, Outcome.NOT_EXECUTED, RpcCode.DEADLINE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001",
                "\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000",
                "rpci"
            })
    void survivesGarbageWithOneLineInItsLog(String garbage) throws Exception {
        RpcServer server = serve(recording);
        RpcClient good = connect(server);
        echo(good, HELLO);
        RecordingListener bad = new RecordingListener();
        byte[] bytes = garbage.repeat(20).getBytes(StandardCharsets.ISO_8859_1);

        transport.connect(
                transport.loop(), new Endpoint("127.0.0.1", server.port()), Duration.ofSeconds(5), bad.connecting());
        bad.link.get(5, TimeUnit.SECONDS).loop().execute(() -> {
            bad.link.join().write(bytes, 0, bytes.length);
            bad.link.join().flush();
        });

        bad.closed.get(5, TimeUnit.SECONDS);
        await().untilAsserted(() -> assertThat(log.lines()).hasSize(1));
        assertThat(log.lines().get(0)).contains("W-").doesNotContain("\n");
        assertThat(echo(good, HELLO)).isEqualTo(HELLO);
    }

    @Test
    void logsFewLinesAboutManyBadConnections() throws Exception {
        RpcServer server = serve(recording);
        for (int i = 0; i < 50; i++) {
            RecordingListener bad = new RecordingListener();
            transport.connect(
                    transport.loop(),
                    new Endpoint("127.0.0.1", server.port()),
                    Duration.ofSeconds(5),
                    bad.connecting());
            bad.link.get(5, TimeUnit.SECONDS).loop().execute(() -> {
                bad.link.join().write(new byte[64], 0, 64);
                bad.link.join().flush();
            });
            bad.closed.get(5, TimeUnit.SECONDS);
        }

        assertThat(log.lines()).hasSizeLessThanOrEqualTo(10);
        assertThat(echo(connect(server), HELLO)).isEqualTo(HELLO);
    }

    @Test
    void logsOneEscapedLineAboutGarbageOnItsPort() throws Exception {
        RpcServer server = serve(recording);
        RecordingListener browser = new RecordingListener();
        transport.connect(
                transport.loop(),
                new Endpoint("127.0.0.1", server.port()),
                Duration.ofSeconds(5),
                browser.connecting());
        byte[] request = "GET /\u001b[31m HTTP/1.1\r\nHost: forged\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        browser.link.get(5, TimeUnit.SECONDS).loop().execute(() -> {
            browser.link.join().write(request, 0, request.length);
            browser.link.join().flush();
        });

        browser.closed.get(5, TimeUnit.SECONDS);

        await().untilAsserted(() -> assertThat(log.lines()).hasSize(1));
        assertThat(log.lines().get(0)).contains("W-").matches("\\p{Print}+");
    }

    @Test
    void refusesConnectionsOverItsLimit() throws Exception {
        RpcServer server =
                serve(Echo.service(recording), builder -> builder.limits(RpcLimits.DEFAULTS.withConnections(1)));
        RpcClient first = connect(server);
        echo(first, HELLO);
        RpcClient second = connect(server);

        Throwable thrown = catchThrowable(() -> echo(second, HELLO));

        assertThat(thrown).isInstanceOf(RpcException.class);
        assertThat(((RpcException) thrown).outcome()).isNotEqualTo(Outcome.EXECUTED);
        assertThat(executed).hasSize(1);
        assertThat(log.lines()).singleElement().asString().contains("the server has its 1 connections already");
        first.close();
        await().until(() -> catchThrowable(() -> echo(second, HELLO)) == null);
    }

    @Test
    void boundsTheCallsThatWaitForAConnection() throws Exception {
        RpcServer server = serve(recording);
        CountDownLatch blocked = new CountDownLatch(1);
        RpcClient client = connect(server, builder -> builder.limits(RpcLimits.DEFAULTS.withWaitingCalls(5)));
        transport.holdConnects(blocked);
        List<CompletableFuture<Message>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(async(client, Echo.ECHO, new Message("", i)));
        }

        for (int i = 5; i < 8; i++) {
            assertFailed(rpcFailureOf(calls.get(i)), Outcome.NOT_EXECUTED, RpcCode.OVERLOADED);
        }
        blocked.countDown();
        for (int i = 0; i < 5; i++) {
            assertThat(get(calls.get(i)).number()).isEqualTo(i);
        }
    }
}
