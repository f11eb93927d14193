package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rpcidl.balance.ConnectionState;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.resolve.Resolver;
import io.rpcidl.retry.Backoff;
import io.rpcidl.retry.Hedging;
import io.rpcidl.retry.RetryPolicy;
import io.rpcidl.value.CallRefusedException;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients whose transport is closed by whoever opened it: what waits for a connection ends at once. */
@ParameterizedClass
@EnumSource(TransportKind.class)
@Timeout(60)
class ClosedTransportTest extends CallFixture {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Backoff HOURS = new Backoff(HOUR, 1, HOUR, 0);
    private static final CallOptions PATIENT =
            CallOptions.DEFAULT.waitForReady().withoutDeadline();
    private static final String CLOSED = "the transport of this client was closed";

    private final CountDownLatch asked = new CountDownLatch(1);

    ClosedTransportTest(TransportKind kind) {
        super(kind);
    }

    private static <T> CompletableFuture<T> call(RpcClient client, MethodDescriptor<Message, T> method) {
        return client.callAsync(method, HELLO, PATIENT).toCompletableFuture();
    }

    private static void assertEndedByTheTransport(CompletableFuture<?> call) {
        RpcException failure = rpcFailureOf(call);
        assertFailed(failure, Outcome.NOT_EXECUTED, RpcCode.UNAVAILABLE);
        assertThat(failure).hasMessageContaining(CLOSED);
        assertThat(failure.transientFailure()).isFalse();
    }

    /** A client that waits an hour for its next attempt, and a call that waits with it. */
    private CompletableFuture<Message> waitingInABackoff(RpcClient client) {
        CompletableFuture<Message> waiting = call(client, Echo.ECHO);
        await().until(() -> client.state() == ConnectionState.TRANSIENT_FAILURE);
        return waiting;
    }

    private RpcClient withNoServer() {
        RpcServer gone = serve(new Echo() {});
        RpcClient client = connect(gone, builder -> builder.reconnectBackoff(HOURS));
        gone.close();
        return client;
    }

    private RpcClient resolvingForEver() {
        return connect(
                serve(new Echo() {}),
                builder -> builder.connectTimeout(HOUR).resolver(new Resolver() {
                    @Override
                    public Watch watch(Listener listener) {
                        asked.countDown();
                        return new Watch() {
                            @Override
                            public void refresh() {}

                            @Override
                            public void close() {}
                        };
                    }

                    @Override
                    public String target() {
                        return "nowhere";
                    }
                }));
    }

    @Test
    void endsACallThatWaitsForTheNextAttemptToConnect() {
        RpcClient client = withNoServer();
        CompletableFuture<Message> waiting = waitingInABackoff(client);

        transport.close();

        assertEndedByTheTransport(waiting);
        assertThat(client.state()).isEqualTo(ConnectionState.SHUTDOWN);
    }

    @Test
    void endsWhatWaitsForAnAddress() throws Exception {
        RpcClient client = resolvingForEver();
        CompletableFuture<Message> waiting = call(client, Echo.ECHO);
        CompletableFuture<?> connected = client.connectAsync().toCompletableFuture();
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        transport.close();

        assertEndedByTheTransport(waiting);
        assertThat(failureOf(connected)).isInstanceOf(IOException.class).hasMessage(CLOSED);
    }

    @Test
    void endsACallThatWaitsForItsNextAttempt() throws Exception {
        RpcServer server = serve(
                Echo.service(new Echo() {}),
                builder -> builder.directExecutor().intercept(new ServerInterceptor() {
                    @Override
                    public void before(CallContext call) {
                        if (call.method().equals(Echo.ECHO)) {
                            throw CallRefusedException.overloaded("planted", Duration.ZERO);
                        }
                    }
                }));
        RpcClient client = connect(server, builder -> builder.retries(RetryPolicy.DEFAULT.withBackoff(HOURS)));
        CompletableFuture<Message> waiting = call(client, Echo.ECHO);
        // What is answered behind the refusal shows that the refusal is here.
        get(call(client, Echo.WORK));

        transport.close();

        assertThat(rpcFailureOf(waiting).outcome()).isEqualTo(Outcome.NOT_EXECUTED);
        assertThat(rpcFailureOf(waiting)).hasMessageContaining(CLOSED);
    }

    @Test
    void endsAClientThatFinishesItsCalls() throws Exception {
        RpcClient client = withNoServer();
        CompletableFuture<Message> waiting = waitingInABackoff(client);
        CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> client.close(HOUR));
        await().until(() -> client.callAsync(Echo.ECHO, HELLO, CallOptions.DEFAULT)
                .toCompletableFuture()
                .handle((answer, failure) -> String.valueOf(failure).contains("takes no more"))
                .get());

        transport.close();

        assertEndedByTheTransport(waiting);
        get(closed);
    }

    @Test
    void refusesWhatComesLater() {
        RpcClient used = withNoServer();
        waitingInABackoff(used);
        RpcClient unused = connect(serve(new Echo() {}));
        RpcClient hedging = connect(serve(new Echo() {}));

        transport.close();

        assertEndedByTheTransport(call(used, Echo.ECHO));
        assertEndedByTheTransport(call(unused, Echo.ECHO));
        CallOptions hedged = PATIENT.withHedging(new Hedging(Duration.ofMillis(1), 2));
        assertEndedByTheTransport(hedging.callAsync(Echo.ECHO, HELLO, hedged).toCompletableFuture());
        assertThat(failureOf(unused.connectAsync().toCompletableFuture())).hasMessage(CLOSED);
    }

    @Test
    void leavesAClientAloneThatWasClosedBefore() {
        RpcClient client = withNoServer();
        CompletableFuture<Message> waiting = waitingInABackoff(client);
        client.close();

        transport.close();

        assertThat(rpcFailureOf(waiting)).hasMessageContaining("this client is closed");
        assertThat(rpcFailureOf(call(client, Echo.ECHO))).hasMessageContaining("this client is closed");
        assertThat(failureOf(client.connectAsync().toCompletableFuture())).hasMessage("this client is closed");
    }
}
