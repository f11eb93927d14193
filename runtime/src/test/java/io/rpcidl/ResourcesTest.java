package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ResourcesTest {
    @Test
    void waitsForTheThreadsOfItsExecutor() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        Resources resources = new Resources(null, null, executor);
        Thread closer = Thread.currentThread();
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean over = new AtomicBoolean();
        AtomicBoolean closed = new AtomicBoolean();
        executor.execute(() -> {
            begun.countDown();
            while (closer.getState() != Thread.State.TIMED_WAITING && !closed.get()) {
                Thread.onSpinWait();
            }
            over.set(!closed.get());
        });
        begun.await();

        resources.release();
        resources.await();
        closed.set(true);

        assertThat(over).isTrue();
        assertThat(executor.isTerminated()).isTrue();
    }
}
