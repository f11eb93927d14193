package io.rpcidl.transport.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.RecordingListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class DrivenLoopTest {
    private final DrivenLoop loop = new DrivenLoop();
    private final List<String> ran = new ArrayList<>();

    @Test
    void runsOnlyWhenDriven() {
        loop.execute(() -> ran.add("task " + loop.inLoop()));
        assertThat(ran).isEmpty();

        assertThat(loop.run()).isTrue();
        assertThat(ran).containsExactly("task true");
        assertThat(loop.run()).isFalse();
        assertThat(loop.inLoop()).isFalse();
    }

    @Test
    void runsEachTimerAtItsOwnTime() {
        loop.schedule(20, () -> ran.add("second at " + loop.now()));
        loop.schedule(10, () -> {
            ran.add("first at " + loop.now());
            loop.schedule(15, () -> ran.add("between at " + loop.now()));
        });
        loop.schedule(31, () -> ran.add("too late"));

        loop.advance(Duration.ofNanos(30));

        assertThat(ran).containsExactly("first at 10", "between at 15", "second at 20");
        assertThat(loop.now()).isEqualTo(30);
        assertThat(loop.clock().nanoTime()).isEqualTo(30);
    }

    @Test
    void joinsTwoEndsOnlyWhenDriven() throws Exception {
        MemoryTransport transport = MemoryTransport.drivenBy(loop);
        RecordingListener client = new RecordingListener();
        RecordingListener server = new RecordingListener();
        transport.listen(new Endpoint("orders", 1), server::opened);
        transport.connect(loop, new Endpoint("orders", 1), Duration.ofSeconds(1), client.connecting());
        assertThat(client.link).isNotDone();

        loop.run();
        client.link.join().write(new byte[7], 0, 7);
        client.link.join().flush();
        assertThat(server.count()).isZero();
        loop.run();

        assertThat(server.count()).isEqualTo(7);
        assertThat(client.taken).hasValue(7);
    }

    @Test
    void refusesTasksOnceItsTransportIsClosed() {
        MemoryTransport.drivenBy(loop).close();

        assertThatThrownBy(() -> loop.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }
}
