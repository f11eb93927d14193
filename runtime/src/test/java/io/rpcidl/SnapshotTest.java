package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.rpcidl.introspection.ConnectionSnapshot;
import io.rpcidl.introspection.MethodSnapshot;
import io.rpcidl.introspection.RecentFailure;
import io.rpcidl.introspection.ServerSnapshot;
import io.rpcidl.introspection.ServerState;
import io.rpcidl.value.RpcCode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TransportKind.class)
@Timeout(60)
class SnapshotTest extends CallFixture {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final Echo handler = new Echo() {
        @Override
        public Message echo(Message message) {
            if (message.number() < 0) {
                throw new IllegalStateException("a secret");
            }
            return message;
        }

        @Override
        public Message work(Message message) throws InterruptedException {
            entered.countDown();
            release.await();
            return message;
        }
    };
    private final ServerInterceptor alice = new ServerInterceptor() {
        @Override
        public void before(CallContext call) {
            call.authenticated("alice");
        }
    };

    SnapshotTest(TransportKind kind) {
        super(kind);
    }

    private static ServerSnapshot of(RpcServer server) throws Exception {
        return get(server.snapshot().toCompletableFuture());
    }

    private static MethodSnapshot method(ServerSnapshot snapshot, int index) {
        return snapshot.methods().get(index);
    }

    @Test
    void countsCallsByMethodAndEnd() throws Exception {
        RpcServer server = serve(Echo.service(handler), builder -> builder);
        RpcClient client = connect(server);
        for (int i = 0; i < 3; i++) {
            echo(client, HELLO);
        }
        catchThrowable(() -> echo(client, new Message("", -1)));
        catchThrowable(() -> client.call(Echo.REFUSE, HELLO, CallOptions.DEFAULT));
        CompletableFuture<Message> working = async(client, Echo.WORK, HELLO);
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

        await().untilAsserted(
                        () -> assertThat(method(of(server), 2).declared()).isEqualTo(1)); // counted behind the answer
        ServerSnapshot snapshot = of(server);

        assertThat(snapshot.methods())
                .extracting(MethodSnapshot::method)
                .containsExactly("echo", "note", "refuse", "work", "ping");
        MethodSnapshot echo = method(snapshot, 0);
        assertThat(echo.service()).isEqualTo(Echo.NAME);
        assertThat(echo.arrived()).isEqualTo(4);
        assertThat(echo.succeeded()).isEqualTo(3);
        assertThat(echo.failed()).isEqualTo(Map.of(RpcCode.INTERNAL, 1L));
        assertThat(echo.inFlight()).isZero();
        assertThat(method(snapshot, 3).inFlight()).isEqualTo(1);
        assertThat(method(snapshot, 4).arrived()).isZero();
        assertThat(snapshot.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.text())
                    .startsWith("the handler of test.v1.Echo.echo failed, correlation id ")
                    .doesNotContain("secret");
            assertThat(failure.age()).isGreaterThanOrEqualTo(Duration.ZERO);
        });
        release.countDown();
        assertThat(get(working)).isEqualTo(HELLO);
        await().untilAsserted(() -> assertThat(method(of(server), 3).inFlight()).isZero());
        // The loop has read its clock while the handler ran: for the snapshot before.
        assertThat(method(of(server), 3).handlerTime()).isPositive();
    }

    @Test
    void tellsWhatEachConnectionDoes() throws Exception {
        RpcServer server = serve(Echo.service(handler), builder -> builder.intercept(alice));
        RpcClient client = connect(server);
        CompletableFuture<Message> working = async(client, Echo.WORK, HELLO);
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

        ServerSnapshot snapshot = of(server);

        assertThat(snapshot.state()).isEqualTo(ServerState.SERVING);
        assertThat(snapshot.totals()).isEqualTo(new ServerSnapshot.Totals(1, 0, 0));
        ConnectionSnapshot connection = snapshot.connections().get(0);
        assertThat(connection.peer().implementation()).isEqualTo("rpcidl-java");
        assertThat(connection.peer().principal()).isEqualTo("alice");
        assertThat(connection.peer().limits()).isNotNull();
        assertThat(connection.calls()).isEqualTo(new ConnectionSnapshot.Calls(1, 1, 4_096, 0, 0));
        assertThat(connection.octets().requests()).isGreaterThan(64);
        assertThat(connection.octets().received())
                .isGreaterThan(connection.octets().requests() - 64);
        assertThat(connection.draining()).isFalse();
        CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
        await().until(() -> of(server).state() == ServerState.DRAINING
                && of(server).connections().get(0).draining());
        release.countDown();
        assertThat(get(working)).isEqualTo(HELLO);
        get(closed);
        assertThat(of(server).state()).isEqualTo(ServerState.ENDED);
        assertThat(of(server).connections()).isEmpty();
    }

    @Test
    void keepsTheLatestFailuresOnly() throws Exception {
        RpcServer server =
                serve(Echo.service(handler), builder -> builder.limits(RpcLimits.DEFAULTS.withConnections(1)));
        echo(connect(server), HELLO);
        for (int i = 0; i < 70; i++) {
            catchThrowable(() -> echo(connect(server), HELLO));
        }

        ServerSnapshot snapshot = of(server);

        assertThat(snapshot.totals()).isEqualTo(new ServerSnapshot.Totals(1, 70, 0));
        assertThat(snapshot.failures())
                .hasSize(64)
                .extracting(RecentFailure::text)
                .containsOnly("connection refused: the server has its 1 connections already");
    }

    @Test
    void isNewBeforeItListens() throws Exception {
        RpcServer server = RpcServer.builder()
                .plaintext()
                .transport(transport)
                .add(Echo.service(handler))
                .listen("127.0.0.1", 0)
                .build();

        assertThat(of(server).state()).isEqualTo(ServerState.NEW);
        server.close();
    }
}
