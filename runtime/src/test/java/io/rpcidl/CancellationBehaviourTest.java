package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A caller that gives up: before, while and after its call runs, by each of the ways to do so. */
class CancellationBehaviourTest extends Behaviour {
    private final WaitingHandler waiting = new WaitingHandler();

    CancellationBehaviourTest(TransportsUnderTest kind) {
        super(kind);
    }

    @Test
    void ofAThreadThatWasInterruptedBefore() {
        TestClient client = connect(serve(waiting));

        Thread.currentThread().interrupt();
        Throwable thrown = catchThrowable(() -> client.call(Echo.WORK, HELLO, CallOptions.DEFAULT));

        assertThat(Thread.interrupted()).isTrue();
        CallFixture.assertFailed(thrown, Outcome.NOT_EXECUTED, RpcCode.CANCELLED);
        assertThat(waiting.entered.getCount()).isEqualTo(1);
    }

    /** The call has its thread, and waits there for its own end, which comes before its handler is entered. */
    @Test
    void byTheFutureWhileTheCallIsQueued() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        RpcServer server = serve(
                Echo.service(waiting),
                builder -> builder.intercept(new ServerInterceptor() {
                    @Override
                    public void before(CallContext call) {
                        call.onCancel(told::countDown);
                        begun.countDown();
                        await(told);
                    }
                }));
        CompletableFuture<Message> call = CallFixture.async(connect(server), Echo.WORK, HELLO);
        await(begun);

        call.cancel(true);

