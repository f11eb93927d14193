package io.rpcidl.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class FairHandlersTest {
    private final List<Runnable> started = new ArrayList<>();
    private final FairHandlers handlers = new FairHandlers(started::add, 2, 6);
    private final List<Integer> ran = new ArrayList<>();

    private void execute(int number) {
        handlers.execute(() -> ran.add(number));
    }

    @Test
    void runsNoMoreAtOnceThanItMay() {
        for (int i = 0; i < 5; i++) {
            execute(i);
        }
        assertThat(started).hasSize(2);
        assertThat(handlers.waiting()).isEqualTo(3);

        started.get(1).run();

        assertThat(ran).containsExactly(1, 2, 3, 4);
        assertThat(handlers.waiting()).isZero();
        started.get(0).run();
        assertThat(ran).containsExactly(1, 2, 3, 4, 0);
        execute(5);
        assertThat(started).hasSize(3);
    }

    @Test
    void leavesHalfOfThePlacesToOthers() {
        for (int i = 0; i < 5; i++) {
            execute(i);
        }
        assertThatThrownBy(() -> execute(5))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("3 calls of this connection wait for a thread");
        assertThat(handlers.waiting()).isEqualTo(3);
    }

    @Test
    void goesOnBehindATaskThatFails() {
        handlers.execute(() -> {
            throw new IllegalStateException("a task's own fault");
        });
        execute(1);
        execute(2);

        Logger log = Logger.getLogger(FairHandlers.class.getName());
        log.setLevel(Level.OFF);
        started.get(0).run();
        log.setLevel(null);

        assertThat(ran).containsExactly(2);
        started.get(1).run();
        assertThat(ran).containsExactly(2, 1);
    }

    @Test
    void givesThePlaceBackWhenThereIsNoThread() {
        FairHandlers closed = new FairHandlers(
                task -> {
                    throw new RejectedExecutionException("closed");
                },
                1,
                6);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> closed.execute(() -> {})).hasMessage("closed");
        }
        assertThat(closed.waiting()).isZero();
    }
}
