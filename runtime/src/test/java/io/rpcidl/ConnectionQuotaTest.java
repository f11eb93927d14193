package io.rpcidl;

import static io.rpcidl.CallFixture.assertFailed;
import static io.rpcidl.CallFixture.rpcFailureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.introspection.ServerSnapshot;
import io.rpcidl.transport.RecordingListener;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many connections a server keeps, and who has to go (rows D01 and D03 of the catalogue). */
@Timeout(60)
class ConnectionQuotaTest extends DrivenFixture {
    private RpcServer serve(RpcLimits limits) {
        return serve(builder -> builder.add(Echo.service(new Echo() {})).limits(limits));
    }

    private ServerSnapshot.Totals totals(RpcServer server) {
        CompletableFuture<ServerSnapshot> seen = server.snapshot().toCompletableFuture();
        loop.run();
        return seen.join().totals();
    }

    @Test
    void refusesConnectionsBeyondThoseOfAnAddress() {
        RpcServer server = serve(RpcLimits.DEFAULTS.withConnectionsPerAddress(2));
        List<RpcClient> clients = List.of(connect(server), connect(server), connect(server));
        assertAnswered(clients.get(0));
        assertAnswered(clients.get(1));

        assertFailed(rpcFailureOf(echo(clients.get(2))), Outcome.NOT_EXECUTED, RpcCode.UNAVAILABLE);

        assertThat(server.openConnections()).isEqualTo(2);
        assertThat(log.lines()).singleElement().asString().contains("there are 2 connections of this address already");
        loop.execute(() -> clients.get(0).close());
        loop.advance(Duration.ofSeconds(2)); // an address that was refused is left alone for a while
        assertAnswered(clients.get(2));
        assertAnswered(clients.get(1));
    }

    @Test
    void refusesConnectionsBeyondThoseOfTheServer() {
        RpcServer server = serve(RpcLimits.DEFAULTS.withConnections(1));
        assertAnswered(connect(server));

        for (int i = 0; i < 100; i++) {
            assertFailed(rpcFailureOf(echo(connect(server))), Outcome.NOT_EXECUTED, RpcCode.UNAVAILABLE);
        }

        assertThat(server.openConnections()).isEqualTo(1);
        assertThat(log.lines()).hasSize(10);
        loop.advance(Duration.ofMinutes(1));
        assertFailed(rpcFailureOf(echo(connect(server))), Outcome.NOT_EXECUTED, RpcCode.UNAVAILABLE);
        assertThat(log.lines()).hasSize(11).last().asString().contains("(90 lines like this were left out)");
    }

    @Test
    void endsTheEldestThatHaveSaidNothingAndServesWhoSpeaks() {
        RpcServer server = serve(RpcLimits.DEFAULTS.withConnectionsBeforeHello(10));
        RpcClient before = connect(server);
        assertAnswered(before);
        List<RecordingListener> silent = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            silent.add(connectRaw(server));
        }

        assertThat(server.openConnections()).isEqualTo(11);
        assertThat(silent.subList(0, 90)).allMatch(peer -> peer.closed.isDone());
        assertThat(silent.subList(90, 100)).noneMatch(peer -> peer.closed.isDone());
        assertThat(totals(server)).isEqualTo(new ServerSnapshot.Totals(101, 0, 90));
        assertAnswered(connect(server));
        assertAnswered(before);
    }

    @Test
    void endsNobodyForThoseWhoHaveLeft() {
        RpcServer server = serve(RpcLimits.DEFAULTS.withConnectionsBeforeHello(10));
        List<RecordingListener> silent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            silent.add(connectRaw(server));
        }
        for (int i = 0; i < 10; i++) {
            RecordingListener brief = connectRaw(server);
            loop.execute(() -> brief.link.join().reset());
            loop.run();
        }
        for (int i = 0; i < 5; i++) {
            silent.add(connectRaw(server));
        }

        assertThat(silent).noneMatch(peer -> peer.closed.isDone());
        assertThat(totals(server)).isEqualTo(new ServerSnapshot.Totals(20, 0, 0));
    }

    @Test
    void givesEveryPlaceBack() {
        RpcServer server = serve(RpcLimits.DEFAULTS.withConnections(5).withConnectionsPerAddress(4));
        for (int round = 0; round < 1_000; round++) {
            RecordingListener raw = connectRaw(server);
            RpcClient client = connect(server);
            assertAnswered(client);
            loop.execute(() -> {
                raw.link.join().reset();
                client.close();
            });
            loop.run();
            assertThat(server.openConnections()).isZero();
        }
    }

    @Test
    void refusesBoundsThatAllowNothing() {
        assertThatThrownBy(() -> RpcLimits.DEFAULTS.withConnectionsPerAddress(0))
                .hasMessage("the limit 'connections per address' is 0; choose one from 1 to 2147483647");
        assertThatThrownBy(() -> RpcLimits.DEFAULTS.withConnectionsBeforeHello(0))
                .hasMessageContaining("'connections before HELLO' is 0");
    }
}
