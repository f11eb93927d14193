package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The time that a call has: where it is looked at, and what it passes on. */
class DeadlineBehaviourTest extends Behaviour {
    private static final Duration LONG = Duration.ofSeconds(100);

    private final AtomicInteger executions = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);

    DeadlineBehaviourTest(TransportsUnderTest kind) {
        super(kind);
    }

    private static CallOptions within(Duration time) {
        return CallOptions.DEFAULT.withDeadline(time);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void thatHasPassedBeforeTheCall(long seconds) {
        TestClient client = connect(serve(counting()));

        Throwable thrown = catchThrowable(() -> client.call(Echo.ECHO, HELLO, within(Duration.ofSeconds(seconds))));

        CallFixture.assertFailed(thrown, Outcome.NOT_EXECUTED, RpcCode.DEADLINE);
        CallFixture.assertFailed(
                CallFixture.rpcFailureOf(client.callAsync(Echo.ECHO, HELLO, within(Duration.ofSeconds(seconds)))
                        .toCompletableFuture()),
                Outcome.NOT_EXECUTED,
                RpcCode.DEADLINE);
        assertThat(executions).hasValue(0);
    }

    private Echo counting() {
        return new Echo() {
            @Override
            public Message echo(Message message) {
                executions.incrementAndGet();
                return message;
            }
        };
    }

    /** The call has its thread, and waits there for its own end, which comes before its handler is entered. */
    @Test
    void thatPassesWhileTheCallIsQueued() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        CompletableFuture<CallEnd> end = new CompletableFuture<>();
        RpcServer server = serve(
                Echo.service(counting()),
                builder -> builder.intercept(new ServerInterceptor() {
                    @Override
                    public void before(CallContext call) {
                        begun.countDown();
                        call.onCancel(told::countDown);
                        await(told);
                    }

                    @Override
                    public void after(CallContext call, CallEnd callEnd) {
                        end.complete(callEnd);
                    }
                }));
        TestClient client = connect(server);

        RpcException failure = beyondTheDeadline(options -> client.call(Echo.ECHO, HELLO, options));

        assertThat(failure.outcome()).isNotEqualTo(Outcome.EXECUTED);
        assertThat(CallFixture.get(end).outcome()).isEqualTo(Outcome.NOT_EXECUTED);
        assertThat(executions).hasValue(0);
    }

    /** The failure of the first call that had come to the server before its deadline passed. */
    private RpcException beyondTheDeadline(ThrowingConsumer<CallOptions> call) {
        Duration deadline = Duration.ofMillis(100);
        while (true) {
            CallOptions options = within(deadline);
            RpcException failure = failure(catchThrowable(() -> call.acceptThrows(options)));
            assertThat(failure.code()).isEqualTo(RpcCode.DEADLINE);
            if (begun.getCount() == 0) {
                return failure;
            }
            deadline = deadline.multipliedBy(2);
        }
    }

    @Test
    void thatPassesWhileTheHandlerRuns() throws Exception {
        WaitingHandler waiting = new WaitingHandler();
        TestClient client = connect(serve(waiting));

        RpcException thrown = waiting.workBeyondTheDeadline(client);

        assertThat(thrown.code()).isEqualTo(RpcCode.DEADLINE);
        assertThat(thrown.outcome()).isNotEqualTo(Outcome.NOT_EXECUTED);
        assertThat(CallFixture.get(waiting.interrupted)).isTrue();
        assertThat(waiting.context.join().cancelled()).isTrue();
        assertThat(waiting.context.join().remaining()).contains(Duration.ZERO);
        assertThat(log.lines()).isEmpty();
        assertThat(CallFixture.echo(client, HELLO)).isEqualTo(HELLO);
    }

    @Test
    void thatIsBeyondTheClock() {
        TestClient client = connect(serve(counting()));

        assertThat(client.call(Echo.ECHO, HELLO, within(Duration.ofSeconds(Long.MAX_VALUE))))
                .isEqualTo(HELLO);
        assertThat(client.call(Echo.ECHO, HELLO, CallOptions.DEFAULT.withoutDeadline()))
                .isEqualTo(HELLO);
    }

    private Duration remainingOf(CallOptions options) {
        CompletableFuture<Duration> remaining = new CompletableFuture<>();
        TestClient client = connect(serve(new Echo() {
            @Override
            public Message echo(Message message) {
                remaining.complete(CallContext.current().remaining().orElse(Duration.ZERO));
                return message;
            }
        }));
        client.call(Echo.ECHO, HELLO, options);
        return remaining.join();
    }

    @Test
    void isKnownToTheHandler() {
        assertThat(remainingOf(within(LONG))).isBetween(Duration.ofSeconds(30), LONG);
        assertThat(remainingOf(CallOptions.DEFAULT)).isBetween(Duration.ofMillis(1), Duration.ofSeconds(10));
        assertThat(remainingOf(CallOptions.DEFAULT.withoutDeadline())).isZero();
    }

    @Test
    void isInheritedByCallsMadeMeanwhile() {
        CompletableFuture<Duration> inner = new CompletableFuture<>();
        TestClient backend = connect(serve(new Echo() {
            @Override
            public Message echo(Message message) {
                inner.complete(CallContext.current().remaining().orElseThrow());
                return message;
            }
        }));
        TestClient client = connect(serve(new Echo() {
            @Override
            public Message work(Message message) {
                return backend.call(Echo.ECHO, message, CallOptions.DEFAULT.withoutDeadline());
            }
        }));

        client.call(Echo.WORK, HELLO, within(LONG));

        assertThat(inner.join()).isBetween(Duration.ofSeconds(30), LONG);
    }

    @Test
    void endsAStreamBehindTheItemsThatCame() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        TestClient client = connect(serve(new Feed() {
            @Override
            public RpcStream<Message> count(Message how) {
                begun.countDown();
                return new StalledStream(2, closed);
            }
        }));

        RpcException failure =
                beyondTheDeadline(options -> StreamTest.all(client.serverStream(Feed.COUNT, HELLO, options)));

        assertThat(failure.items()).isLessThanOrEqualTo(2);
        await(closed);
    }

    @Test
    void isNotThereForAStreamThatStatesNone() throws Exception {
        CompletableFuture<Boolean> none = new CompletableFuture<>();
        TestClient client = connect(serve(new Feed() {
            @Override
            public RpcStream<Message> count(Message how) {
                none.complete(CallContext.current().remaining().isEmpty());
                return Feed.numbers("a", 3);
            }
        }));

        StreamTest.assertNumbered(
                StreamTest.all(client.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT)).stream()
                        .map(item -> new Message("x", item.number()))
                        .toList(),
                1,
                3);

        assertThat(none.join()).isTrue();
    }
}