        CallFixture.assertFailed(CallFixture.rpcFailureOf(call), Outcome.NOT_EXECUTED, RpcCode.CANCELLED);
        assertThat(waiting.entered.getCount()).isEqualTo(1);
    }

    @Test
    void byTheFutureWhileTheHandlerRuns() throws Exception {
        TestClient client = connect(serve(waiting));
        CompletableFuture<Message> call = CallFixture.async(client, Echo.WORK, HELLO);
        await(waiting.entered);

        call.cancel(true);

        CallFixture.assertFailed(CallFixture.rpcFailureOf(call), Outcome.EXECUTED, RpcCode.CANCELLED);
        assertThat(CallFixture.get(waiting.interrupted)).isTrue();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void byTheFutureAfterTheEnd() throws Exception {
        CompletableFuture<Message> call = CallFixture.async(connect(serve(new Echo() {})), Echo.ECHO, HELLO);
        assertThat(CallFixture.get(call)).isEqualTo(HELLO);

        assertThat(call.cancel(true)).isFalse();

        assertThat(CallFixture.get(call)).isEqualTo(HELLO);
    }

    @Test
    void byAnInterruptWhileTheHandlerRuns() throws Exception {
        TestClient client = connect(serve(waiting));
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        AtomicBoolean flag = new AtomicBoolean();
        Thread caller = new Thread(() -> {
            Throwable thrown = catchThrowable(() -> client.call(Echo.WORK, HELLO, CallOptions.DEFAULT));
            flag.set(Thread.currentThread().isInterrupted());
            failure.complete(thrown);
        });
        caller.start();
        await(waiting.entered);

        caller.interrupt();

        CallFixture.assertFailed(CallFixture.get(failure), lostWhileRunning(), RpcCode.CANCELLED);
        assertThat(flag).isTrue();
        assertThat(CallFixture.get(waiting.interrupted)).isTrue();
    }

    @Test
    void cancelsTheStageOfAnAsynchronousHandler() {
        CompletableFuture<Message> stage = new CompletableFuture<>();
        CountDownLatch entered = new CountDownLatch(1);
        TestClient client = connect(serve(Echo.async(message -> {
            entered.countDown();
            return stage;
        })));
        CompletableFuture<Message> call = CallFixture.async(client, Echo.WORK, HELLO);
        await(entered);

        call.cancel(false);

        CallFixture.assertFailed(CallFixture.rpcFailureOf(call), Outcome.EXECUTED, RpcCode.CANCELLED);
        Awaitility.await().until(stage::isCancelled);
    }

    @Test
    void isToldToWhoeverAsked() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        CompletableFuture<CallContext> context = new CompletableFuture<>();
        TestClient client = connect(serve(Echo.async(message -> {
            CallContext.current().onCancel(told::countDown);
            context.complete(CallContext.current());
            return new CompletableFuture<>();
        })));
        CompletableFuture<Message> call = CallFixture.async(client, Echo.WORK, HELLO);
        CallContext running = CallFixture.get(context);
        assertThat(running.cancelled()).isFalse();

        call.cancel(true);

        await(told);
        assertThat(running.cancelled()).isTrue();
        CountDownLatch late = new CountDownLatch(1);
        running.onCancel(late::countDown);
        await(late);
    }

    @Test
    void mayBeIgnoredByTheHandlerWithoutHarm() throws Exception {
        CountDownLatch stubborn = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch entered = new CountDownLatch(1);
        TestClient client = connect(serve(new Echo() {
            @Override
            public Message work(Message message) {
                entered.countDown();
                while (stubborn.getCount() > 0) {
                    try {
                        stubborn.await();
                    } catch (InterruptedException ignored) {
                        asked.countDown();
                    }
                }
                return message;
            }
        }));
        CompletableFuture<Message> call = CallFixture.async(client, Echo.WORK, HELLO);
        await(entered);

        call.cancel(true);
        await(asked);
        stubborn.countDown();

        assertThat(CallFixture.get(call)).isEqualTo(HELLO);
        assertThat(CallFixture.echo(client, HELLO)).isEqualTo(HELLO);
    }

    @Test
    void leavesNoInterruptOnThreadsOfOthers() throws Exception {
        AtomicInteger leftInterrupted = new AtomicInteger();
        CountDownLatch ran = new CountDownLatch(1);
        RpcServer server = serve(
                Echo.service(waiting),
                builder -> builder.executor(task -> new Thread(() -> {
                            task.run();
                            if (Thread.interrupted()) {
                                leftInterrupted.incrementAndGet();
                            }
                            ran.countDown();
                        })
                        .start()));
        CompletableFuture<Message> call = CallFixture.async(connect(server), Echo.WORK, HELLO);
        await(waiting.entered);

        call.cancel(true);

        CallFixture.rpcFailureOf(call);
        await(ran);
        assertThat(leftInterrupted).hasValue(0);
    }

    @Test
    void byClosingAStream() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        StalledStream stalled = new StalledStream(1, closed);
        TestClient client = connect(serve(new Feed() {
            @Override
            public RpcStream<Message> count(Message how) {
                return stalled;
            }
        }));
        RpcStream<Message> stream = client.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT);
        assertThat(stream.next()).isEqualTo(new Message("x", 0));
        await(stalled.stalled());

        stream.close();

        await(closed);
        assertThat(stream.next()).isNull();
    }

    @Test
    void ofAStreamByAnInterrupt() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        StalledStream stalled = new StalledStream(1, closed);
        TestClient client = connect(serve(new Feed() {
            @Override
            public RpcStream<Message> count(Message how) {
                return stalled;
            }
        }));
        RpcStream<Message> stream = client.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT);
        assertThat(stream.next()).isEqualTo(new Message("x", 0));
        await(stalled.stalled());

        Thread.currentThread().interrupt();
        Throwable thrown = catchThrowable(stream::next);

        assertThat(Thread.interrupted()).isTrue();
        CallFixture.assertFailed(thrown, lostWhileRunning(), RpcCode.CANCELLED);
        assertThat(((RpcException) thrown).items()).isEqualTo(1);
        await(closed);
    }

    @Test
    void byTheSubscriptionStopsThePublisher() throws Exception {
        CountDownLatch cancelled = new CountDownLatch(1);
        TestClient client = connect(serve(new Feed.Async() {
            @Override
            public Flow.Publisher<Message> count(Message how) {
                return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
                    @Override
                    public void request(long count) {
                        subscriber.onNext(HELLO);
                    }

                    @Override
                    public void cancel() {
                        cancelled.countDown();
                    }
                });
            }
        }));
        Collector collector = new Collector(1);
        client.serverStreamAsync(Feed.COUNT, HELLO, CallOptions.DEFAULT).subscribe(collector);
        Awaitility.await().until(() -> !collector.items().isEmpty());

        CallFixture.get(collector.subscription()).cancel();

        await(cancelled);
    }

    @Test
    void ofAnUploadByItsFuture() throws Exception {
        CompletableFuture<Throwable> seen = new CompletableFuture<>();
        CountDownLatch begun = new CountDownLatch(1);
        TestClient client = connect(serve(new Feed() {
            @Override
            public Message sum(Message how, RpcStream<Message> items) throws Exception {
                begun.countDown();
                try {
                    return Feed.super.sum(how, items);
                } catch (RuntimeException failure) {
                    seen.complete(failure);
                    throw failure;
                }
            }
        }));
        CompletableFuture<Message> sum = client.clientStreamAsync(
                        Feed.SUM,
                        HELLO,
                        subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
                            @Override
                            public void request(long count) {}

                            @Override
                            public void cancel() {}
                        }),
                        CallOptions.DEFAULT)
                .toCompletableFuture();
        await(begun);

        sum.cancel(true);

        CallFixture.assertFailed(CallFixture.rpcFailureOf(sum), lostWhileRunning(), RpcCode.CANCELLED);
        assertThat(seen.get(20, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
    }
}
