package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who does not take holds up who makes, and nobody else (group E of the catalogue of hostile inputs). */
@ParameterizedClass
@EnumSource(TransportKind.class)
@Timeout(120)
class SlowConsumerTest extends CallFixture {
    /** A window, what is ahead of it, and what is under way: far below what was asked for. */
    private static final long FEW = 1_000;

    SlowConsumerTest(TransportKind kind) {
        super(kind);
    }

    private RpcClient connect(Feed handler) {
        return connect(serve(Feed.service(handler), builder -> builder));
    }

    /** Counts what is pulled from it: items of a kilobyte, without end. */
    private static RpcStream<Message> endless(AtomicLong pulled) {
        return new RpcStream<>() {
            private final String text = "x".repeat(1_000);
            private boolean closed;

            @Override
            public Message next() {
                return closed ? null : new Message(text, pulled.getAndIncrement());
            }

            @Override
            public void close() {
                closed = true;
            }
        };
    }

    /** Nothing moves any more: the maker is parked. */
    private static void awaitStandstill(AtomicLong count) {
        AtomicLong seen = new AtomicLong(-1);
        await().pollInterval(Duration.ofMillis(100))
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> count.get() > 0 && seen.getAndSet(count.get()) == count.get());
    }

    @Test // E01
    void aClientThatNeverReadsParksTheServersMaker() {
        AtomicLong made = new AtomicLong();
        RpcClient client = connect(new Feed() {
            @Override
            public RpcStream<Message> count(Message how) {
                return endless(made);
            }
        });

        try (RpcStream<Message> stream = client.serverStream(Feed.COUNT, HELLO, CallOptions.DEFAULT)) {
            awaitStandstill(made);
            assertThat(made.get()).isLessThan(FEW);
            assertThat(stream).isNotNull();
        }
    }

    @Test // E02
    void aServerThatNeverReadsParksTheClientsMaker() {
        CountDownLatch end = new CountDownLatch(1);
        AtomicLong made = new AtomicLong();
        RpcClient client = connect(new Feed() {
            @Override
            public RpcStream<Message> mirror(Message how, RpcStream<Message> items) throws Exception {
                StreamTest.awaited(end);
                return RpcStream.of(List.<Message>of());
            }
        });

        try (RpcStream<Message> stream = client.bidirectional(Feed.MIRROR, HELLO, endless(made), CallOptions.DEFAULT)) {
            awaitStandstill(made);
            assertThat(made.get()).isLessThan(FEW);
            assertThat(stream).isNotNull();
        }
        end.countDown();
    }

    @Test // E04
    void aSlowConsumerLosesNothing() throws Exception {
        RpcClient client = connect(new Feed() {});
        int count = 20_000;
        RpcStream<Message> stream = client.serverStream(Feed.COUNT, new Message("abc", count), CallOptions.DEFAULT);

        for (int i = 0; i < count; i++) {
            if (i % 1_000 == 0) {
                LockSupport.parkNanos(1_000_000); // a pause, not a measurement
            }
            assertThat(stream.next()).isEqualTo(new Message("abc", i));
        }

        assertThat(stream.next()).isNull();
    }

    @Test // E07
    void twoSidesThatOnlyWriteEndAtTheirDeadline() {
        RpcClient client = connect(new Feed() {
            @Override
            public RpcStream<Message> mirror(Message how, RpcStream<Message> items) {
                return endless(new AtomicLong());
            }
        });
        CallOptions options = CallOptions.DEFAULT.withDeadline(Duration.ofSeconds(2));
        List<RpcStream<Message>> streams = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            streams.add(client.bidirectional(Feed.MIRROR, HELLO, endless(new AtomicLong()), options));
        }

        for (RpcStream<Message> stream : streams) {
            Throwable thrown = catchThrowable(() -> {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2) / streams.size());
                while (stream.next() != null) {
                    // what had come before the deadline
                }
            });
            assertThat(((RpcException) thrown).code()).isEqualTo(RpcCode.DEADLINE);
        }
        assertThat(client.clientStream(Feed.SUM, HELLO, RpcStream.of(HELLO), CallOptions.DEFAULT))
                .isEqualTo(new Message("42", 1));
    }
}
