package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TransportKind.class)
@Timeout(60)
class ShutdownTest extends CallFixture {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    private final Echo waiting = new Echo() {
        @Override
        public Message work(Message message) throws InterruptedException {
            entered.countDown();
            try {
                release.await();
                interrupted.complete(false);
            } catch (InterruptedException stop) {
                interrupted.complete(true);
                throw stop;
            }
            return message;
        }
    };

    ShutdownTest(TransportKind kind) {
        super(kind);
    }

    @Test
    void finishesWhatIsInFlightWhenTheServerCloses() throws Exception {
        RpcServer server = serve(waiting);
        RpcClient client = connect(server);
        CompletableFuture<Message> call = async(client, Echo.WORK, HELLO);
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
        await().until(() -> catchThrowable(() -> echo(client, HELLO)) != null);
        assertThat(closed).isNotDone();
        assertFailed(catchThrowable(() -> echo(client, HELLO)), Outcome.NOT_EXECUTED, RpcCode.UNAVAILABLE);
        release.countDown();

        assertThat(get(call)).isEqualTo(HELLO);
        get(closed);
        assertThat(get(interrupted)).isFalse();
        assertThat(server.awaitTermination(Duration.ZERO)).isTrue();
    }

    @Test
    void interruptsHandlersWhenTheGracePeriodIsOver() throws Exception {
        RpcServer server = serve(Echo.service(waiting), builder -> builder.gracePeriod(Duration.ofMillis(20)));
        RpcClient client = connect(server);
        CompletableFuture<Message> call = async(client, Echo.WORK, HELLO);
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

        server.close();

        assertFailed(rpcFailureOf(call), Outcome.MAYBE_EXECUTED, RpcCode.UNAVAILABLE);
        assertThat(get(interrupted)).isTrue();
    }

    @Test
    void losesNoAcceptedCallWhenTheServerClosesUnderLoad() throws Exception {
        for (int round = 0; round < 20; round++) {
            Set<Long> executed = ConcurrentHashMap.newKeySet();
            RpcServer server = serve(new Echo() {
                @Override
                public Message echo(Message message) {
                    executed.add(message.number());
                    return message;
                }
            });
            RpcClient client = connect(server);
            echo(client, new Message("", -1));
            AtomicBoolean stop = new AtomicBoolean();
            List<CompletableFuture<Message>> calls = new ArrayList<>();
            CountDownLatch running = new CountDownLatch(200);
            CompletableFuture<Void> load = CompletableFuture.runAsync(() -> {
                for (long i = 0; !stop.get() && i < 20_000; i++) {
                    calls.add(async(client, Echo.ECHO, new Message("", i)));
                    running.countDown();
                }
            });
            assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();

            server.close();
            stop.set(true);
            get(load);

            for (int i = 0; i < calls.size(); i++) {
                int number = i;
                Throwable failure =
                        calls.get(i).handle((reply, thrown) -> thrown).get(10, TimeUnit.SECONDS);
                if (failure == null) {
                    assertThat(executed.contains((long) number)).isTrue();
                } else {
                    assertThat(((RpcException) failure).outcome())
                            .as(failure.getMessage())
                            .isEqualTo(Outcome.NOT_EXECUTED);
                    assertThat(executed.contains((long) number)).isFalse();
                }
            }
        }
    }

