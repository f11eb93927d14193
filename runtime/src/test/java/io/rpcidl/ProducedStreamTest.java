package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Items that are sent rather than pulled, by handlers and by callers. */
@ParameterizedClass
@EnumSource(TransportKind.class)
@Timeout(60)
class ProducedStreamTest extends CallFixture {
    private final AtomicReference<Thread> handler = new AtomicReference<>();
    private final AtomicReference<Thread> producer = new AtomicReference<>();

    ProducedStreamTest(TransportKind kind) {
        super(kind);
    }

    private RpcClient connect(RpcStream.Producer<Message> items) {
        Feed feed = new Feed() {
            @Override
            public RpcStream<Message> count(Message how) {
                handler.set(Thread.currentThread());
                return RpcStream.produced(items);
            }
        };
        return connect(serve(Feed.service(feed), builder -> builder));
    }

    @Test
    void aHandlerSendsOnItsOwnThread() throws Exception {
        RpcClient client = connect(sink -> {
            producer.set(Thread.currentThread());
            for (int i = 0; i < 5_000; i++) {
                sink.send(new Message("x", i));
            }
        });

        List<Message> items = StreamTest.all(client.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT));

        StreamTest.assertNumbered(items, 1, 5_000);
        assertThat(producer.get()).isSameAs(handler.get());
    }

    @Test
    void sendWaitsForTheReader() throws Exception {
        AtomicLong sent = new AtomicLong();
        RpcClient client = connect(sink -> {
            while (true) {
                sink.send(new Message("x".repeat(1_000), sent.get()));
                sent.incrementAndGet();
            }
        });

        try (RpcStream<Message> stream = client.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT)) {
            assertThat(stream.next().number()).isZero();
            await().atMost(10, TimeUnit.SECONDS).until(() -> sent.get() > 50);
            // 64 KiB of credit, doubled at most a few times, and 64 KiB ahead of it.
            assertThat(sent.get()).isLessThan(1_000);
        }
    }

    @Test
    void closingTheStreamStopsTheProducer() throws Exception {
        CompletableFuture<Throwable> stopped = new CompletableFuture<>();
        RpcClient client = connect(sink -> {
            try {
                while (true) {
                    sink.send(HELLO);
                }
            } catch (CancellationException nobody) {
                stopped.complete(nobody);
                throw nobody;
            }
        });
        RpcStream<Message> stream = client.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT);
        stream.next();

        stream.close();

        assertThat(get(stopped)).hasMessageContaining("nobody takes");
    }

    @Test
    void errorsOfAProducerCross() throws Exception {
        RpcClient declaring = connect(sink -> {
            sink.send(HELLO);
            throw new Refused("enough");
        });
        RpcStream<Message> declared = declaring.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT);
        RpcClient failing = connect(sink -> {
            throw new IOException("secret");
        });
        RpcStream<Message> undeclared = failing.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT);

        assertThat(declared.next()).isEqualTo(HELLO);
        assertThatThrownBy(declared::next).isInstanceOf(Refused.class).hasMessageContaining("enough");
        Throwable failure = catchThrowable(undeclared::next);
        assertFailed(failure, Outcome.EXECUTED, RpcCode.INTERNAL);
        assertThat(failure).hasMessageNotContaining("secret");
    }

    @Test
    void aCallerSendsItsUploadOnItsOwnThread() {
        RpcClient client = connect(serve(Feed.service(new Feed() {}), builder -> builder));

        Message sum = client.clientStream(
                Feed.SUM,
                HELLO,
                RpcStream.<Message>produced(sink -> {
                    producer.set(Thread.currentThread());
                    for (int i = 0; i < 1_000; i++) {
                        sink.send(new Message("x".repeat(1_000), i));
                    }
                }),
                CallOptions.DEFAULT);

        assertThat(sum).isEqualTo(new Message("499500", 1_000));
        assertThat(producer.get()).isSameAs(Thread.currentThread());
    }

    @Test
    void anEarlyAnswerEndsTheUpload() {
        Feed first = new Feed() {
            @Override
            public Message sum(Message how, RpcStream<Message> items) throws Exception {
                return items.next();
            }
        };
        RpcClient client = connect(serve(Feed.service(first), builder -> builder));

        Message answer = client.clientStream(
                Feed.SUM,
                HELLO,
                RpcStream.<Message>produced(sink -> {
                    for (long i = 0; true; i++) {
                        sink.send(new Message("endless", i));
                    }
                }),
                CallOptions.DEFAULT);

        assertThat(answer).isEqualTo(new Message("endless", 0));
    }

    @Test
    void bothWaysAtOnce() throws Exception {
        Feed mirror = new Feed() {
            @Override
            public RpcStream<Message> mirror(Message how, RpcStream<Message> items) {
                return RpcStream.produced(sink -> {
                    for (Message item : items) {
                        sink.send(item);
                    }
                });
            }
        };
        RpcClient client = connect(serve(Feed.service(mirror), builder -> builder));

        RpcStream<Message> stream = client.bidirectional(
                Feed.MIRROR,
                HELLO,
                RpcStream.<Message>produced(sink -> {
                    for (int i = 0; i < 2_000; i++) {
                        sink.send(new Message("xx", i));
                    }
                }),
                CallOptions.DEFAULT);

        StreamTest.assertNumbered(StreamTest.all(stream), 2, 2_000);
    }
}
