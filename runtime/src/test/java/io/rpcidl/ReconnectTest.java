package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.balance.ConnectionState;
import io.rpcidl.resolve.Resolver;
import io.rpcidl.retry.Backoff;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows H01, H02, H06, H07 and C09 of the catalogue of hostile inputs: connections that are lost, and those that never come. */
class ReconnectTest extends ChannelFixture {
    private static final String SERVER = "server:1";
    private static final CallOptions WAITING = CallOptions.DEFAULT.waitForReady();

    private RpcClient client(UnaryOperator<RpcClientBuilder> options) {
        return client(List.of(SERVER), options);
    }

    private List<Long> dialTimes() {
        return net.dials.stream().map(DrivenNet.Dial::atMillis).toList();
    }

    @Test
    void waitsLongerAfterEachFailureAndNeverDialsTwiceAtOnce() {
        RpcClient client = client(RpcClientBuilder::connectEagerly);

        advance(60_000);

        assertThat(net.dials).hasSizeBetween(6, 10);
        assertThat(net.mostDialing()).isEqualTo(1);
        double expected = 1_000;
        List<Long> times = dialTimes();
        for (int i = 1; i < times.size(); i++) {
            long wait = times.get(i) - times.get(i - 1);
            assertThat(wait).as("wait " + i).isBetween((long) (expected * 0.79), (long) (expected * 1.21));
            expected *= 1.6;
        }
        assertThat(client.state()).isEqualTo(ConnectionState.TRANSIENT_FAILURE);
    }

    @Test
    void beginsAnewAfterAConnectionWasMade() {
        RpcClient client = client(RpcClientBuilder::connectEagerly);
        advance(20_000);
        serve(SERVER, Echo.service(new Echo() {}));
        advance(20_000);
        assertThat(client.state()).isEqualTo(ConnectionState.READY);
        net.dials.clear();
        net.behave(SERVER, DrivenNet.Behaviour.UNREACHABLE);

        net.cut(SERVER);
        long lost = net.nowMillis();
        advance(7_000);

        assertThat(dialTimes().get(0)).isEqualTo(lost);
        // the attempt itself takes the 5 seconds of the connect timeout, and the wait is the first one again
        assertThat(dialTimes().get(1) - lost).isBetween(5_800L, 6_200L);
    }

    @Test
    void spreadsTheAttemptsOfManyClients() {
        TreeMap<Long, Integer> buckets = new TreeMap<>();
        for (int i = 0; i < 1_000; i++) {
            SplittableRandom random = new SplittableRandom(i);
            client(builder -> builder.connectEagerly().random(random));
        }
        advance(10_000);
        net.dials.clear();

        advance(10_000);

        net.dials.forEach(dial -> buckets.merge(dial.atMillis() / 100, 1, Integer::sum));
        int all = net.dials.size();
        assertThat(all).isGreaterThan(500);
        assertThat(buckets.values()).allSatisfy(count -> assertThat(count).isLessThan(all * 15 / 100));
    }

    @Test
    void dialsWithTheFirstCallAndAgainWithTheNextOneAfterALoss() {
        serve(SERVER, Echo.service(new Echo() {}));
        RpcClient client = client(SERVER);
        advance(10_000);
        assertThat(net.dials).isEmpty();
        assertThat(client.state()).isEqualTo(ConnectionState.IDLE);

        assertThat(echo(client)).isCompletedWithValue(HELLO);
        advance(2_000);
        net.cut(SERVER);
        advance(10_000);
        assertThat(net.dials).hasSize(1);
        assertThat(client.state()).isEqualTo(ConnectionState.IDLE);

        assertThat(echo(client)).isCompletedWithValue(HELLO);
        assertThat(net.dials).hasSize(2);
    }

