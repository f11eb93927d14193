package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.rpcidl.value.MaybeExecutedException;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Items over a limit, uploads that are given up, and streams that can't even begin. */
@ParameterizedClass
@EnumSource(TransportKind.class)
@Timeout(60)
class StreamLimitsTest extends CallFixture {
    private static final int OVER_THE_LIMIT = 5_000_000;

    StreamLimitsTest(TransportKind kind) {
        super(kind);
    }

    private RpcServer serve(Feed handler) {
        return serve(Feed.service(handler), builder -> builder);
    }

    @Test
    void anItemOfTheCallerAboveTheLimitEndsTheCall() {
        RpcClient client = connect(serve(new Feed() {}));
        RpcStream<Message> items = RpcStream.of(HELLO, new Message("x".repeat(OVER_THE_LIMIT), 1));

        RpcException thrown =
                (RpcException) catchThrowable(() -> client.clientStream(Feed.SUM, HELLO, items, CallOptions.DEFAULT));

        assertThat(thrown.code()).isEqualTo(RpcCode.TOO_LARGE);
        assertThat(thrown.outcome()).isNotEqualTo(Outcome.EXECUTED);
    }

    @Test
    void anItemOfTheHandlerAboveTheLimitEndsTheCall() {
        RpcClient client = connect(serve(new Feed() {}));
        RpcStream<Message> stream = client.serverStream(Feed.COUNT, new Message("small", 2), CallOptions.DEFAULT);
        RpcClient other = connect(serve(new Feed() {
            @Override
            public RpcStream<Message> count(Message how) {
                return Feed.numbers("x".repeat(OVER_THE_LIMIT), 1);
            }
        }));

        Throwable thrown = catchThrowable(
                () -> other.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT).next());

        assertFailed(thrown, Outcome.EXECUTED, RpcCode.INTERNAL);
        assertThat(catchThrowable(() -> StreamTest.all(stream))).isNull();
    }

    @Test
    void anItemAboveTheCallersOwnLimitEndsTheCall() {
        RpcClient client =
                connect(serve(new Feed() {}), builder -> builder.limits(RpcLimits.DEFAULTS.withLargestMessage(65_536)));

        Throwable thrown =
                catchThrowable(() -> client.serverStream(Feed.COUNT, StreamTest.how(60_000, 1), CallOptions.DEFAULT)
                        .next());
        Throwable tooLarge = catchThrowable(() -> connect(
                        serve(new Feed() {
                            @Override
                            public RpcStream<Message> count(Message how) {
                                return Feed.numbers("x".repeat(100_000), 1);
                            }
                        }),
                        builder -> builder.limits(RpcLimits.DEFAULTS.withLargestMessage(65_536)))
                .serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT)
                .next());

        assertThat(thrown).isNull();
        assertFailed(tooLarge, Outcome.EXECUTED, RpcCode.TOO_LARGE);
    }

    @Test
    void streamsBeyondTheBoundOfTheConnectionAreNotMade() {
        RpcClient client = connect(
                serve(new Feed() {
                    @Override
                    public RpcStream<Message> count(Message how) {
                        return Feed.numbers("x".repeat(1_000), Long.MAX_VALUE);
                    }
                }),
                builder -> builder.limits(RpcLimits.DEFAULTS.withStreamBytesInFlight(2 * 65_536)));

        try (RpcStream<Message> one = client.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT)) {
            RpcStream<Message> two = client.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT);
            RpcStream<Message> three = client.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT);
            assertFailed(catchThrowable(three::next), Outcome.NOT_EXECUTED, RpcCode.OVERLOADED);
            two.close();
            await().until(() -> {
                try (RpcStream<Message> four = client.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT)) {
                    return catchThrowable(four::next) == null;
                }
            });
            assertThat(one).isNotNull();
        }
    }

    @Test
    void cancellingAnUploadTellsItsOutcome() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        RpcClient client = connect(serve(
                Feed.Async.service(new Feed.Async() {
                    @Override
                    public CompletableFuture<Message> sum(Message how, Flow.Publisher<Message> items) {
                        begun.countDown();
                        return new CompletableFuture<>();
                    }
                }),
                builder -> builder));
        CompletableFuture<Message> sum = client.clientStreamAsync(
                        Feed.SUM, HELLO, new NumberPublisher("x", 1), CallOptions.DEFAULT)
                .toCompletableFuture();
        assertThat(StreamTest.awaited(begun)).isTrue();

        assertThat(sum.cancel(true)).isFalse();

        assertThat(failureOf(sum)).isInstanceOf(MaybeExecutedException.class);
        assertFailed(failureOf(sum), Outcome.MAYBE_EXECUTED, RpcCode.CANCELLED);
    }

    @Test
    void whatCanNotBeMadeFailsItsSubscriber() {
        RpcClient client = connect(serve(new Feed() {}));
        Message tooLarge = new Message("x".repeat(OVER_THE_LIMIT), 1);
        NumberPublisher items = new NumberPublisher("x", 1);
        Collector one = new Collector(1);
        Collector two = new Collector(1);

        client.serverStreamAsync(Feed.COUNT, tooLarge, CallOptions.DEFAULT).subscribe(one);
        client.bidirectionalAsync(Feed.MIRROR, tooLarge, items, CallOptions.DEFAULT)
                .subscribe(two);
        CompletableFuture<Message> sum = client.clientStreamAsync(Feed.SUM, tooLarge, items, CallOptions.DEFAULT)
                .toCompletableFuture();

        assertFailed(failureOf(one.all()), Outcome.NOT_EXECUTED, RpcCode.TOO_LARGE);
        assertFailed(failureOf(two.all()), Outcome.NOT_EXECUTED, RpcCode.TOO_LARGE);
        assertFailed(failureOf(sum), Outcome.NOT_EXECUTED, RpcCode.TOO_LARGE);
    }

    @Test
    void anInterruptGivesAnUploadUp() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        RpcClient client = connect(serve(new Feed() {
            @Override
            public Message sum(Message how, RpcStream<Message> items) throws Exception {
                begun.countDown();
                try {
                    return Feed.super.sum(how, items);
                } finally {
                    stopped.countDown();
                }
            }
        }));
        Thread caller = Thread.currentThread();
        Thread interrupter = new Thread(() -> {
            StreamTest.awaited(begun);
            caller.interrupt();
        });
        interrupter.start();

        Throwable thrown = catchThrowable(() ->
                client.clientStream(Feed.SUM, HELLO, Feed.numbers("endless", Long.MAX_VALUE), CallOptions.DEFAULT));

        assertThat(Thread.interrupted()).isTrue();
        interrupter.join();
        assertFailed(thrown, Outcome.MAYBE_EXECUTED, RpcCode.CANCELLED);
        assertThat(StreamTest.awaited(stopped)).isTrue();
    }
}
