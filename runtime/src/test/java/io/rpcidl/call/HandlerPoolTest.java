package io.rpcidl.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HandlerPoolTest {
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final ExecutorService pool = new HandlerPool(4, 100_000, this::thread);

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((failed, failure) -> {});
        threads.add(thread);
        return thread;
    }

    @AfterEach
    void close() {
        pool.shutdownNow();
    }

    @Test
    void runsEveryTaskOnceWhoeverSubmits() throws Exception {
        int submitters = 4;
        int each = 20_000;
        AtomicInteger ran = new AtomicInteger();
        CountDownLatch over = new CountDownLatch(submitters * each);
        List<Thread> submitting = new ArrayList<>();
        for (int i = 0; i < submitters; i++) {
            Thread submitter = new Thread(() -> {
                for (int j = 0; j < each; j++) {
                    pool.execute(() -> {
                        ran.incrementAndGet();
                        over.countDown();
                    });
                }
            });
            submitting.add(submitter);
            submitter.start();
        }

        assertThat(over.await(50, TimeUnit.SECONDS)).isTrue();
        for (Thread submitter : submitting) {
            submitter.join();
        }
        assertThat(ran).hasValue(submitters * each);
        assertThat(threads).hasSizeLessThanOrEqualTo(4);
    }

    /** Tasks that wait for each other get a thread each, although one thread was enough to begin with. */
    @Test
    void givesTasksThatBlockAThreadEach() throws Exception {
        for (int round = 0; round < 200; round++) {
            CyclicBarrier together = new CyclicBarrier(5);
            for (int i = 0; i < 4; i++) {
                pool.execute(() -> {
                    try {
                        together.await(30, TimeUnit.SECONDS);
                    } catch (Exception broken) {
                        throw new IllegalStateException(broken);
                    }
                });
            }
            together.await(30, TimeUnit.SECONDS);
        }

        assertThat(threads).hasSize(4);
    }

    @Test
    void goesOnAfterATaskThatFails() throws Exception {
        CountDownLatch ran = new CountDownLatch(1);

        pool.execute(() -> {
            throw new IllegalStateException("of the test");
        });
        pool.execute(ran::countDown);

        assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void doesWhatItHasBeforeItEnds() throws Exception {
        AtomicInteger ran = new AtomicInteger();
        for (int i = 0; i < 1_000; i++) {
            pool.execute(ran::incrementAndGet);
        }

        pool.shutdown();

        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).hasValue(1_000);
        assertThat(pool.isTerminated()).isTrue();
        assertThatThrownBy(() -> pool.execute(() -> {}))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessage("the pool is closed");
    }

    @Test
    void interruptsAndDropsWhenItIsStopped() throws Exception {
        CountDownLatch running = new CountDownLatch(4);
        CountDownLatch interrupted = new CountDownLatch(4);
        for (int i = 0; i < 4; i++) {
            pool.execute(() -> {
                running.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException stop) {
                    interrupted.countDown();
                }
            });
        }
        assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
        pool.execute(() -> {});

        assertThat(pool.shutdownNow()).hasSize(1);
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void endsAtOnceWhenNothingWasAsked() throws Exception {
        pool.shutdown();

        assertThat(pool.awaitTermination(1, TimeUnit.SECONDS)).isTrue();
    }
}
