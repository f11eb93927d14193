package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rpcidl.value.DeclaredErrorException;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Items that come back, pulled and published. */
class StreamBehaviourTest extends Behaviour {
    private static final RuntimeException NONE = new IllegalStateException("not thrown");

    StreamBehaviourTest(TransportsUnderTest kind) {
        super(kind);
    }

    /** Items without end, each made when it is pulled. */
    private static RpcStream<Message> endless(AtomicLong made, int length) {
        String text = "x".repeat(length);
        return new RpcStream<>() {
            @Override
            public Message next() {
                return new Message(text, made.getAndIncrement());
            }

            @Override
            public void close() {}
        };
    }

    /** So many items, and then a failure. */
    private static RpcStream<Message> failing(
            int items, @Nullable DeclaredErrorException declared, RuntimeException other) {
        return new RpcStream<>() {
            private int next;

            @Override
            public @Nullable Message next() throws DeclaredErrorException {
                if (next < items) {
                    return new Message("a", next++);
                }
                if (declared != null) {
                    throw declared;
                }
                throw other;
            }

            @Override
            public void close() {}
        };
    }

    private TestClient counting(@Nullable RpcStream<Message> items) {
        return connect(serve(new Feed() {
            @Override
            public RpcStream<Message> count(Message how) {
                return items;
            }
        }));
    }

    private static RpcStream<Message> count(TestClient client, int length, long count) {
        return client.serverStream(Feed.COUNT, StreamTest.how(length, count), CallOptions.DEFAULT);
    }

    /** Waits until a counter has been above {@code least} and stands still for a while. */
    private static void awaitStandstill(AtomicLong counter, long least) {
        long[] seen = {-1};
        Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> {
                    long now = counter.get();
                    boolean still = now == seen[0] && now >= least;
                    seen[0] = now;
                    return still;
                });
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 5", "5_000, 5", "3, 200_000", "2, 2_000_000"})
    void givesAllItemsInOrder(int items, int length) throws Exception {
        TestClient client = connect(serve(new Feed() {}));

        StreamTest.assertNumbered(StreamTest.all(count(client, length, items)), length, items);
    }

    @ParameterizedTest
    @CsvSource({"0, 5, 1", "1, 5, 1", "5_000, 5, 100", "3, 200_000, 1"})
    void publishesAllItemsInOrder(int items, int length, int batch) throws Exception {
        TestClient client = connect(serve(new Feed.Async() {}));
        Collector collector = new Collector(batch);

        client.serverStreamAsync(Feed.COUNT, StreamTest.how(length, items), CallOptions.DEFAULT)
                .subscribe(collector);

        StreamTest.assertNumbered(CallFixture.get(collector.all()), length, items);
    }

    @Test
    void givesWhatIsProduced() throws Exception {
        TestClient client = connect(serve(new Feed() {
            @Override
            public RpcStream<Message> count(Message how) {
                return RpcStream.produced(sink -> {
                    for (long i = 0; i < how.number(); i++) {
                        sink.send(new Message(how.text(), i));
                    }
                });
            }
        }));

        StreamTest.assertNumbered(StreamTest.all(count(client, 100, 3_000)), 100, 3_000);
    }

