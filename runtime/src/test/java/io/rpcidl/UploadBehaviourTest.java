package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rpcidl.value.DeclaredErrorException;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Items that a caller sends, alone and while others come back. */
class UploadBehaviourTest extends Behaviour {
    UploadBehaviourTest(TransportsUnderTest kind) {
        super(kind);
    }

    private static Message sum(TestClient client, RpcStream<Message> items) {
        return client.clientStream(Feed.SUM, HELLO, items, CallOptions.DEFAULT);
    }

    private static Message sumOf(long count) {
        return new Message("" + count * (count - 1L) / 2, count);
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 5", "5_000, 5", "3, 200_000", "2, 2_000_000"})
    void takesAllItems(int count, int length) {
        TestClient client = connect(serve(new Feed() {}));

        assertThat(sum(client, Feed.numbers("x".repeat(length), count))).isEqualTo(sumOf(count));
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 5", "5_000, 5", "3, 200_000"})
    void takesAllItemsOfAPublisher(int count, int length) throws Exception {
        TestClient client = connect(serve(new Feed.Async() {}));
        NumberPublisher items = new NumberPublisher("x".repeat(length), count);

        CompletableFuture<Message> sum = client.clientStreamAsync(Feed.SUM, HELLO, items, CallOptions.DEFAULT)
                .toCompletableFuture();

        assertThat(CallFixture.get(sum)).isEqualTo(sumOf(count));
        assertThat(items.mostDemand).hasValueLessThanOrEqualTo(128);
    }

    @Test
    void takesWhatIsProduced() {
        TestClient client = connect(serve(new Feed() {}));

        Message sum = sum(client, RpcStream.produced(sink -> {
            for (long i = 0; i < 3_000; i++) {
                sink.send(new Message("x".repeat(100), i));
            }
        }));

        assertThat(sum).isEqualTo(sumOf(3_000));
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 5", "5_000, 5", "3, 200_000"})
    void mirrorsAllItems(int count, int length) throws Exception {
        TestClient client = connect(serve(new Feed() {}));

        StreamTest.assertNumbered(
                StreamTest.all(client.bidirectional(
                        Feed.MIRROR, HELLO, Feed.numbers("x".repeat(length), count), CallOptions.DEFAULT)),
                length,
                count);
    }

    @ParameterizedTest
    @CsvSource({"0, 5, 1", "1, 5, 1", "5_000, 5, 7", "3, 200_000, 1"})
    void mirrorsAllItemsOfAPublisher(int count, int length, int batch) throws Exception {
        TestClient client = connect(serve(new Feed.Async() {}));
        Collector collector = new Collector(batch);

        client.bidirectionalAsync(
                        Feed.MIRROR, HELLO, new NumberPublisher("x".repeat(length), count), CallOptions.DEFAULT)
                .subscribe(collector);

        StreamTest.assertNumbered(CallFixture.get(collector.all()), length, count);
    }

    @Test
    void isNotPulledFarAheadOfTheHandler() throws Exception {
        AtomicLong made = new AtomicLong();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        TestClient client = connect(serve(new Feed() {
            @Override
            public Message sum(Message how, RpcStream<Message> items) throws Exception {
                Message first = items.next();
                begun.countDown();
                release.await();
                return first;
            }
        }));
        CompletableFuture<Message> sum = CompletableFuture.supplyAsync(() -> sum(client, new RpcStream<>() {
            private final String text = "x".repeat(1_000);

            @Override
            public Message next() {
                return new Message(text, made.getAndIncrement());
            }

            @Override
            public void close() {}
        }));
        await(begun);
        long[] seen = {-1};
        Awaitility.await().pollInterval(Duration.ofMillis(50)).until(() -> seen[0] == (seen[0] = made.get()));

        assertThat(made.get()).isLessThan(1_000);
        release.countDown();
        assertThat(CallFixture.get(sum).number()).isZero();
    }

    @Test
    void mayBeAnsweredBeforeItEnds() throws Exception {
        TestClient client = connect(serve(new Feed() {
            @Override
            public @Nullable Message sum(Message how, RpcStream<Message> items) throws Exception {
                return items.next();
            }
        }));
        CountDownLatch closed = new CountDownLatch(1);
        RpcStream<Message> endless = Feed.numbers("endless", Long.MAX_VALUE);

        Message first = sum(client, new RpcStream<>() {
            @Override
            public @Nullable Message next() throws DeclaredErrorException {
                return endless.next();
            }

            @Override
            public void close() {
                closed.countDown();
            }
        });

        assertThat(first).isEqualTo(new Message("endless", 0));
        await(closed);
    }

    @Test
    void mayBeRefusedBeforeItEnds() {
        TestClient client = connect(serve(new Feed() {
            @Override
            public Message sum(Message how, RpcStream<Message> items) throws Exception {
                throw new Refused("no items today");
            }
        }));

        Throwable thrown = catchThrowable(() -> sum(client, Feed.numbers("endless", Long.MAX_VALUE)));

        assertThat(thrown).isInstanceOf(Refused.class);
    }

    @Test
    void thatFailsGivesTheCallUp() throws Exception {
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
        IllegalStateException broken = new IllegalStateException("broken");

        Throwable thrown = catchThrowable(() -> sum(client, new RpcStream<>() {
            private int next;

            @Override
            public Message next() {
                if (next == 100) {
                    await(begun);
                    throw broken;
                }
                return new Message("a", next++);
            }

            @Override
            public void close() {}
        }));

        CallFixture.assertFailed(thrown, lostWhileRunning(), RpcCode.CANCELLED);
        assertThat(thrown).hasCause(broken);
        assertThat(CallFixture.get(seen)).isInstanceOf(CancellationException.class);
    }

    @Test
    void ofAPublisherThatFailsGivesTheCallUp() throws Exception {
        CompletableFuture<Collector> begun = new CompletableFuture<>();
        TestClient client = connect(serve(new Feed.Async() {
            @Override
            public CompletionStage<Message> sum(Message how, Flow.Publisher<Message> items) {
                Collector collector = new Collector(1);
                items.subscribe(collector);
                begun.complete(collector);
                return new CompletableFuture<>();
            }
        }));
        CompletableFuture<Flow.Subscriber<? super Message>> upload = new CompletableFuture<>();
        CompletableFuture<Message> sum = client.clientStreamAsync(
                        Feed.SUM,
                        HELLO,
                        subscriber -> {
                            subscriber.onSubscribe(new Flow.Subscription() {
                                @Override
                                public void request(long count) {}

                                @Override
                                public void cancel() {}
                            });
                            upload.complete(subscriber);
                        },
                        CallOptions.DEFAULT)
                .toCompletableFuture();
        CallFixture.get(upload).onNext(HELLO);
        Collector seen = CallFixture.get(begun);
        Awaitility.await().until(() -> seen.items().size() == 1);
        IllegalStateException broken = new IllegalStateException("broken");

        CallFixture.get(upload).onError(broken);

        CallFixture.assertFailed(CallFixture.failureOf(sum), lostWhileRunning(), RpcCode.CANCELLED);
        assertThat(CallFixture.failureOf(sum)).hasCause(broken);
        Throwable upThere = CallFixture.get(seen.all().handle((all, failure) -> failure));
        assertThat(upThere).isInstanceOf(CancellationException.class);
    }

    @Test
    void isOverWhenTheTakerOfAMirrorStops() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        RpcStream<Message> endless = Feed.numbers("x", Long.MAX_VALUE);
        TestClient client = connect(serve(new Feed() {}));
        RpcStream<Message> mirrored = client.bidirectional(
                Feed.MIRROR,
                HELLO,
                new RpcStream<Message>() {
                    @Override
                    public @Nullable Message next() throws DeclaredErrorException {
                        return endless.next();
                    }

                    @Override
                    public void close() {
                        closed.countDown();
                    }
                },
                CallOptions.DEFAULT);
        for (int i = 0; i < 10; i++) {
            assertThat(mirrored.next().number()).isEqualTo(i);
        }

        mirrored.close();

        await(closed);
        assertThat(sum(client, Feed.numbers("x", 3))).isEqualTo(sumOf(3));
    }

    @Test
    void isRefusedWithItsCall() {
        AtomicLong made = new AtomicLong();
        TestClient client = connect(serve(new Feed() {}));
        CallOptions past = CallOptions.DEFAULT.withDeadline(Duration.ZERO);

        Throwable thrown = catchThrowable(() -> client.clientStream(
                Feed.SUM,
                HELLO,
                RpcStream.produced(sink -> {
                    made.incrementAndGet();
                    sink.send(HELLO);
                }),
                past));

        CallFixture.assertFailed(thrown, Outcome.NOT_EXECUTED, RpcCode.DEADLINE);
        assertThat(made).hasValue(0);
    }
}
