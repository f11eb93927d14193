package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.rpcidl.value.DeclaredErrorException;
import io.rpcidl.value.MaybeExecutedException;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Streams in their blocking form. */
@ParameterizedClass
@EnumSource(TransportKind.class)
@Timeout(60)
class StreamTest extends CallFixture {
    StreamTest(TransportKind kind) {
        super(kind);
    }

    RpcClient connect(Feed handler) {
        return connect(serve(Feed.service(handler), builder -> builder));
    }

    static List<Message> all(RpcStream<Message> stream) throws DeclaredErrorException {
        List<Message> all = new ArrayList<>();
        try (stream) {
            for (Message item = stream.next(); item != null; item = stream.next()) {
                all.add(item);
            }
        }
        return all;
    }

    /** Compares without printing megabytes. */
    static void assertNumbered(List<Message> items, int length, long count) {
        assertThat(items.size()).isEqualTo((int) count);
        for (int i = 0; i < count; i++) {
            assertThat(items.get(i).number()).isEqualTo(i);
            assertThat(items.get(i).text().length()).isEqualTo(length);
            assertThat(items.get(i).text().chars().allMatch(c -> c == 'x')).isTrue();
        }
    }

    static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static Message how(int length, long count) {
        return new Message("x".repeat(length), count);
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 5", "10_000, 5", "3, 200_000", "1, 4_000_000", "8, 1_000_000"})
    void givesAllItemsInOrder(int count, int length) throws Exception {
        RpcClient client = connect(new Feed() {});

        assertNumbered(all(client.serverStream(Feed.COUNT, how(length, count), CallOptions.DEFAULT)), length, count);
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 5", "10_000, 5", "3, 200_000", "1, 4_000_000", "8, 1_000_000"})
    void takesAllItems(int count, int length) {
        RpcClient client = connect(new Feed() {});

        Message sum =
                client.clientStream(Feed.SUM, HELLO, Feed.numbers("x".repeat(length), count), CallOptions.DEFAULT);

        assertThat(sum).isEqualTo(new Message("" + count * (count - 1L) / 2, count));
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 5", "10_000, 5", "3, 200_000", "5, 1_000_000"})
    void mirrorsAllItems(int count, int length) throws Exception {
        RpcClient client = connect(new Feed() {});
        String text = "x".repeat(length);

        RpcStream<Message> stream =
                client.bidirectional(Feed.MIRROR, HELLO, Feed.numbers(text, count), CallOptions.DEFAULT);

        assertNumbered(all(stream), length, count);
    }

    @Test
    void isNotPulledFarAheadOfTheReader() throws Exception {
        AtomicLong made = new AtomicLong();
        RpcClient client = connect(new Feed() {
            @Override
            public RpcStream<Message> count(Message how) {
                return new RpcStream<>() {
                    @Override
                    public Message next() {
                        return new Message("x".repeat(1_000), made.getAndIncrement());
                    }

                    @Override
                    public void close() {}
                };
            }
        });

        try (RpcStream<Message> stream = client.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT)) {
            for (int i = 0; i < 10; i++) {
                assertThat(stream.next().number()).isEqualTo(i);
            }
            await().atMost(10, TimeUnit.SECONDS).until(() -> made.get() > 60);
            // 64 KiB of credit, doubled at most a few times, and 64 KiB ahead of it.
            assertThat(made.get()).isLessThan(1_000);
        }
    }

    @Test
    void aStreamThatNobodyReadsDoesNotHoldUpOthers() throws Exception {
        RpcClient client = connect(new Feed() {});
        try (RpcStream<Message> stalled = client.serverStream(Feed.COUNT, how(2_000_000, 1_000), CallOptions.DEFAULT)) {
            for (int i = 0; i < 20; i++) {
                assertNumbered(all(client.serverStream(Feed.COUNT, how(300_000, 5), CallOptions.DEFAULT)), 300_000, 5);
            }
            assertThat(stalled.next().number()).isZero();
        }
    }

    @Test
    void aDeclaredErrorComesBehindTheItems() throws Exception {
        RpcClient client = connect(new Feed() {
            @Override
            public RpcStream<Message> count(Message how) {
                RpcStream<Message> items = Feed.numbers("a", 1_000);
                return new RpcStream<>() {
                    @Override
                    public Message next() throws DeclaredErrorException {
                        Message item = items.next();
                        if (item == null) {
                            throw new Refused("enough");
                        }
                        return item;
                    }

                    @Override
                    public void close() {}
                };
            }
        });
        RpcStream<Message> stream = client.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT);
        for (int i = 0; i < 1_000; i++) {
            assertThat(stream.next().number()).isEqualTo(i);
        }

        Throwable thrown = catchThrowable(stream::next);

        assertThat(thrown).isInstanceOf(Refused.class).hasMessageContaining("enough");
        assertThat(stream.next()).isNull();
    }

    @Test
    void anUndeclaredFailureComesBehindTheItems() throws Exception {
        RpcClient client = connect(new Feed() {
            @Override
            public RpcStream<Message> count(Message how) {
                return new RpcStream<>() {
                    private int next;

                    @Override
                    public Message next() {
                        if (next == 3) {
                            throw new IllegalStateException("secret");
                        }
                        return new Message("a", next++);
                    }

                    @Override
                    public void close() {}
                };
            }
        });
        RpcStream<Message> stream = client.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT);
        for (int i = 0; i < 3; i++) {
            stream.next();
        }

        Throwable thrown = catchThrowable(stream::next);

        assertFailed(thrown, Outcome.EXECUTED, RpcCode.INTERNAL);
        assertThat(thrown).hasMessageNotContaining("secret");
        assertThat(((RpcException) thrown).items()).isEqualTo(3);
    }

