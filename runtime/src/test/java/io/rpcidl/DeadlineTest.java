package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(TransportKind.class)
@Timeout(60)
class DeadlineTest extends CallFixture {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();

    /** Its {@code work} waits until it is released or interrupted. */
    private final Echo waiting = new Echo() {
        @Override
        public Message work(Message message) throws InterruptedException {
            entered.countDown();
            try {
                release.await();
                interrupted.complete(false);
            } catch (InterruptedException stop) {
                interrupted.complete(true);
                throw stop;
            }
            return message;
        }
    };

    DeadlineTest(TransportKind kind) {
        super(kind);
    }

    /** The failure of the first call that reached its handler before its deadline passed there. */
    private RpcException workBeyondTheDeadline(RpcClient client) {
        Duration deadline = Duration.ofMillis(20);
        while (true) {
            CallOptions options = CallOptions.DEFAULT.withDeadline(deadline);
            Throwable thrown = catchThrowable(() -> client.call(Echo.WORK, HELLO, options));
            assertThat(thrown).isInstanceOf(RpcException.class);
            if (entered.getCount() == 0) {
                return (RpcException) thrown;
            }
            deadline = deadline.multipliedBy(2);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void refusesACallWhoseTimeIsOverWithoutTouchingTheWire(long seconds) {
        RpcClient client = connect(serve(waiting));
        CallOptions past = CallOptions.DEFAULT.withDeadline(Duration.ofSeconds(seconds));

        assertFailed(catchThrowable(() -> client.call(Echo.ECHO, HELLO, past)), Outcome.NOT_EXECUTED, RpcCode.DEADLINE);
        assertThat(transport.connects()).isZero();
    }

    @Test
    void acceptsDeadlinesBeyondTheClock() {
        RpcClient client = connect(serve(waiting));
        CallOptions far = CallOptions.DEFAULT.withDeadline(Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(client.call(Echo.ECHO, HELLO, far)).isEqualTo(HELLO);
        assertThat(client.call(Echo.ECHO, HELLO, CallOptions.DEFAULT.withoutDeadline()))
                .isEqualTo(HELLO);
    }

    @Test
    void endsACallAtItsDeadlineAndInterruptsTheHandler() throws Exception {
        RpcClient client = connect(serve(waiting));

        RpcException failure = workBeyondTheDeadline(client);

        assertThat(failure.code()).isEqualTo(RpcCode.DEADLINE);
        assertThat(failure.outcome()).isNotEqualTo(Outcome.NOT_EXECUTED);
        assertThat(get(interrupted)).isTrue();
        assertThat(log.lines()).isEmpty();
        assertThat(echo(client, HELLO)).isEqualTo(HELLO);
    }

    @Test
    void neverEntersTheHandlerOfACallThatExpiredInTheQueue() throws Exception {
        Queue<Runnable> queue = new ArrayDeque<>();
        AtomicInteger executions = new AtomicInteger();
        Echo counting = new Echo() {
            @Override
            public Message echo(Message message) {
                executions.incrementAndGet();
                return message;
            }
        };
        RpcServer server = serve(
                Echo.service(counting),
                builder -> builder.executor(task -> {
                    synchronized (queue) {
                        queue.add(task);
                    }
                }));
        RpcClient client = connect(server);
        CallOptions options = CallOptions.DEFAULT.withDeadline(Duration.ofMillis(500));

        CompletableFuture<Message> expiring =
                client.callAsync(Echo.ECHO, HELLO, options).toCompletableFuture();
        RpcException failure = rpcFailureOf(expiring);
        assertThat(failure.code()).isEqualTo(RpcCode.DEADLINE);
        assertThat(failure.outcome()).isNotEqualTo(Outcome.EXECUTED);
        // the server's timer may be a little behind the client's: it has run when the server has said so
        await().until(() ->
                new String(transport.written(), StandardCharsets.ISO_8859_1).contains("deadline has passed"));
        CompletableFuture<Message> marker = async(client, Echo.ECHO, HELLO);
        await().until(() -> {
            synchronized (queue) {
                return queue.size() == 2;
            }
        });
        synchronized (queue) {
            queue.forEach(Runnable::run);
        }

        assertThat(get(marker)).isEqualTo(HELLO);
        assertThat(executions).hasValue(1);
    }

    @Test
    void cancelsACallByItsFutureAndTellsWhatTheServerKnows() throws Exception {
        RpcClient client = connect(serve(waiting));
        CompletableFuture<Message> call = async(client, Echo.WORK, HELLO);
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

        call.cancel(true);

        assertFailed(rpcFailureOf(call), Outcome.EXECUTED, RpcCode.CANCELLED);
        assertThat(get(interrupted)).isTrue();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void cancelsAsynchronousHandlersByTheirFuture() throws Exception {
        CompletableFuture<Message> stage = new CompletableFuture<>();
        RpcClient client = connect(serve(
                Echo.async(message -> {
                    entered.countDown();
                    return stage;
                }),
                builder -> builder));
        CompletableFuture<Message> call = async(client, Echo.WORK, HELLO);
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

        call.cancel(false);

        assertFailed(rpcFailureOf(call), Outcome.EXECUTED, RpcCode.CANCELLED);
        await().until(stage::isCancelled);
    }

    @Test
    void keepsTheFlagOfACallerThatIsInterrupted() throws Exception {
        RpcClient client = connect(serve(waiting));
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        AtomicBoolean flag = new AtomicBoolean();
        Thread caller = new Thread(() -> {
            Throwable thrown = catchThrowable(() -> client.call(Echo.WORK, HELLO, CallOptions.DEFAULT));
            flag.set(Thread.currentThread().isInterrupted());
            failure.complete(thrown);
        });
        caller.start();
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

        caller.interrupt();

        assertFailed(get(failure), Outcome.MAYBE_EXECUTED, RpcCode.CANCELLED);
        assertThat(flag).isTrue();
        assertThat(get(interrupted)).isTrue();
    }

    @Test
    void withdrawsTheCallOfAThreadThatIsInterruptedWhileItWaitsForAConnection() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        RpcServer server = serve(waiting);
        transport.holdConnects(held);
        RpcClient client = connect(server);
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        AtomicBoolean flag = new AtomicBoolean();
        Thread caller = new Thread(() -> {
            Throwable thrown = catchThrowable(() -> client.call(Echo.WORK, HELLO, CallOptions.DEFAULT));
            flag.set(Thread.currentThread().isInterrupted());
            failure.complete(thrown);
        });
        caller.start();
        await().until(() -> transport.connects() == 1);

        caller.interrupt();

        assertFailed(get(failure), Outcome.NOT_EXECUTED, RpcCode.CANCELLED);
        assertThat(flag).isTrue();
        held.countDown();
        assertThat(echo(client, HELLO)).isEqualTo(HELLO);
        assertThat(entered.getCount()).isEqualTo(1);
    }

    @Test
    void refusesTheCallOfAThreadThatWasInterruptedBefore() {
        RpcClient client = connect(serve(waiting));

        Thread.currentThread().interrupt();
        Throwable thrown = catchThrowable(() -> echo(client, HELLO));

        assertThat(Thread.interrupted()).isTrue();
        assertFailed(thrown, Outcome.NOT_EXECUTED, RpcCode.CANCELLED);
        assertThat(transport.connects()).isZero();
    }

    @Test
    void dropsTheAnswerOfAHandlerThatIgnoresItsCancellation() throws Exception {
        CountDownLatch stubborn = new CountDownLatch(1);
        RpcClient client = connect(serve(new Echo() {
            @Override
            public Message work(Message message) {
                entered.countDown();
                boolean done = false;
                while (!done) {
                    try {
                        stubborn.await();
                        done = true;
                    } catch (InterruptedException ignored) {
                        interrupted.complete(true);
                    }
                }
                return message;
            }
        }));

        assertThat(workBeyondTheDeadline(client).code()).isEqualTo(RpcCode.DEADLINE);
        get(interrupted);
        stubborn.countDown();

        for (int i = 0; i < 20; i++) {
            assertThat(echo(client, HELLO)).isEqualTo(HELLO);
        }
        assertThat(transport.connects()).isEqualTo(1);
    }

    @Test
    void leavesNoInterruptOnThreadsOfThePool() throws Exception {
        AtomicInteger handlers = new AtomicInteger();
        AtomicInteger leftInterrupted = new AtomicInteger();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        closeLater(pool::shutdownNow);
        Echo spinning = new Echo() {
            @Override
            public Message work(Message message) {
                handlers.incrementAndGet();
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
                return message;
            }
        };
        RpcServer server = serve(
                Echo.service(spinning),
                builder -> builder.executor(task -> pool.execute(() -> {
                    task.run();
                    if (Thread.interrupted()) { // the pool itself would hide it
                        leftInterrupted.incrementAndGet();
                    }
                })));
        RpcClient client = connect(server);

        Duration deadline = Duration.ofMillis(5);
        while (handlers.get() < 5) {
            CallOptions options = CallOptions.DEFAULT.withDeadline(deadline);
            catchThrowable(() -> client.call(Echo.WORK, HELLO, options));
            echo(client, HELLO);
            deadline = deadline.plusMillis(1);
        }

        echo(client, HELLO);
        assertThat(leftInterrupted).hasValue(0);
    }
}
