package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.RecordingListener;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How a server goes, at every moment at which it can be told to (rows G03, G04 and G07 of the catalogue of hostile inputs). */
@ParameterizedClass
@EnumSource(TransportKind.class)
@Timeout(60)
class ServerDrainTest extends CallFixture {
    private static final Duration LONG = Duration.ofHours(1);
    private static final byte DRAIN = 12;

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final Echo waiting = new Echo() {
        @Override
        public Message work(Message message) throws InterruptedException {
            entered.countDown();
            release.await();
            return message;
        }
    };

    ServerDrainTest(TransportKind kind) {
        super(kind);
    }

    private RpcServer serveFor(Duration lameDuck, Duration grace, Echo handler) {
        return serve(
                Echo.service(handler),
                builder -> builder.lameDuckPeriod(lameDuck).gracePeriod(grace).onDrain(new DrainListener() {
                    @Override
                    public void leaving() {
                        told.add("leaving");
                    }

                    @Override
                    public void draining() {
                        told.add("draining");
                    }
                }));
    }

    private CompletableFuture<Message> enteredCall(RpcServer server) throws InterruptedException {
        CompletableFuture<Message> call = async(connect(server), Echo.WORK, HELLO);
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
        return call;
    }

    @Test
    void goesOnForItsLameDuckPeriod() throws Exception {
        RpcServer server = serveFor(LONG, LONG, waiting);
        RpcClient before = connect(server);
        echo(before, HELLO);

        server.drain();
        server.drain();

        assertThat(told).containsExactly("leaving");
        assertThat(echo(before, HELLO)).isEqualTo(HELLO);
        assertThat(echo(connect(server), HELLO)).isEqualTo(HELLO);
        assertThat(server.awaitTermination(Duration.ZERO)).isFalse();
        server.closeNow();
        assertThat(told).containsExactly("leaving", "draining");
    }

    @Test
    void drainsWhenTheLameDuckPeriodIsOver() throws Exception {
        RpcServer server = serveFor(Duration.ofMillis(1), LONG, waiting);
        CompletableFuture<Message> call = enteredCall(server);

        server.drain();
        await().until(() -> told.contains("draining"));

        assertThat(call).isNotDone();
        assertFailed(catchThrowable(() -> echo(connect(server), HELLO)), Outcome.NOT_EXECUTED, RpcCode.UNAVAILABLE);
        release.countDown();
        assertThat(get(call)).isEqualTo(HELLO);
        server.close();
        assertThat(told).containsExactly("leaving", "draining");
    }

