package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rpcidl.balance.Balancer;
import io.rpcidl.balance.ConnectionState;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A client that finishes its calls, and servers that say of themselves that they do not serve. */
class ClientDrainTest extends ChannelFixture {
    private final List<CompletableFuture<Message>> held = new ArrayList<>();

    private void serveSlowly(String target) {
        serve(target, Echo.async(message -> {
            CompletableFuture<Message> answer = new CompletableFuture<>();
            held.add(answer);
            return answer;
        }));
    }

    private void drain(RpcClient client, Duration grace) {
        net.loop.execute(() -> client.close(grace));
        net.loop.run();
    }

    @Test
    void finishesItsCallsAndTakesNoMore() {
        serveSlowly("a:1");
        RpcClient client = client("a:1");
        CompletableFuture<Message> inFlight = echo(client);

        drain(client, Duration.ofSeconds(10));
        CompletableFuture<Message> late = echo(client);

        assertThat(failure(late).outcome()).isEqualTo(Outcome.NOT_EXECUTED);
        assertThat(failure(late)).hasMessageContaining("this client finishes its calls and takes no more");
        advance(5_000);
        assertThat(inFlight).isNotDone();
        net.loop.execute(() -> held.get(0).complete(HELLO));
        net.loop.run();
        assertThat(inFlight).isCompletedWithValue(HELLO);
        assertThat(client.state()).isEqualTo(ConnectionState.SHUTDOWN);
    }

    @Test
    void closesWhenTheGraceIsOver() {
        serveSlowly("a:1");
        RpcClient client = client("a:1");
        CompletableFuture<Message> stuck = call(client, Echo.WORK, CallOptions.DEFAULT.withoutDeadline());

        drain(client, Duration.ofSeconds(3));
        advance(2_999);
        assertThat(stuck).isNotDone();
        advance(1);

        assertThat(failure(stuck).outcome()).isEqualTo(Outcome.MAYBE_EXECUTED);
        assertThat(failure(stuck).code()).isEqualTo(RpcCode.UNAVAILABLE);
        assertThat(client.state()).isEqualTo(ConnectionState.SHUTDOWN);
    }

    @Test
    void closesAtOnceWhenNothingIsInFlight() {
        RpcClient client = client("a:1");

        drain(client, Duration.ofDays(1));

        assertThat(client.state()).isEqualTo(ConnectionState.SHUTDOWN);
        assertThatIllegalArgumentException().isThrownBy(() -> client.close(Duration.ofSeconds(-1)));
    }

    @Test
    void leavesOutServersThatDoNotServe() {
        Map<String, Integer> served = new HashMap<>();
        for (String target : List.of("a:1", "b:1")) {
            serve(target, Echo.async(message -> {
                served.merge(target, 1, Integer::sum);
                return CompletableFuture.completedFuture(message);
            }));
        }
        List<ConnectionHealth.Listener> listeners = new ArrayList<>();
        List<ConnectionHealth.Listener> stopped = new ArrayList<>();
        ConnectionHealth asking = (server, listener) -> {
            CompletionStage<?> unused = server.callAsync(Echo.WORK, HELLO, CallOptions.DEFAULT)
                    .thenAccept(reply -> listeners.add(listener));
            return () -> stopped.add(listener);
        };
        RpcClient client = client(
                List.of("a:1", "b:1"),
                builder -> builder.balancer(Balancer.roundRobin()).health(asking));
        CompletableFuture<?> unused = client.connectAsync().toCompletableFuture();
        net.loop.run();
        assertThat(served).as("each server was asked over its own connection").hasSize(2);
        assertThat(served.values()).containsOnly(1);
        served.clear();

        listeners.get(0).notServing("it warms up");
        net.loop.run();
        for (int i = 0; i < 10; i++) {
            assertThat(echo(client)).isCompletedWithValue(HELLO);
        }
        assertThat(served).hasSize(1);

        listeners.get(1).notServing("it drains");
        net.loop.run();
        assertThat(client.state()).isEqualTo(ConnectionState.TRANSIENT_FAILURE);
        CompletableFuture<Message> patient = call(client, Echo.ECHO, CallOptions.DEFAULT.waitForReady());
        assertThat(failure(echo(client)).outcome()).isEqualTo(Outcome.NOT_EXECUTED);
        assertThat(failure(echo(client))).hasMessageContaining("does not serve").hasMessageContaining("it drains");

        listeners.get(0).serving();
        net.loop.run();
        assertThat(patient).isCompletedWithValue(HELLO);
        for (int i = 0; i < 10; i++) {
            assertThat(echo(client)).isCompletedWithValue(HELLO);
        }
        assertThat(served).hasSize(2);
        assertThat(stopped).isEmpty();
        net.cut("a:1");
        assertThat(stopped).hasSize(1);
    }

    @Test
    void aHealthThatFailsToAskCountsAsServing() {
        serveSlowly("a:1");
        try (LogCapture log = new LogCapture("io.rpcidl")) {
            RpcClient client = client(
                    List.of("a:1"),
                    builder -> builder.health((server, listener) -> {
                        throw new IllegalStateException("planted");
                    }));

            CompletableFuture<Message> unused = echo(client);

            assertThat(held).hasSize(1);
            assertThat(log.lines()).singleElement().asString().contains("is not watched");
        }
    }
}
