package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.balance.Balancer;
import io.rpcidl.balance.Candidate;
import io.rpcidl.balance.ConnectionState;
import io.rpcidl.balance.Picker;
import io.rpcidl.resolve.Resolver;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Row H08 of the catalogue of hostile inputs, and how calls are spread over several addresses. */
class AddressesTest extends ChannelFixture {
    private static final List<String> THREE = List.of("a:1", "b:1", "c:1");

    private final Map<String, Integer> served = new TreeMap<>();
    private final Map<String, List<CompletableFuture<Message>>> held = new TreeMap<>();

    private RpcServer serve(String target) {
        return serve(target, Echo.async(message -> {
            served.merge(target, 1, Integer::sum);
            return CompletableFuture.completedFuture(message);
        }));
    }

    /** A server that keeps its calls. */
    private RpcServer serveSlowly(String target) {
        return serve(target, Echo.async(message -> {
            served.merge(target, 1, Integer::sum);
            CompletableFuture<Message> answer = new CompletableFuture<>();
            held.computeIfAbsent(target, unused -> new ArrayList<>()).add(answer);
            return answer;
        }));
    }

    private void echo(RpcClient client, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(echo(client)).isCompletedWithValue(HELLO);
        }
    }

    @Test
    void staysWithTheFirstAddressThatAnswers() {
        THREE.forEach(this::serve);
        RpcClient client = client(THREE, builder -> builder);

        echo(client, 10);

        assertThat(served).containsExactly(Map.entry("a:1", 10));
        assertThat(net.dials).hasSize(1);
    }

    @Test
    void asksTheSecondAddressWhenTheFirstSaysNothing() {
        net.behave("a:1", DrivenNet.Behaviour.UNREACHABLE);
        serve("b:1");
        RpcClient client = client(List.of("a:1", "b:1"), builder -> builder);
        CompletableFuture<Message> call = call(client, Echo.ECHO, CallOptions.DEFAULT);
        assertThat(call).isNotDone();

        advance(300);

        assertThat(call).isCompletedWithValue(HELLO);
        assertThat(served).containsOnlyKeys("b:1");
        advance(10_000);
        assertThat(net.dials).hasSize(2);
        assertThat(client.state()).isEqualTo(ConnectionState.READY);
    }

    @Test
    void asksTheNextAddressAtOnceWhenOneRefuses() {
        serve("c:1");
        RpcClient client = client(THREE, builder -> builder);

        assertThat(echo(client)).isCompletedWithValue(HELLO);
        assertThat(net.nowMillis()).isZero();
    }

    @Test
    void keepsTheFirstOfTwoThatAnswer() {
        net.behave("a:1", DrivenNet.Behaviour.SILENT);
        serve("b:1");
        serve("c:1");
        RpcClient client = client(THREE, builder -> builder);

        CompletableFuture<Message> call = call(client, Echo.ECHO, CallOptions.DEFAULT);
        advance(1_000);

        assertThat(call).isCompletedWithValue(HELLO);
        assertThat(net.dials).extracting(dial -> dial.endpoint().host()).containsExactly("a", "b");
    }

    @Test
    void saysThatNoAddressAnswers() {
        RpcClient client = client(THREE, builder -> builder);

        assertThat(failure(echo(client)))
                .hasMessageContaining("can't connect to c:1 (nor to any other of the 3 addresses of a:1, b:1, c:1)");
        assertThat(net.dials).hasSize(3);
    }

    @Test
    void goesRoundAllServers() {
        THREE.forEach(this::serve);
        RpcClient client = client(THREE, builder -> builder.balancer(Balancer.roundRobin()));
        echo(client, 1);
        served.clear();

        echo(client, 30);

        assertThat(served).containsExactly(Map.entry("a:1", 10), Map.entry("b:1", 10), Map.entry("c:1", 10));
    }

    @Test
    void goesRoundThoseThatAreThereAndTriesTheOthersAgain() {
        serve("a:1");
        serve("c:1");
        RpcClient client = client(THREE, builder -> builder.balancer(Balancer.roundRobin()));
        echo(client, 20);
        assertThat(served).containsOnlyKeys("a:1", "c:1");
        serve("b:1");
        served.clear();

        advance(1_300);
        echo(client, 30);

        assertThat(served).containsOnlyKeys("a:1", "b:1", "c:1");
        assertThat(net.mostDialing()).isEqualTo(1);
    }

    @Test
    void sendsLessToTheServerThatIsSlow() {
        serve("a:1");
        serveSlowly("b:1");
        serve("c:1");
        RpcClient client = client(THREE, builder -> builder.balancer(Balancer.leastLoaded()));
        echo(client);
        advance(10);
        served.clear();

        for (int i = 0; i < 300; i++) {
            CompletableFuture<Message> unused = echo(client);
        }

        // equal loads are a matter of chance, so one or two go there until its calls are in the way
        assertThat(served.getOrDefault("b:1", 0)).isLessThan(10);
        assertThat(served.get("a:1")).isBetween(100, 200);
        assertThat(served.get("c:1")).isBetween(100, 200);
    }

    @Test
    void losesNoCallWhenOneServerAfterTheOtherGoesAway() {
        List<RpcServer> servers =
                new ArrayList<>(THREE.stream().map(this::serve).toList());
        RpcClient client = client(THREE, builder -> builder.balancer(Balancer.roundRobin()));
        for (int i = 0; i < 3; i++) {
            List<CompletableFuture<Message>> calls = new ArrayList<>();
            for (int j = 0; j < 20; j++) {
                calls.add(
                        client.callAsync(Echo.WORK, HELLO, CallOptions.DEFAULT).toCompletableFuture());
            }
            net.loop.execute(servers.get(i)::close);
            for (int j = 0; j < 50; j++) {
                calls.add(call(client, Echo.WORK, CallOptions.DEFAULT));
                advance(10);
            }
            assertThat(calls).allSatisfy(call -> assertThat(call).isCompletedWithValue(HELLO));
            servers.set(i, serve(THREE.get(i)));
            advance(3_000);
        }
        assertThat(served).containsOnlyKeys("a:1", "b:1", "c:1");
    }

    /** Chooses the first connection that it was ever shown, whether it is there or not. */
    private static final class Insisting implements Balancer {
        private @Nullable Candidate first;

        @Override
        public Spread spread() {
            return Spread.ALL;
        }

        @Override
        @SuppressWarnings("unchecked") // a client has candidates of one kind only
        public <C extends Candidate> Picker<C> picker(List<C> ready) {
            if (first == null) {
                first = ready.get(0);
            }
            C chosen = (C) first;
            return () -> chosen;
        }
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void callsWhoIsThereWhenTheBalancerInsistsOnWhoIsGone() {
        RpcServer gone = serve("a:1");
        serve("b:1");
        RpcClient client = client(List.of("a:1", "b:1"), builder -> builder.balancer(random -> new Insisting()));
        echo(client, 3);
        assertThat(served).containsOnlyKeys("a:1");
        close(gone);
        served.clear();

        echo(client, 3);

        assertThat(served).containsOnlyKeys("b:1");
    }

    /** A registry that says where the servers are, when the test says so. */
    private static final class Registry implements Resolver {
        private @Nullable Listener listener;
        private int refreshes;
        private boolean closed;

        @Override
        public Watch watch(Listener told) {
            listener = told;
            return new Watch() {
                @Override
                public void refresh() {
                    refreshes++;
                }

                @Override
                public void close() {
                    closed = true;
                }
            };
        }

        @Override
        public String target() {
            return "orders";
        }

        void say(String... targets) {
            assertThat(listener).isNotNull();
            listener.resolved(List.of(targets).stream().map(Endpoint::parse).toList());
        }
    }

    @Test
    void followsAddressesThatChangeAndFinishesWhatIsInFlight() {
        serveSlowly("a:1");
        serve("b:1");
        Registry registry = new Registry();
        RpcClient client = client(THREE, builder -> builder.resolver(registry));
        CompletableFuture<Message> old = echo(client);
        registry.say("a:1");
        net.loop.run();
        assertThat(held.get("a:1")).hasSize(1);

        registry.say("b:1");
        net.loop.run();
        echo(client, 5);

        assertThat(served).containsExactly(Map.entry("a:1", 1), Map.entry("b:1", 5));
        assertThat(old).isNotDone();
        held.get("a:1").get(0).complete(HELLO);
        net.loop.run();
        assertThat(old).isCompletedWithValue(HELLO);
        assertThat(registry.refreshes).isZero();
    }

    @Test
    void keepsWhatItKnowsWhenTheResolverFails() {
        serve("a:1");
        Registry registry = new Registry();
        RpcClient client = client(THREE, builder -> builder.resolver(registry));
        CompletableFuture<Message> first = echo(client);
        registry.say("a:1");
        net.loop.run();
        assertThat(first).isCompletedWithValue(HELLO);

        registry.say();
        net.loop.run();

        echo(client, 1);
    }

    @Test
    void asksTheResolverAgainWhenAConnectionIsLostButNotAllTheTime() {
        serve("a:1");
        Registry registry = new Registry();
        RpcClient client = client(THREE, builder -> builder.resolver(registry).connectEagerly());
        net.loop.run();
        registry.say("a:1");
        advance(10_000);

        for (int i = 0; i < 10; i++) {
            net.cut("a:1");
            advance(100);
        }

        assertThat(registry.refreshes).isEqualTo(1);
        net.loop.execute(client::close);
        net.loop.run();
        assertThat(registry.closed).isTrue();
    }

    @Test
    void failsCallsWhenTheAddressesAreGone() {
        Registry registry = new Registry();
        RpcClient client = client(THREE, builder -> builder.resolver(registry));
        CompletableFuture<Message> call = echo(client);

        registry.say("nobody:1");
        net.loop.run();

        assertThat(failure(call).outcome()).isEqualTo(Outcome.NOT_EXECUTED);
        assertThat(failure(call).code()).isEqualTo(RpcCode.UNAVAILABLE);
    }
}