    @Test
    void failsCallsAtOnceUntilTheNextAttemptIsDue() {
        RpcClient client = client(SERVER);

        RpcException first = failure(echo(client));
        advance(100);
        RpcException second = failure(echo(client));
        advance(1_200);
        RpcException third = failure(echo(client));

        assertThat(net.dials).hasSize(2);
        for (RpcException failure : List.of(first, second, third)) {
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_EXECUTED);
            assertThat(failure.code()).isEqualTo(RpcCode.UNAVAILABLE);
            assertThat(failure.phase()).isEqualTo(Phase.CONNECTING);
            assertThat(failure.transientFailure()).isTrue();
            assertThat(failure).hasMessageContaining("can't connect to server:1: nothing listens on server:1");
        }
    }

    @Test
    void letsCallsWaitThatAreWillingTo() {
        RpcClient client = client(SERVER);
        CompletableFuture<Message> waiting = call(client, Echo.ECHO, WAITING);
        CompletableFuture<Message> hasty = call(client, Echo.ECHO, WAITING.failFast());
        CompletableFuture<Message> late = call(client, Echo.ECHO, WAITING.withDeadline(Duration.ofMillis(700)));
        advance(500);
        serve(SERVER, Echo.service(new Echo() {}));
        assertThat(waiting).isNotDone();
        assertThat(failure(hasty).code()).isEqualTo(RpcCode.UNAVAILABLE);

        advance(200);
        RpcException failure = failure(late);
        advance(1_000);

        assertThat(waiting).isCompletedWithValue(HELLO);
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_EXECUTED);
        assertThat(failure.code()).isEqualTo(RpcCode.DEADLINE);
        assertThat(failure).hasMessageContaining("nothing listens on server:1");
    }

    @Test
    void aClientMayLetAllItsCallsWait() {
        RpcClient client = client(RpcClientBuilder::waitForReady);
        CompletableFuture<Message> waiting = echo(client);
        serve(SERVER, Echo.service(new Echo() {}));
        advance(1_300);

        assertThat(waiting).isCompletedWithValue(HELLO);
    }

    @ParameterizedTest
    @EnumSource(
            value = DrivenNet.Behaviour.class,
            names = {"UNREACHABLE", "SILENT", "HANGS_UP"})
    void endsCallsWithinTheConnectTimeoutWhateverTheAddressDoes(DrivenNet.Behaviour behaviour) {
        net.behave(SERVER, behaviour);
        RpcClient client = client(builder -> builder.connectTimeout(Duration.ofSeconds(2)));
        CompletableFuture<Message> call = echo(client);

        advance(2_050);

        RpcException failure = failure(call);
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_EXECUTED);
        assertThat(failure.code()).isEqualTo(RpcCode.UNAVAILABLE);
        assertThat(failure.phase()).isEqualTo(Phase.CONNECTING);
        assertThat(failure).hasMessageContaining("can't connect to server:1");
    }

    @Test
    void saysThatAnAddressWasNotFound() {
        RpcClient client = client(builder -> builder.resolver(unknownHost()));

        RpcException failure = failure(echo(client));

        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_EXECUTED);
        assertThat(failure.code()).isEqualTo(RpcCode.UNAVAILABLE);
        assertThat(failure)
                .hasMessageContaining("can't find the addresses of nowhere:1: no address is known for host nowhere");
        assertThat(client.state()).isEqualTo(ConnectionState.TRANSIENT_FAILURE);
    }

    private static Resolver unknownHost() {
        return resolver(listener -> listener.failed(new UnknownHostException("no address is known for host nowhere")));
    }

    /** A resolver that does this when it is asked. */
    private static Resolver resolver(Consumer<Resolver.Listener> look) {
        return new Resolver() {
            @Override
            public Watch watch(Listener listener) {
                look.accept(listener);
                return new Watch() {
                    @Override
                    public void refresh() {
                        look.accept(listener);
                    }

                    @Override
                    public void close() {}
                };
            }

            @Override
            public String target() {
                return "nowhere:1";
            }
        };
    }

    @Test
    void doesNotWaitForEverForAResolverThatSaysNothing() {
        RpcClient client = client(builder -> builder.resolver(resolver(listener -> {})));
        CompletableFuture<Message> call = call(client, Echo.ECHO, CallOptions.DEFAULT.withoutDeadline());

        advance(5_050);

        assertThat(failure(call)).hasMessageContaining("no answer within 5000 ms");
    }

    @Test
    void refusesAListOfNoAddresses() {
        RpcClient client = client(builder -> builder.resolver(resolver(listener -> listener.resolved(List.of()))));

        assertThat(failure(echo(client))).hasMessageContaining("can't find the addresses of nowhere:1: there are none");
    }

    @Test
    void asksAServerThatHangsUpAtOnceLessAndLess() {
        net.behave(SERVER, DrivenNet.Behaviour.HANGS_UP);
        client(RpcClientBuilder::connectEagerly);

        advance(60_000);

        assertThat(net.dials).hasSizeBetween(6, 10);
    }

    @Test
    void survivesAnAddressThatFlaps() {
        RpcServer server = serve(SERVER, Echo.service(new Echo() {}));
        RpcClient client = client(builder -> builder.connectEagerly()
                .withoutRetries()
                .reconnectBackoff(new Backoff(Duration.ofMillis(50), 1.6, Duration.ofMillis(400), 0.2)));
        List<CompletableFuture<Message>> calls = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) { // five minutes
            calls.add(echo(client));
            if (i % 2 == 0) {
                net.cut(SERVER);
            }
            advance(100);
        }

        assertThat(calls).allSatisfy(call -> assertThat(call).isDone());
        assertThat(net.mostDialing()).isEqualTo(1);
        assertThat(net.dials).hasSizeLessThan(3_000);
        advance(2_000);
        assertThat(echo(client)).isCompletedWithValue(HELLO);
        close(server);
    }

    @Test
    void boundsTheCallsThatWait() {
        RpcClient client = client(builder -> builder.waitForReady().limits(RpcLimits.DEFAULTS.withWaitingCalls(3)));
        List<CompletableFuture<Message>> calls = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            calls.add(echo(client));
        }

        for (int i = 3; i < 5; i++) {
            assertThat(failure(calls.get(i)).outcome()).isEqualTo(Outcome.NOT_EXECUTED);
            assertThat(failure(calls.get(i)).code()).isEqualTo(RpcCode.OVERLOADED);
        }
        serve(SERVER, Echo.service(new Echo() {}));
        advance(1_300);
        for (int i = 0; i < 3; i++) {
            assertThat(calls.get(i)).isCompletedWithValue(HELLO);
        }
    }

    @Test
    void connectsWhenItIsToldToWhateverTheWait() {
        RpcClient client = client(SERVER);
        failure(echo(client));
        CompletableFuture<?> failed = client.connectAsync().toCompletableFuture();
        net.loop.run();
        assertThatThrownBy(failed::join)
                .hasCauseInstanceOf(IOException.class)
                .hasMessageContaining("can't connect to server:1: nothing listens on server:1");
        serve(SERVER, Echo.service(new Echo() {}));

        CompletableFuture<?> connected = client.connectAsync().toCompletableFuture();
        net.loop.run();

        assertThat(connected).isCompleted();
        assertThat(client.state()).isEqualTo(ConnectionState.READY);
    }

    @Test
    void tellsWhoListensOfEachState() {
        List<ConnectionState> states = new ArrayList<>();
        RpcClient client = client(SERVER);
        client.onStateChange(states::add);
        client.onStateChange(state -> {
            throw new IllegalStateException("planted");
        });

        failure(echo(client));
        serve(SERVER, Echo.service(new Echo() {}));
        advance(1_300);
        assertThat(echo(client)).isCompletedWithValue(HELLO);
        net.loop.execute(client::close);
        net.loop.run();

        assertThat(states)
                .containsExactly(
                        ConnectionState.CONNECTING,
                        ConnectionState.TRANSIENT_FAILURE,
                        ConnectionState.CONNECTING,
                        ConnectionState.READY,
                        ConnectionState.SHUTDOWN);
    }

    @Test
    void dialsNoMoreWhenItIsClosed() {
        RpcClient client = client(builder -> builder.connectEagerly().waitForReady());
        CompletableFuture<Message> waiting = echo(client);
        advance(3_000);
        int before = net.dials.size();

        net.loop.execute(client::close);
        advance(60_000);

        assertThat(net.dials).hasSize(before);
        assertThat(failure(waiting)).hasMessageContaining("this client is closed");
        assertThat(failure(echo(client)).outcome()).isEqualTo(Outcome.NOT_EXECUTED);
        CompletableFuture<?> connect = client.connectAsync().toCompletableFuture();
        net.loop.run();
        assertThatThrownBy(connect::join).hasMessageContaining("this client is closed");
    }
}
