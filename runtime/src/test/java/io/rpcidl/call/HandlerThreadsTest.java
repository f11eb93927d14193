package io.rpcidl.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HandlerThreadsTest {
    @Test
    void boundsThreadsAndQueueOfThePool() throws Exception {
        ExecutorService pool = HandlerThreads.pool(2, 3);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch ran = new CountDownLatch(5);
        Runnable waiting = () -> {
            try {
                release.await();
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
            ran.countDown();
        };
        for (int i = 0; i < 5; i++) {
            pool.execute(waiting);
        }

        assertThatThrownBy(() -> pool.execute(waiting)).isInstanceOf(RejectedExecutionException.class);
        release.countDown();
        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
        pool.shutdown();
    }

    @Test
    void givesDaemonsThatTakeWhatTheyAreGiven() throws Exception {
        ExecutorService threads = HandlerThreads.open(1, 1);
        CountDownLatch daemon = new CountDownLatch(1);

        threads.execute(() -> {
            if (Thread.currentThread().isDaemon()) {
                daemon.countDown();
            }
        });

        assertThat(daemon.await(10, TimeUnit.SECONDS)).isTrue();
        threads.shutdown();
    }

    @Test
    void usesVirtualThreadsWhereTheJdkHasThem() {
        ExecutorService threads = HandlerThreads.open(1, 1);

        String kind = threads.getClass().getSimpleName();

        boolean virtual = Runtime.version().feature() >= 21;
        assertThat(kind).isEqualTo(virtual ? "ThreadPerTaskExecutor" : "HandlerPool");
        assertThat(HandlerThreads.bounded(threads)).isEqualTo(!virtual);
        threads.shutdown();
    }
}