    @Test
    void isMadeNotFarAheadOfWhoPulls() throws Exception {
        AtomicLong made = new AtomicLong();
        TestClient client = counting(endless(made, 1_000));

        try (RpcStream<Message> stream = client.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT)) {
            for (int i = 0; i < 10; i++) {
                assertThat(stream.next().number()).isEqualTo(i);
            }
            awaitStandstill(made, 11);
            assertThat(made.get()).isLessThan(1_000);
        }
    }

    @Test
    void isMadeNotFarAheadOfWhoSubscribed() throws Exception {
        AtomicLong made = new AtomicLong();
        TestClient client = counting(endless(made, 1_000));
        Collector collector = new Collector(0);
        client.serverStreamAsync(Feed.COUNT, HELLO, CallOptions.DEFAULT).subscribe(collector);
        Flow.Subscription subscription = CallFixture.get(collector.subscription());

        subscription.request(3);
        Awaitility.await().until(() -> collector.items().size() == 3);
        awaitStandstill(made, 4);

        assertThat(made.get()).isLessThan(1_000);
        assertThat(collector.items()).hasSize(3);
        subscription.cancel();
    }

    @Test
    void ofAPublisherIsAskedForNotFarAhead() throws Exception {
        NumberPublisher items = new NumberPublisher("x".repeat(1_000), 100_000);
        TestClient client = connect(serve(new Feed.Async() {
            @Override
            public Flow.Publisher<Message> count(Message how) {
                return items;
            }
        }));

        try (RpcStream<Message> stream = client.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT)) {
            for (int i = 0; i < 500; i++) {
                assertThat(stream.next().number()).isEqualTo(i);
            }
            assertThat(items.mostDemand).hasValueLessThanOrEqualTo(128);
        }
    }

    @Test
    void thatNobodyReadsHoldsUpNobody() throws Exception {
        TestClient client = connect(serve(new Feed() {}));

        try (RpcStream<Message> stalled = count(client, 1_000_000, 1_000)) {
            for (int i = 0; i < 5; i++) {
                StreamTest.assertNumbered(StreamTest.all(count(client, 100_000, 5)), 100_000, 5);
            }
            assertThat(stalled.next().number()).isZero();
        }
    }

    @Test
    void endsWithADeclaredErrorBehindItsItems() throws Exception {
        TestClient client = counting(failing(300, new Refused("enough"), NONE));
        RpcStream<Message> stream = client.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT);
        for (int i = 0; i < 300; i++) {
            assertThat(stream.next().number()).isEqualTo(i);
        }

        Throwable thrown = catchThrowable(stream::next);

        assertThat(thrown).isInstanceOf(Refused.class).hasMessageContaining("enough");
        assertThat(stream.next()).isNull();
    }

    @Test
    void endsWithAnUndeclaredFailureBehindItsItems() throws Exception {
        TestClient client = counting(failing(3, null, new IllegalStateException("secret")));
        RpcStream<Message> stream = client.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT);
        for (int i = 0; i < 3; i++) {
            stream.next();
        }

        Throwable thrown = catchThrowable(stream::next);

        CallFixture.assertFailed(thrown, Outcome.EXECUTED, RpcCode.INTERNAL);
        assertThat(thrown).hasMessageNotContaining("secret");
        assertThat(failure(thrown).items()).isEqualTo(3);
        assertThat(failure(thrown).correlationId()).isNotZero();
    }

    @Test
    void tellsItsSubscriberOfAnErrorBehindTheItems() throws Exception {
        TestClient client = counting(failing(50, new Refused("enough"), NONE));
        Collector collector = new Collector(16);

        client.serverStreamAsync(Feed.COUNT, HELLO, CallOptions.DEFAULT).subscribe(collector);

        assertThat(CallFixture.failureOf(collector.all())).isInstanceOf(Refused.class);
        assertThat(collector.items()).hasSize(50);
    }

    @Test
    void givesNoMoreThanWasAskedFor() throws Exception {
        TestClient client = connect(serve(new Feed() {}));
        Collector collector = new Collector(0);
        client.serverStreamAsync(Feed.COUNT, StreamTest.how(1, 100), CallOptions.DEFAULT)
                .subscribe(collector);
        Flow.Subscription subscription = CallFixture.get(collector.subscription());

        subscription.request(3);
        Awaitility.await().until(() -> collector.items().size() >= 3);
        subscription.request(4);
        Awaitility.await().until(() -> collector.items().size() >= 7);

        assertThat(collector.items()).hasSize(7);
        assertThat(collector.all()).isNotDone();
        subscription.request(Long.MAX_VALUE);
        assertThat(CallFixture.get(collector.all())).hasSize(100);
    }

    @Test
    void isACallOfItsOwnForEachSubscriber() throws Exception {
        AtomicLong calls = new AtomicLong();
        TestClient client = connect(serve(new Feed() {
            @Override
            public RpcStream<Message> count(Message how) {
                return Feed.numbers("call " + calls.incrementAndGet(), 3);
            }
        }));
        Flow.Publisher<Message> publisher = client.serverStreamAsync(Feed.COUNT, HELLO, CallOptions.DEFAULT);
        assertThat(calls).hasValue(0);
        Collector first = new Collector(2);
        Collector second = new Collector(3);

        publisher.subscribe(first);
        assertThat(CallFixture.get(first.all())).hasSize(3);
        publisher.subscribe(second);

        assertThat(CallFixture.get(second.all())).allMatch(item -> item.text().equals("call 2"));
    }

    @Test
    void canBeClosedEarlyAndAgain() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        AtomicLong made = new AtomicLong();
        RpcStream<Message> items = endless(made, 10);
        TestClient client = counting(new RpcStream<>() {
            @Override
            public @Nullable Message next() throws DeclaredErrorException {
                return items.next();
            }

            @Override
            public void close() {
                closed.countDown();
            }
        });
        RpcStream<Message> stream = client.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT);
        stream.next();

        stream.close();
        stream.close();

        await(closed);
        assertThat(stream.next()).isNull();
    }

    @Test
    void isRefusedWithoutItems() {
        TestClient client = counting(failing(0, new Refused("at once"), NONE));
        RpcStream<Message> stream = client.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT);

        assertThat(catchThrowable(stream::next)).isInstanceOf(Refused.class);
    }

    @Test
    void isNotThereWhenTheHandlerReturnsNone() {
        TestClient client = counting(null);
        RpcStream<Message> stream = client.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT);

        CallFixture.assertFailed(catchThrowable(stream::next), Outcome.EXECUTED, RpcCode.INTERNAL);
    }

    @Test
    void servesLoopsAndPipelines() {
        TestClient client = connect(serve(new Feed() {}));
        long sum = 0;

        for (Message item : count(client, 1, 10)) {
            sum += item.number();
        }

        assertThat(sum).isEqualTo(45);
        List<Long> even = count(client, 1, 10).stream()
                .map(Message::number)
                .filter(number -> number % 2 == 0)
                .toList();
        assertThat(even).containsExactly(0L, 2L, 4L, 6L, 8L);
    }
}
