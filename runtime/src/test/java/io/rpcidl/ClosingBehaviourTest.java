package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What becomes of calls when a side of them is closed. */
class ClosingBehaviourTest extends Behaviour {
    private final WaitingHandler waiting = new WaitingHandler();

    ClosingBehaviourTest(TransportsUnderTest kind) {
        super(kind);
    }

    @Test
    void ofTheServerLetsFinishWhatIsInFlight() throws Exception {
        RpcServer server = serve(waiting);
        TestClient client = connect(server);
        CompletableFuture<Message> call = CallFixture.async(client, Echo.WORK, HELLO);
        await(waiting.entered);

        CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
        Awaitility.await().until(() -> catchThrowable(() -> CallFixture.echo(client, HELLO)) != null);
        assertThat(closed).isNotDone();
        assertThat(failure(catchThrowable(() -> CallFixture.echo(client, HELLO)))
                        .outcome())
                .isEqualTo(Outcome.NOT_EXECUTED);
        waiting.release.countDown();

        assertThat(CallFixture.get(call)).isEqualTo(HELLO);
        CallFixture.get(closed);
        assertThat(CallFixture.get(waiting.interrupted)).isFalse();
        assertThat(server.awaitTermination(Duration.ZERO)).isTrue();
    }

    @Test
    void ofTheServerLetsAStreamFinish() throws Exception {
        RpcServer server = serve(new Feed() {});
        TestClient client = connect(server);
        RpcStream<Message> stream = client.serverStream(Feed.COUNT, StreamTest.how(1_000, 2_000), CallOptions.DEFAULT);
        assertThat(stream.next()).isNotNull();

        CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
        Awaitility.await()
                .until(() -> catchThrowable(
                                () -> client.clientStream(Feed.SUM, HELLO, Feed.numbers("a", 1), CallOptions.DEFAULT))
                        != null);

        assertThat(StreamTest.all(stream)).hasSize(1_999);
        CallFixture.get(closed);
    }

    @Test
    void ofTheServerInterruptsWhatIsStuck() throws Exception {
        RpcServer server = serve(Echo.service(waiting), builder -> builder.gracePeriod(Duration.ofMillis(20)));
        TestClient client = connect(server);
        CompletableFuture<Message> call = CallFixture.async(client, Echo.WORK, HELLO);
        await(waiting.entered);

        server.close();

        CallFixture.assertFailed(CallFixture.rpcFailureOf(call), lostWhileRunning(), RpcCode.UNAVAILABLE);
        assertThat(CallFixture.get(waiting.interrupted)).isTrue();
    }

