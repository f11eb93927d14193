package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Streams in their asynchronous form, on both sides. */
@ParameterizedClass
@EnumSource(TransportKind.class)
@Timeout(60)
class StreamAsyncTest extends CallFixture {
    StreamAsyncTest(TransportKind kind) {
        super(kind);
    }

    private RpcClient connect(Feed.Async handler) {
        return connect(serve(Feed.Async.service(handler), builder -> builder));
    }

    private static Collector subscribe(Flow.Publisher<Message> publisher, long batch) {
        Collector collector = new Collector(batch);
        publisher.subscribe(collector);
        return collector;
    }

    @ParameterizedTest
    @CsvSource({"0, 5, 1", "1, 5, 1", "10_000, 5, 100", "3, 200_000, 1", "5, 1_000_000, 1000"})
    void publishesAllItemsInOrder(int count, int length, int batch) throws Exception {
        RpcClient client = connect(new Feed.Async() {});

        Collector collector = subscribe(
                client.serverStreamAsync(Feed.COUNT, StreamTest.how(length, count), CallOptions.DEFAULT), batch);

        StreamTest.assertNumbered(get(collector.all()), length, count);
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 5", "10_000, 5", "3, 200_000", "5, 1_000_000"})
    void takesAllItems(int count, int length) throws Exception {
        RpcClient client = connect(new Feed.Async() {});
        NumberPublisher items = new NumberPublisher("x".repeat(length), count);

        CompletableFuture<Message> sum = client.clientStreamAsync(Feed.SUM, HELLO, items, CallOptions.DEFAULT)
                .toCompletableFuture();

        assertThat(get(sum)).isEqualTo(new Message("" + count * (count - 1L) / 2, count));
        assertThat(items.mostDemand).hasValueLessThanOrEqualTo(128);
    }

    @ParameterizedTest
    @CsvSource({"0, 5, 1", "1, 5, 1", "10_000, 5, 7", "3, 200_000, 1", "5, 1_000_000, 1"})
    void mirrorsAllItems(int count, int length, int batch) throws Exception {
        RpcClient client = connect(new Feed.Async() {});

        Collector collector = subscribe(
                client.bidirectionalAsync(
                        Feed.MIRROR, HELLO, new NumberPublisher("x".repeat(length), count), CallOptions.DEFAULT),
                batch);

        StreamTest.assertNumbered(get(collector.all()), length, count);
    }

    @Test
    void eachSubscriberMakesACallOfItsOwn() throws Exception {
        RpcClient client = connect(new Feed.Async() {});
        Flow.Publisher<Message> publisher =
                client.serverStreamAsync(Feed.COUNT, StreamTest.how(1, 5), CallOptions.DEFAULT);

        List<Message> first = get(subscribe(publisher, 2).all());
        List<Message> second = get(subscribe(publisher, 3).all());

        assertThat(first).hasSize(5).isEqualTo(second);
    }

    @Test
    void givesNoMoreThanWasAskedFor() throws Exception {
        RpcClient client = connect(new Feed.Async() {});
        Collector collector =
                subscribe(client.serverStreamAsync(Feed.COUNT, StreamTest.how(1, 100), CallOptions.DEFAULT), 0);
        Flow.Subscription subscription = get(collector.subscription());

        subscription.request(3);
        await().until(() -> collector.items().size() >= 3);
        subscription.request(4);
        await().until(() -> collector.items().size() >= 7);

        assertThat(collector.items()).hasSize(7);
        assertThat(collector.all()).isNotDone();
        subscription.request(Long.MAX_VALUE);
        assertThat(get(collector.all())).hasSize(100);
    }

    @Test
    void cancellingStopsThePublisherOfTheServer() throws Exception {
        CountDownLatch cancelled = new CountDownLatch(1);
        RpcClient client = connect(new Feed.Async() {
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
        });
        Collector collector = subscribe(client.serverStreamAsync(Feed.COUNT, HELLO, CallOptions.DEFAULT), 1);
        await().until(() -> !collector.items().isEmpty());

        get(collector.subscription()).cancel();

        assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aFailureOfTheServersPublisherComesBehindItsItems() throws Exception {
        RpcClient client = connect(new Feed.Async() {
            @Override
            public Flow.Publisher<Message> count(Message how) {
                return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
                    private int next;

                    @Override
                    public void request(long count) {
                        for (long i = 0; i < count && next < 50; i++) {
                            next++;
                            subscriber.onNext(HELLO);
                        }
                        if (next == 50) {
                            next++;
                            subscriber.onError(new Refused("enough"));
                        }
                    }

                    @Override
                    public void cancel() {}
                });
            }
        });

        Collector collector = subscribe(client.serverStreamAsync(Feed.COUNT, HELLO, CallOptions.DEFAULT), 16);

        assertThat(failureOf(collector.all())).isInstanceOf(Refused.class);
        assertThat(collector.items()).hasSize(50);
    }

    @Test
    void aFailureOfTheUploadGivesTheCallUp() throws Exception {
        CompletableFuture<Collector> begun = new CompletableFuture<>();
        RpcClient client = connect(new Feed.Async() {
            @Override
            public CompletionStage<Message> sum(Message how, Flow.Publisher<Message> items) {
                Collector collector = subscribe(items, 1);
                begun.complete(collector);
                return new CompletableFuture<>();
            }
        });
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
        get(upload).onNext(HELLO);
        Collector seen = get(begun);
        await().until(() -> seen.items().size() == 1);
        IllegalStateException broken = new IllegalStateException("broken");

        get(upload).onError(broken);

        assertFailed(failureOf(sum), Outcome.MAYBE_EXECUTED, RpcCode.CANCELLED);
        assertThat(failureOf(sum)).hasCause(broken);
        Throwable upThere = get(seen.all().handle((all, failure) -> failure));
        assertThat(upThere).isInstanceOf(CancellationException.class);
    }
}