    @Test
    void closingAStreamStopsItsHandler() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        RpcClient client = connect(new Feed() {
            @Override
            public RpcStream<Message> count(Message how) {
                return new RpcStream<>() {
                    @Override
                    public Message next() {
                        return new Message("x", 1);
                    }

                    @Override
                    public void close() {
                        closed.countDown();
                    }
                };
            }
        });
        RpcStream<Message> stream = client.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT);
        stream.next();

        stream.close();

        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(stream.next()).isNull();
        assertThat(all(client.bidirectional(Feed.MIRROR, HELLO, Feed.numbers("x", 3), CallOptions.DEFAULT)))
                .hasSize(3);
    }

    @Test
    void anInterruptGivesAStreamUp() throws Exception {
        AtomicBoolean stopped = new AtomicBoolean();
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        RpcClient client = connect(new Feed() {
            @Override
            public RpcStream<Message> count(Message how) {
                return new RpcStream<>() {
                    private boolean first = true;

                    @Override
                    public Message next() {
                        if (first) {
                            first = false;
                            return HELLO;
                        }
                        waiting.countDown();
                        try {
                            new CountDownLatch(1).await();
                        } catch (InterruptedException e) {
                            stopped.set(true);
                        }
                        return null;
                    }

                    @Override
                    public void close() {
                        over.countDown();
                    }
                };
            }
        });
        RpcStream<Message> stream = client.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT);
        assertThat(stream.next()).isEqualTo(HELLO);

        assertThat(awaited(waiting)).isTrue();

        Thread.currentThread().interrupt();
        Throwable thrown = catchThrowable(stream::next);

        assertThat(Thread.interrupted()).isTrue();
        assertFailed(thrown, Outcome.MAYBE_EXECUTED, RpcCode.CANCELLED);
        assertThat(((MaybeExecutedException) thrown).items()).isEqualTo(1);
        assertThat(((MaybeExecutedException) thrown).phase()).isEqualTo(Phase.STREAMING);
        assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(stopped).isTrue();
    }

    @Test
    void aHandlerMayAnswerBeforeTheUploadEnds() {
        RpcClient client = connect(new Feed() {
            @Override
            public Message sum(Message how, RpcStream<Message> items) throws Exception {
                return items.next();
            }
        });

        Message first =
                client.clientStream(Feed.SUM, HELLO, Feed.numbers("endless", Long.MAX_VALUE), CallOptions.DEFAULT);

        assertThat(first).isEqualTo(new Message("endless", 0));
    }

    @Test
    void aFailureOfTheUploadGivesTheCallUp() throws Exception {
        CompletableFuture<Throwable> seen = new CompletableFuture<>();
        CountDownLatch begun = new CountDownLatch(1);
        RpcClient client = connect(new Feed() {
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
        });
        IllegalStateException broken = new IllegalStateException("broken");

        Throwable thrown = catchThrowable(() -> client.clientStream(
                Feed.SUM,
                HELLO,
                new RpcStream<Message>() {
                    private int next;

                    @Override
                    public Message next() {
                        if (next == 100) {
                            assertThat(awaited(begun)).isTrue();
                            throw broken;
                        }
                        return new Message("a", next++);
                    }

                    @Override
                    public void close() {}
                },
                CallOptions.DEFAULT));

        assertFailed(thrown, Outcome.MAYBE_EXECUTED, RpcCode.CANCELLED);
        assertThat(thrown).hasCause(broken);
        assertThat(get(seen)).isInstanceOf(CancellationException.class);
    }

    @Test
    void refusesMethodsWithOtherStreams() {
        RpcClient client = connect(new Feed() {});

        assertThat(catchThrowable(() -> client.call(Feed.COUNT, HELLO, CallOptions.DEFAULT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("count");
    }
}