    @Test
    void ofTheServerCutsAStreamThatIsStuck() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        StalledStream stalled = new StalledStream(2, closed);
        RpcServer server = serve(
                Feed.service(new Feed() {
                    @Override
                    public RpcStream<Message> count(Message how) {
                        return stalled;
                    }
                }),
                builder -> builder.gracePeriod(Duration.ofMillis(20)));
        RpcStream<Message> stream = connect(server).serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT);
        assertThat(stream.next()).isNotNull();
        assertThat(stream.next()).isNotNull();
        await(stalled.stalled());

        server.close();

        Throwable thrown = catchThrowable(stream::next);
        CallFixture.assertFailed(thrown, lostWhileRunning(), RpcCode.UNAVAILABLE);
        assertThat(failure(thrown).items()).isEqualTo(2);
        await(closed);
    }

    @Test
    void ofTheServerComesFromItsOwnHandler() throws Exception {
        CompletableFuture<RpcServer> self = new CompletableFuture<>();
        RpcServer server = serve(new Echo() {
            @Override
            public Message work(Message message) {
                self.join().close();
                return message;
            }
        });
        self.complete(server);
        TestClient client = connect(server);

        assertThat(client.call(Echo.WORK, HELLO, CallOptions.DEFAULT)).isEqualTo(HELLO);
        assertThat(server.awaitTermination(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void ofTheServerLosesNoCallThatItAccepted() throws Exception {
        Set<Long> executed = ConcurrentHashMap.newKeySet();
        RpcServer server = serve(new Echo() {
            @Override
            public Message echo(Message message) {
                executed.add(message.number());
                return message;
            }
        });
        TestClient client = connect(server);
        CallFixture.echo(client, new Message("", -1));
        AtomicBoolean stop = new AtomicBoolean();
        List<CompletableFuture<Message>> calls = new ArrayList<>();
        CountDownLatch running = new CountDownLatch(200);
        CompletableFuture<Void> load = CompletableFuture.runAsync(() -> {
            for (long i = 0; !stop.get() && i < 5_000; i++) {
                calls.add(CallFixture.async(client, Echo.ECHO, new Message("", i)));
                running.countDown();
            }
        });
        await(running);

        server.close();
        stop.set(true);
        CallFixture.get(load);

        for (int i = 0; i < calls.size(); i++) {
            Throwable thrown = calls.get(i).handle((reply, failed) -> failed).get(10, TimeUnit.SECONDS);
            if (thrown != null) {
                assertThat(((RpcException) thrown).outcome())
                        .as(thrown.getMessage())
                        .isEqualTo(Outcome.NOT_EXECUTED);
            }
            assertThat(executed.contains((long) i)).isEqualTo(thrown == null);
        }
    }

    @Test
    void ofTheClientEndsItsCallsTruly() throws Exception {
        TestClient client = connect(serve(waiting));
        CompletableFuture<Message> call = CallFixture.async(client, Echo.WORK, HELLO);
        await(waiting.entered);

        client.close();
        client.close();

        CallFixture.assertFailed(CallFixture.rpcFailureOf(call), lostWhileRunning(), RpcCode.UNAVAILABLE);
        assertThat(CallFixture.get(waiting.interrupted)).isTrue();
        CallFixture.assertFailed(
                catchThrowable(() -> CallFixture.echo(client, HELLO)), Outcome.NOT_EXECUTED, RpcCode.UNAVAILABLE);
        CallFixture.assertFailed(
                CallFixture.rpcFailureOf(CallFixture.async(client, Echo.ECHO, HELLO)),
                Outcome.NOT_EXECUTED,
                RpcCode.UNAVAILABLE);
    }

    @Test
    void ofTheClientEndsItsStreams() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        StalledStream stalled = new StalledStream(1, closed);
        TestClient client = connect(serve(new Feed() {
            @Override
            public RpcStream<Message> count(Message how) {
                return stalled;
            }
        }));
        RpcStream<Message> stream = client.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT);
        assertThat(stream.next()).isNotNull();
        await(stalled.stalled());

        client.close();

        CallFixture.assertFailed(catchThrowable(stream::next), lostWhileRunning(), RpcCode.UNAVAILABLE);
        await(closed);
    }

    @Test
    void ofTheClientComesFromItsOwnCallback() throws Exception {
        RpcServer server = serve(waiting);
        for (boolean direct : new boolean[] {true, false}) {
            TestClient client = connect(server, builder -> direct ? builder.directExecutor() : builder);

            CallFixture.get(client.callAsync(Echo.ECHO, HELLO, CallOptions.DEFAULT)
                    .thenAccept(reply -> client.close())
                    .toCompletableFuture());

            CallFixture.assertFailed(
                    catchThrowable(() -> CallFixture.echo(client, HELLO)), Outcome.NOT_EXECUTED, RpcCode.UNAVAILABLE);
        }
    }

    @Test
    void ofOneClientIsNothingToOthers() {
        RpcServer server = serve(waiting);
        TestClient first = connect(server);
        TestClient second = connect(server);
        CallFixture.echo(first, HELLO);
        CallFixture.echo(second, HELLO);

        first.close();

        for (int i = 0; i < 10; i++) {
            assertThat(CallFixture.echo(second, HELLO)).isEqualTo(HELLO);
        }
    }

    @Test
    void ofBothComesFromManyThreadsAtOnce() throws Exception {
        RpcServer server = serve(waiting);
        TestClient client = connect(server);
        CallFixture.echo(client, HELLO);
        List<CompletableFuture<Void>> closings = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            closings.add(CompletableFuture.runAsync(i % 2 == 0 ? client::close : server::close));
        }

        for (CompletableFuture<Void> closing : closings) {
            CallFixture.get(closing);
        }
    }
}