    @Test
    void endsWhatIsStuckWhenItIsClosedNow() throws Exception {
        RpcServer server = serveFor(LONG, LONG, waiting);
        CompletableFuture<Message> call = enteredCall(server);
        CompletableFuture<Void> patient = CompletableFuture.runAsync(server::close);
        await().until(() -> told.contains("leaving"));

        server.closeNow();
        server.closeNow();

        assertFailed(rpcFailureOf(call), Outcome.MAYBE_EXECUTED, RpcCode.UNAVAILABLE);
        get(patient);
        assertThatThrownBy(server::start).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void leavesAHandlerBehindThatIgnoresItsInterrupt() throws Exception {
        CountDownLatch ignored = new CountDownLatch(1);
        Echo stubborn = new Echo() {
            @Override
            public Message work(Message message) {
                entered.countDown();
                while (release.getCount() > 0) {
                    try {
                        release.await();
                    } catch (InterruptedException again) {
                        ignored.countDown();
                    }
                }
                return message;
            }
        };
        RpcServer server = serve(
                Echo.service(stubborn),
                builder -> builder.gracePeriod(Duration.ofMillis(1))
                        .executor(work -> new Thread(work, "stubborn").start()));
        CompletableFuture<Message> call = enteredCall(server);

        server.close();

        assertFailed(rpcFailureOf(call), Outcome.MAYBE_EXECUTED, RpcCode.UNAVAILABLE);
        assertThat(ignored.await(10, TimeUnit.SECONDS)).isTrue();
        release.countDown();
    }

    @Test
    void canBeToldByItsOwnHandler() throws Exception {
        for (boolean now : new boolean[] {true, false}) {
            CompletableFuture<RpcServer> self = new CompletableFuture<>();
            CompletableFuture<Void> returned = new CompletableFuture<>();
            RpcServer server = serveFor(Duration.ZERO, LONG, new Echo() {
                @Override
                public Message work(Message message) throws InterruptedException {
                    if (now) {
                        self.join().closeNow();
                        returned.complete(null);
                        new CountDownLatch(1)
                                .await(); // until the server interrupts it: its answer could be faster than the end
                    } else {
                        self.join().drain();
                        returned.complete(null);
                    }
                    return message;
                }
            });
            self.complete(server);
            CompletableFuture<Message> call = async(connect(server), Echo.WORK, HELLO);

            get(returned);
            if (now) {
                assertFailed(rpcFailureOf(call), Outcome.MAYBE_EXECUTED, RpcCode.UNAVAILABLE);
            } else {
                assertThat(get(call)).isEqualTo(HELLO);
            }
            assertThat(server.awaitTermination(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void waitsForNobodyWhoHasSaidNothing() throws Exception {
        RpcServer server = serveFor(Duration.ZERO, LONG, waiting);
        RecordingListener silent = new RecordingListener();
        transport.connect(
                transport.loop(), new Endpoint("127.0.0.1", server.port()), Duration.ofSeconds(5), silent.connecting());
        await().until(() -> server.openConnections() == 1);

        server.close();

        silent.closed.get(10, TimeUnit.SECONDS);
        assertThat(silent.bytes()).hasSizeGreaterThan(8);
        assertThat(silent.bytes()[3]).isEqualTo(DRAIN);
    }

    @Test
    void goesWhileAClientConnects() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        RpcServer server = serveFor(Duration.ZERO, LONG, waiting);
        transport.holdConnects(held);
        CompletableFuture<Message> call = async(connect(server), Echo.ECHO, HELLO);
        await().until(() -> transport.connects() == 1);

        server.close();
        held.countDown();

        assertFailed(rpcFailureOf(call), Outcome.NOT_EXECUTED, RpcCode.UNAVAILABLE);
    }

    @Test
    void goesThoughAListenerFailsOrAsksForItself() throws Exception {
        CompletableFuture<RpcServer> self = new CompletableFuture<>();
        RpcServer server = serve(
                Echo.service(waiting),
                builder -> builder.onDrain(new DrainListener() {
                            @Override
                            public void leaving() {
                                throw new IllegalStateException("a listener's own fault");
                            }
                        })
                        .onDrain(new DrainListener() {
                            @Override
                            public void leaving() {
                                self.join().close();
                                told.add("closed inside");
                            }
                        }));
        self.complete(server);

        server.close();

        assertThat(told).containsExactly("closed inside");
        assertThat(log.lines()).anyMatch(line -> line.contains("a listener of the server's drain failed"));
    }

    @Test
    void endsThoughItsHandlersWantALockOfWhoCloses() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        RpcServer server = serveFor(Duration.ZERO, Duration.ofMillis(1), new Echo() {
            @Override
            public Message work(Message message) throws InterruptedException {
                entered.countDown();
                lock.lockInterruptibly();
                lock.unlock();
                return message;
            }
        });
        lock.lock();
        CompletableFuture<Message> call = enteredCall(server);

        server.close();

        assertFailed(rpcFailureOf(call), Outcome.MAYBE_EXECUTED, RpcCode.UNAVAILABLE);
        lock.unlock();
    }

    @Test
    void refusesPeriodsOutsideTheirBounds() {
        for (Duration wrong : List.of(Duration.ofNanos(-1), Duration.ofDays(1).plusNanos(1))) {
            assertThatThrownBy(() -> RpcServer.builder().gracePeriod(wrong)).hasMessageContaining("grace period PT");
            assertThatThrownBy(() -> RpcServer.builder().lameDuckPeriod(wrong))
                    .hasMessageContaining("lame duck period PT");
        }
        assertThatThrownBy(() -> RpcServer.builder().gracePeriod(Duration.ZERO)).hasMessageContaining("is not between");
    }
}
