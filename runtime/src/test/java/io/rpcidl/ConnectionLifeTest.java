package io.rpcidl;

import static io.rpcidl.CallFixture.assertFailed;
import static io.rpcidl.CallFixture.rpcFailureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.frame.FrameWriter;
import io.rpcidl.frame.Hello;
import io.rpcidl.transport.RecordingListener;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long a server keeps a connection: greatest age, idle, silent, slow (rows G05, D01 and D02 of the catalogue). */
@Timeout(60)
class ConnectionLifeTest extends DrivenFixture {
    private static final Duration AGE = Duration.ofMinutes(10);
    private static final Duration OVER_AGE = Duration.ofMinutes(11).plusSeconds(1);
    private static final Duration GRACE = Duration.ofHours(1);

    private final CompletableFuture<Flow.Subscriber<? super Message>> items = new CompletableFuture<>();
    private final Feed.Async endless = new Feed.Async() {
        @Override
        public Flow.Publisher<Message> count(Message how) {
            return subscriber -> {
                subscriber.onSubscribe(new Flow.Subscription() {
                    @Override
                    public void request(long count) {}

                    @Override
                    public void cancel() {}
                });
                items.complete(subscriber);
            };
        }
    };

    private RpcServer serveAging() {
        return serve(builder -> builder.add(Echo.service(new Echo() {}))
                .add(Feed.Async.service(endless))
                .maxConnectionAge(AGE, GRACE));
    }

    private Collector open(RpcClient client) {
        Collector collector = new Collector(10);
        client.serverStreamAsync(Feed.COUNT, HELLO, CallOptions.DEFAULT).subscribe(collector);
        loop.run();
        return collector;
    }

    private void emit(Message item) {
        loop.execute(() -> items.join().onNext(item));
        loop.run();
    }

    @Test
    void letsAStreamFinishOnAConnectionThatIsTooOld() {
        RpcServer server = serveAging();
        RpcClient client = connect(server);
        Collector stream = open(client);
        loop.advance(Duration.ofMinutes(8));
        assertAnswered(client);
        assertThat(server.openConnections()).isEqualTo(1);

        loop.advance(OVER_AGE.minusMinutes(8));
        assertAnswered(client);

        assertThat(server.openConnections()).isEqualTo(2);
        emit(HELLO);
        assertThat(stream.items()).containsExactly(HELLO);
        loop.execute(() -> items.join().onComplete());
        loop.run();
        assertThat(stream.all()).isCompletedWithValue(List.of(HELLO));
        assertThat(server.openConnections()).isEqualTo(1);
    }

    @Test
    void givesUpWhatOutlivesTheGraceOfTheAge() {
        RpcServer server = serveAging();
        Collector stream = open(connect(server));
        loop.advance(OVER_AGE);
        assertThat(stream.all()).isNotDone();

        loop.advance(GRACE);

        assertThat(server.openConnections()).isZero();
        RpcException failure = rpcFailureOf(stream.all());
        assertFailed(failure, Outcome.MAYBE_EXECUTED, RpcCode.UNAVAILABLE);
    }

    @Test
    void endsConnectionsOfOneAgeAtDifferentTimes() {
        RpcServer server = serve(
                builder -> builder.add(Echo.service(new Echo() {})).maxConnectionAge(Duration.ofSeconds(100), GRACE));
        List<RpcClient> clients = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            clients.add(connect(server));
            assertAnswered(clients.get(i));
        }
        loop.advance(Duration.ofSeconds(89));
        assertThat(server.openConnections()).isEqualTo(clients.size());
        Set<Integer> counts = new TreeSet<>();
        for (int second = 0; second < 22; second++) {
            loop.advance(Duration.ofSeconds(1));
            counts.add(server.openConnections());
        }

        assertThat(server.openConnections()).isZero();
        assertThat(counts).hasSizeGreaterThan(3);
    }

    @Test
    void endsAConnectionWithoutCalls() {
        RpcServer server =
                serve(builder -> builder.add(Echo.service(new Echo() {})).idleTimeout(Duration.ofMinutes(1)));
        RpcClient client = connect(server);
        assertAnswered(client);
        loop.advance(Duration.ofSeconds(59));
        assertThat(server.openConnections()).isEqualTo(1);

        loop.advance(Duration.ofSeconds(1));

        assertThat(server.openConnections()).isZero();
        assertAnswered(client);
    }

    @Test
    void endsWhatSaysNothing() {
        RpcServer server = serve(builder -> builder.add(Echo.service(new Echo() {})));
        RecordingListener silent = connectRaw(server);
        loop.advance(Duration.ofMillis(4_999));
        assertThat(silent.closed).isNotDone();

        loop.advance(Duration.ofMillis(1));

        assertThat(silent.closed).isDone();
        assertThat(server.openConnections()).isZero();
    }

    @Test
    void endsWhatSendsAnOctetASecondWhileOthersAreServed() {
        RpcServer server = serve(builder -> builder.add(Echo.service(new Echo() {})));
        RpcClient good = connect(server);
        FrameWriter writer = new FrameWriter();
        new Hello(List.of(Hello.VERSION), io.rpcidl.frame.ConnectionLimits.MINIMUM, 0, 0, "slow").write(writer);
        byte[] hello = Arrays.copyOf(writer.buffer().bytes(), writer.buffer().length());
        List<RecordingListener> beforeHello = new ArrayList<>();
        List<RecordingListener> behindHello = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            beforeHello.add(connectRaw(server));
            behindHello.add(connectRaw(server));
            send(behindHello.get(i), hello);
        }
        for (int second = 0; second < 16; second++) {
            for (int i = 0; i < 50; i++) {
                send(beforeHello.get(i), hello[second]);
                send(behindHello.get(i), (byte) 64); // the beginning of a frame of 64 octets and more
            }
            loop.advance(Duration.ofSeconds(1));
            assertAnswered(good);
            assertThat(beforeHello.stream().filter(peer -> peer.closed.isDone()))
                    .hasSize(second < 4 ? 0 : 50);
        }

        assertThat(behindHello).allMatch(peer -> peer.closed.isDone());
        assertThat(server.openConnections()).isEqualTo(1);
        assertThat(log.lines().size()).isBetween(1, 20);
    }

    @Test
    void refusesTimesOutsideTheirBounds() {
        assertThatThrownBy(() -> RpcServer.builder().idleTimeout(Duration.ZERO))
                .hasMessageContaining("idle timeout PT0S");
        assertThatThrownBy(() -> RpcServer.builder().maxConnectionAge(Duration.ofMillis(999), GRACE))
                .hasMessageContaining("greatest age of a connection PT0.999S");
        assertThatThrownBy(() -> RpcServer.builder().maxConnectionAge(AGE, Duration.ZERO))
                .hasMessageContaining("grace of a connection's age PT0S");
    }
}
