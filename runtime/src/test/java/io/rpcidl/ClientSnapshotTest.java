package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.rpcidl.balance.ConnectionState;
import io.rpcidl.introspection.AddressSnapshot;
import io.rpcidl.introspection.ClientConnectionSnapshot;
import io.rpcidl.introspection.ClientSnapshot;
import io.rpcidl.introspection.RecentFailure;
import io.rpcidl.retry.Backoff;
import io.rpcidl.retry.RetryPolicy;
import io.rpcidl.value.CallRefusedException;
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
class ClientSnapshotTest extends CallFixture {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Backoff HOURS = new Backoff(HOUR, 1, HOUR, 0);
    private static final Backoff BRIEF = new Backoff(Duration.ofMillis(1), 1, Duration.ofMillis(1), 0);

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final Echo handler = new Echo() {
        @Override
        public Message echo(Message message) {
            if (message.number() < 0) {
                throw new IllegalStateException("planted");
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

    ClientSnapshotTest(TransportKind kind) {
        super(kind);
    }

    private static ClientSnapshot of(RpcClient client) throws Exception {
        return get(client.snapshot().toCompletableFuture());
    }

    private static void allRefused(RpcClient client, int calls) {
        for (int i = 0; i < calls; i++) {
            Throwable refused = catchThrowable(() -> echo(client, HELLO));
            assertThat(refused).hasMessageContaining("planted");
        }
    }

    private RpcServer refusing() {
        return serve(
                Echo.service(handler),
                builder -> builder.intercept(new ServerInterceptor() {
                    @Override
                    public void before(CallContext call) {
                        throw CallRefusedException.overloaded("planted", Duration.ZERO);
                    }
                }));
    }

    @Test
    void isEmptyBeforeTheFirstCall() throws Exception {
        ClientSnapshot snapshot = of(connect(serve(handler)));

        assertThat(snapshot.state()).isEqualTo(ConnectionState.IDLE);
        assertThat(snapshot.calls()).isEqualTo(new ClientSnapshot.Calls(0, 0, Map.of(), 0, 0));
        assertThat(snapshot.retries()).isEqualTo(new ClientSnapshot.Retries(0, 0, 0, 10, 100));
        assertThat(snapshot.addresses()).isEmpty();
        assertThat(snapshot.connections()).isEmpty();
        assertThat(snapshot.failures()).isEmpty();
    }

    @Test
    void tellsWhatHasBecomeOfCallsAndWhatConnectionsDo() throws Exception {
        RpcServer server = serve(handler);
        RpcClient client = connect(server);
        for (int i = 0; i < 3; i++) {
            echo(client, HELLO);
        }
        Throwable failed = catchThrowable(() -> echo(client, new Message("", -1)));
        Throwable declared = catchThrowable(() -> client.call(Echo.REFUSE, HELLO, CallOptions.DEFAULT));
        CompletableFuture<Message> working = async(client, Echo.WORK, HELLO);
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

        ClientSnapshot snapshot = of(client);

        assertThat(failed).hasMessageContaining("INTERNAL");
        assertThat(declared).isInstanceOf(Refused.class);
        assertThat(snapshot.state()).isEqualTo(ConnectionState.READY);
        assertThat(snapshot.calls()).isEqualTo(new ClientSnapshot.Calls(6, 4, Map.of(RpcCode.INTERNAL, 1L), 0, 0));
        assertThat(snapshot.calls().unfinished()).isEqualTo(1);
        assertThat(snapshot.addresses())
                .containsExactly(
                        new AddressSnapshot("127.0.0.1:" + server.port(), ConnectionState.READY, null, Duration.ZERO));
        assertThat(snapshot.connections()).singleElement().satisfies(connection -> {
            assertThat(connection.peer().implementation()).isEqualTo("rpcidl-java");
            assertThat(connection.peer().limits()).isNotNull();
            assertThat(connection.calls()).isEqualTo(new ClientConnectionSnapshot.Calls(0, 1, 1, 0));
            assertThat(connection.octets().received()).isPositive();
            assertThat(connection.octets().sent()).isPositive();
            assertThat(connection.age()).isGreaterThanOrEqualTo(connection.idle());
            assertThat(connection.draining()).isFalse();
        });
        assertThat(snapshot.failures()).isEmpty();
        release.countDown();
        assertThat(get(working)).isEqualTo(HELLO);
        assertThat(of(client).calls().answered()).isEqualTo(5);
    }

    @Test
    void tellsWhatWaitsForAConnectionAndWhyThereIsNone() throws Exception {
        RpcServer gone = serve(handler);
        RpcClient client = connect(gone, builder -> builder.reconnectBackoff(HOURS));
        gone.close();
        CompletableFuture<Message> waiting = client.callAsync(
                        Echo.ECHO, HELLO, CallOptions.DEFAULT.waitForReady().withoutDeadline())
                .toCompletableFuture();
        await().until(() -> client.state() == ConnectionState.TRANSIENT_FAILURE);

        ClientSnapshot snapshot = of(client);

        assertThat(snapshot.state()).isEqualTo(ConnectionState.TRANSIENT_FAILURE);
        assertThat(snapshot.calls()).isEqualTo(new ClientSnapshot.Calls(1, 0, Map.of(), 1, 0));
        assertThat(snapshot.addresses()).singleElement().satisfies(address -> {
            assertThat(address.state()).isEqualTo(ConnectionState.TRANSIENT_FAILURE);
            assertThat(address.failure()).isNotBlank();
            assertThat(address.pause()).isPositive().isLessThanOrEqualTo(HOUR);
        });
        assertThat(snapshot.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.peer()).isEqualTo("127.0.0.1:" + gone.port());
            assertThat(failure.text()).startsWith("can't connect: ");
            assertThat(failure.age()).isGreaterThanOrEqualTo(Duration.ZERO);
        });
        client.close();
        assertThat(rpcFailureOf(waiting)).hasMessageContaining("this client is closed");
        ClientSnapshot closed = of(client);
        assertThat(closed.state()).isEqualTo(ConnectionState.SHUTDOWN);
        assertThat(closed.calls()).isEqualTo(new ClientSnapshot.Calls(1, 0, Map.of(RpcCode.UNAVAILABLE, 1L), 0, 0));
        transport.close();
        assertThat(of(client).calls()).isEqualTo(closed.calls());
    }

    @Test
    void tellsOfAConnectionThatWasLostUnannounced() throws Exception {
        transport.cutClientsAfter(2_000);
        RpcClient client = connect(serve(handler));
        echo(client, HELLO);

        Throwable lost = catchThrowable(() -> echo(client, new Message("x".repeat(10_000), 1)));

        assertThat(lost).isNotNull();
        await().until(() -> of(client).connections().isEmpty());
        assertThat(of(client).failures())
                .extracting(RecentFailure::text)
                .singleElement()
                .asString()
                .startsWith("connection ended: ");
    }

    @Test
    void countsFurtherAttemptsUntilTheBudgetIsEmpty() throws Exception {
        RpcClient client = connect(
                refusing(),
                builder -> builder.retries(RetryPolicy.DEFAULT.withAttempts(3).withBackoff(BRIEF)));

        allRefused(client, 3);
        ClientSnapshot rich = of(client);
        allRefused(client, 7);
        ClientSnapshot poor = of(client);

        assertThat(rich.retries()).isEqualTo(new ClientSnapshot.Retries(6, 0, 0, 4, 100));
        assertThat(poor.retries().made() + poor.retries().declined())
                .isGreaterThan(poor.retries().made());
        assertThat(poor.retries().budget()).isZero();
        assertThat(poor.calls().failed()).isEqualTo(Map.of(RpcCode.OVERLOADED, 10L));
        assertThat(poor.calls().made()).isEqualTo(10);
    }

    @Test
    void countsCallsThatWaitForTheirNextAttempt() throws Exception {
        RpcClient client = connect(refusing(), builder -> builder.retries(RetryPolicy.DEFAULT.withBackoff(HOURS)));
        CompletableFuture<Message> waiting = client.callAsync(Echo.ECHO, HELLO, CallOptions.DEFAULT.withoutDeadline())
                .toCompletableFuture();

        await().until(() -> of(client).calls().betweenAttempts() == 1);

        assertThat(of(client).calls().unfinished()).isEqualTo(1);
        client.close();
        assertThat(rpcFailureOf(waiting).outcome()).isNotNull();
    }
}
