package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.value.DeclaredErrorException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams of this process: read by loops and pipelines, and made from all there is. */
@Timeout(60)
class RpcStreamTest {
    private final AtomicInteger closed = new AtomicInteger();

    /** One, two, and then the failure, or the end. */
    private RpcStream<Integer> two(Exception failure) {
        return RpcStream.of(Stream.iterate(1, i -> i + 1)
                .limit(failure == null ? 2 : 3)
                .peek(i -> {
                    if (i == 3) {
                        throw failure instanceof DeclaredErrorException declared
                                ? new UncheckedDeclaredErrorException(declared)
                                : (RuntimeException) failure;
                    }
                })
                .onClose(closed::incrementAndGet));
    }

    @Test
    void loopsOverWhatIsLeft() throws Exception {
        RpcStream<Integer> stream = RpcStream.of(1, 2, 3, 4);
        List<Integer> seen = new ArrayList<>();

        seen.add(stream.next());
        for (int item : stream) {
            seen.add(item);
        }

        assertThat(seen).containsExactly(1, 2, 3, 4);
        assertThat(stream.iterator().hasNext()).isFalse();
        assertThatThrownBy(stream.iterator()::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void closesWithItsPipeline() {
        RpcStream<Integer> stream = two(null);
        try (Stream<Integer> pipeline = stream.stream()) {
            assertThat(pipeline.parallel().map(i -> i * 2).toList()).containsExactly(2, 4);
            assertThat(closed).hasValue(0);
        }
        stream.close();

        assertThat(closed).hasValue(1);
    }

    @Test
    void pipelinesPullNoMoreThanTheyNeed() throws Exception {
        AtomicInteger made = new AtomicInteger();
        RpcStream<Integer> stream = RpcStream.of(Stream.generate(made::incrementAndGet));

        assertThat(stream.stream().parallel().filter(i -> i == 3).findFirst()).hasValue(3);

        assertThat(made).hasValue(3);
        assertThat(stream.next()).isEqualTo(4);
    }

    @Test
    void wrapsADeclaredErrorInLoopsAndPipelinesOnly() throws Exception {
        Refused refused = new Refused("enough");
        RpcStream<Integer> pulled = two(refused);
        pulled.next();
        pulled.next();
        Iterator<Integer> loop = two(refused).iterator();
        loop.next();
        loop.next();

        assertThatThrownBy(pulled::next).isSameAs(refused);
        assertThat(pulled.next()).isNull();
        assertThatExceptionOfType(UncheckedDeclaredErrorException.class)
                .isThrownBy(loop::hasNext)
                .satisfies(wrapped -> assertThat(wrapped.getCause()).isSameAs(refused))
                .withMessage(refused.getMessage());
        assertThatExceptionOfType(UncheckedDeclaredErrorException.class)
                .isThrownBy(() -> two(refused).stream().toList())
                .satisfies(wrapped -> assertThat(wrapped.getCause()).isSameAs(refused));
        IllegalStateException broken = new IllegalStateException("broken");
        assertThatThrownBy(() -> two(broken).stream().toList()).isSameAs(broken);
    }

    @Test
    void refusesItemsThatAreNull() {
        assertThatThrownBy(() -> RpcStream.of(1, null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(RpcStream.of(Arrays.asList((Integer) null))::next)
                .isInstanceOf(NullPointerException.class)
                .hasMessage("an item of a stream is null");
        assertThatThrownBy(RpcStream.<Integer>produced(sink -> sink.send(null))::next)
                .isInstanceOf(NullPointerException.class)
                .hasMessage("an item of a stream is null");
    }

    @Test
    void handsProducedItemsOver() throws Exception {
        AtomicInteger most = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        AtomicReference<Thread> maker = new AtomicReference<>();
        RpcStream<Integer> stream = RpcStream.produced(sink -> {
            maker.set(Thread.currentThread());
            for (int i = 1; i <= 1_000; i++) {
                most.accumulateAndGet(i - taken.get(), Math::max);
                sink.send(i);
            }
        });

        for (int i = 1; i <= 1_000; i++) {
            assertThat(stream.next()).isEqualTo(i);
            taken.set(i);
        }
        assertThat(stream.next()).isNull();
        assertThat(stream.next()).isNull();

        assertThat(maker.get()).isNotSameAs(Thread.currentThread());
        assertThat(maker.get().isDaemon()).isTrue();
        // Two, and one that was taken but not counted yet.
        assertThat(most.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void throwsWhatAProducerThrows() throws Exception {
        Refused refused = new Refused("enough");
        RpcStream<Integer> declared = RpcStream.produced(sink -> {
            sink.send(1);
            throw refused;
        });
        InterruptedException checked = new InterruptedException("odd");
        AssertionError error = new AssertionError("broken");

        assertThat(declared.next()).isEqualTo(1);
        assertThatThrownBy(declared::next).isSameAs(refused);
        assertThat(declared.next()).isNull();
        assertThatThrownBy(failing(checked)::next)
                .isInstanceOf(IllegalStateException.class)
                .hasCause(checked);
        assertThatThrownBy(failing(error)::next).isSameAs(error);
    }

    private static RpcStream<Integer> failing(Throwable failure) {
        return RpcStream.produced(sink -> {
            if (failure instanceof Exception exception) {
                throw exception;
            }
            throw (Error) failure;
        });
    }

    @Test
    void closingStopsAProducerThatSends() throws Exception {
        CompletableFuture<Throwable> stopped = new CompletableFuture<>();
        RpcStream<Integer> stream = RpcStream.produced(sink -> {
            try {
                while (true) {
                    sink.send(1);
                }
            } catch (CancellationException cancelled) {
                stopped.complete(cancelled);
                throw cancelled;
            }
        });
        stream.next();

        stream.close();
        stream.close();

        assertThat(stopped.get(10, TimeUnit.SECONDS)).hasMessageContaining("nobody takes");
        assertThat(stream.next()).isNull();
    }

    @Test
    void closingInterruptsAProducerThatWaits() throws Exception {
        CompletableFuture<Throwable> stopped = new CompletableFuture<>();
        RpcStream<Integer> stream = RpcStream.produced(sink -> {
            sink.send(1);
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException interrupt) {
                stopped.complete(interrupt);
            }
        });
        stream.next();

        stream.close();

        assertThat(stopped.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void aClosedStreamRunsNoProducer() throws Exception {
        RpcStream<Integer> stream = RpcStream.produced(sink -> closed.incrementAndGet());

        stream.close();

        assertThat(stream.next()).isNull();
        assertThat(closed).hasValue(0);
    }

    @Test
    void anInterruptEndsTheWaitForAProducer() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        RpcStream<Integer> stream = RpcStream.produced(sink -> never.await());
        Thread.currentThread().interrupt();

        assertThatThrownBy(stream::next).isInstanceOf(CancellationException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(stream.next()).isNull();
    }

    @Test
    void aSinkBelongsToItsProducersThread() throws Exception {
        CompletableFuture<RpcStream.Sink<Integer>> given = new CompletableFuture<>();
        RpcStream<Integer> stream = RpcStream.produced(sink -> {
            sink.send(1);
            given.complete(sink);
        });
        stream.next();

        assertThatThrownBy(() -> given.get(10, TimeUnit.SECONDS).send(2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("thread of their producer");
        assertThat(stream.next()).isNull();
    }
}