    @Test
    void closesFromItsOwnHandler() throws Exception {
        CompletableFuture<RpcServer> self = new CompletableFuture<>();
        RpcServer server = serve(new Echo() {
            @Override
            public Message work(Message message) {
                self.join().close();
                return message;
            }
        });
        self.complete(server);
        RpcClient client = connect(server);

        assertThat(client.call(Echo.WORK, HELLO, CallOptions.DEFAULT)).isEqualTo(HELLO);
        assertThat(server.awaitTermination(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void closesAClientFromItsOwnCallback() throws Exception {
        RpcServer server = serve(waiting);
        for (boolean direct : new boolean[] {true, false}) {
            RpcClient client = connect(server, builder -> direct ? builder.directExecutor() : builder);
            CompletableFuture<Void> closed = client.callAsync(Echo.ECHO, HELLO, CallOptions.DEFAULT)
                    .thenAccept(reply -> client.close())
                    .toCompletableFuture();

            get(closed);
            assertFailed(catchThrowable(() -> echo(client, HELLO)), Outcome.NOT_EXECUTED, RpcCode.UNAVAILABLE);
        }
    }

    @Test
    void endsCallsTrulyWhenTheClientCloses() throws Exception {
        RpcClient client = connect(serve(waiting));
        CompletableFuture<Message> call = async(client, Echo.WORK, HELLO);
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

        client.close();
        client.close();

        assertFailed(rpcFailureOf(call), Outcome.MAYBE_EXECUTED, RpcCode.UNAVAILABLE);
        assertThat(get(interrupted)).isTrue();
        assertFailed(catchThrowable(() -> echo(client, HELLO)), Outcome.NOT_EXECUTED, RpcCode.UNAVAILABLE);
        assertFailed(rpcFailureOf(async(client, Echo.ECHO, HELLO)), Outcome.NOT_EXECUTED, RpcCode.UNAVAILABLE);
    }

    @Test
    void endsCallsThatWaitForAConnectionWhenTheClientCloses() {
        CountDownLatch held = new CountDownLatch(1);
        transport.holdConnects(held);
        RpcClient client = connect(serve(waiting));
        CompletableFuture<Message> call = async(client, Echo.WORK, HELLO);

        client.close();
        held.countDown();

        assertFailed(rpcFailureOf(call), Outcome.NOT_EXECUTED, RpcCode.UNAVAILABLE);
    }

    @Test
    void failsCallsWhenTheTransportIsClosedUnderTheClient() throws Exception {
        RpcServer server = serve(waiting);
        RpcClient client = connect(server);
        CompletableFuture<Message> call = async(client, Echo.WORK, HELLO);
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

        transport.close();

        assertFailed(rpcFailureOf(call), Outcome.MAYBE_EXECUTED, RpcCode.UNAVAILABLE);
        for (int i = 0; i < 3; i++) {
            assertFailed(catchThrowable(() -> echo(client, HELLO)), Outcome.NOT_EXECUTED, RpcCode.UNAVAILABLE);
        }
        client.close();
        server.close();
    }

    @Test
    void failsCallsThatWaitForAConnectionWhenTheTransportIsClosed() {
        CountDownLatch held = new CountDownLatch(1);
        RpcServer server = serve(waiting);
        transport.holdConnects(held);
        RpcClient client = connect(server);
        CompletableFuture<Message> call = async(client, Echo.WORK, HELLO);
        await().until(() -> transport.connects() == 1);

        transport.close();
        held.countDown();

        assertFailed(rpcFailureOf(call), Outcome.NOT_EXECUTED, RpcCode.UNAVAILABLE);
        client.close();
        server.close();
    }

    @Test
    void endsEveryCallOnceWhenItIsClosedUnderTheCallsOfManyThreads() throws Exception {
        for (int round = 0; round < 10; round++) {
            RpcServer server = serve(waiting);
            RpcClient client = connect(server);
            AtomicInteger begun = new AtomicInteger();
            AtomicInteger ended = new AtomicInteger();
            CountDownLatch running = new CountDownLatch(64);
            List<CompletableFuture<Void>> callers = new ArrayList<>();
            for (int thread = 0; thread < 64; thread++) {
                boolean blocking = thread % 2 == 0;
                callers.add(CompletableFuture.runAsync(
                        () -> callUntilClosed(client, blocking, running, begun, ended),
                        command -> new Thread(command).start()));
            }
            assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();

            client.close();

            for (CompletableFuture<Void> caller : callers) {
                caller.get(20, TimeUnit.SECONDS);
            }
            await().untilAsserted(() -> assertThat(ended).hasValue(begun.get()));
            server.close();
        }
    }

    /** Calls until the client is closed and counts the ends, of which each call has to have one. */
    private static void callUntilClosed(
            RpcClient client, boolean blocking, CountDownLatch running, AtomicInteger begun, AtomicInteger ended) {
        Throwable failure = null;
        while (failure == null || ((RpcException) failure).outcome() != Outcome.NOT_EXECUTED) {
            begun.incrementAndGet();
            if (blocking) {
                failure = catchThrowable(() -> echo(client, HELLO));
                ended.incrementAndGet();
            } else {
                failure = async(client, Echo.ECHO, HELLO)
                        .handle((reply, thrown) -> {
                            ended.incrementAndGet();
                            return thrown;
                        })
                        .join();
            }
            running.countDown();
        }
    }

    @Test
    void closesFromManyThreadsAtOnce() throws Exception {
        RpcServer server = serve(waiting);
        RpcClient client = connect(server);
        echo(client, HELLO);
        List<CompletableFuture<Void>> closings = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            closings.add(CompletableFuture.runAsync(i % 2 == 0 ? client::close : server::close));
        }

        for (CompletableFuture<Void> closing : closings) {
            get(closing);
        }
    }

    @Test
    void startsOnce() {
        RpcServer server = serve(waiting);

        assertThatThrownBy(server::start).isInstanceOf(IllegalStateException.class);
        server.close();
        assertThatThrownBy(server::start).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsServingOthersWhenOneClientCloses() {
        RpcServer server = serve(waiting);
        RpcClient first = connect(server);
        RpcClient second = connect(server);
        AtomicInteger replies = new AtomicInteger();

        echo(first, HELLO);
        echo(second, HELLO);
        first.close();
        for (int i = 0; i < 10; i++) {
            echo(second, HELLO);
            replies.incrementAndGet();
        }

        assertThat(replies).hasValue(10);
    }
}
