package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rpcidl.introspection.ServerSnapshot;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A limit so high that reaching it kills the process is no limit: what all of them come to together. */
@ParameterizedClass
@EnumSource(TransportKind.class)
@Timeout(60)
class WorstCaseTest extends CallFixture {
    /** What an open connection takes without a call, at one end. */
    private static final long IDLE_CONNECTION = 8 << 10;

    private static final long MEBI = 1 << 20;

    WorstCaseTest(TransportKind kind) {
        super(kind);
    }

    @ParameterizedTest
    @ValueSource(longs = {256 * MEBI, 1_024 * MEBI, 8_192 * MEBI})
    void ofTheDefaultsFitsIntoHalfOfTheHeap(long heap) {
        RpcLimits limits = RpcLimits.DEFAULTS;
        long ofConnectionsAlone = limits.connections() * (limits.requestBytesInFlight() + limits.streamBytesInFlight());
        long withBudgets = 2 * MemoryBudgets.partOf(heap) + limits.connections() * IDLE_CONNECTION;

        assertThat(ofConnectionsAlone).isGreaterThan(heap); // which is why there are budgets
        assertThat(withBudgets).isLessThanOrEqualTo(heap / 2);
        assertThat(MemoryBudgets.PROCESS.inbound().limit())
                .isEqualTo(Runtime.getRuntime().maxMemory() / 8);
    }

    @Test
    void refusesRequestsBeyondTheMemoryOfTheServer() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Echo holding = new Echo() {
            @Override
            public Message work(Message message) throws InterruptedException {
                release.await();
                return new Message("done", message.number());
            }
        };
        RpcServer server = serve(Echo.service(holding), builder -> builder.memory(MEBI, MEBI));
        RpcClient greedy = connect(server);
        RpcClient modest = connect(server);
        String large = "x".repeat(100_000);
        List<CompletableFuture<Message>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(async(greedy, Echo.WORK, new Message(large, i)));
        }
        await().until(() -> calls.stream().filter(CompletableFuture::isDone).count() >= 10);

        assertThat(echo(modest, HELLO)).isEqualTo(HELLO);
        assertThat(memory(server).inbound()).isBetween(4L * 100_000, MEBI);
        release.countDown();
        int done = 0;
        for (CompletableFuture<Message> call : calls) {
            Throwable failure = call.handle((reply, thrown) -> thrown).get(10, TimeUnit.SECONDS);
            if (failure == null) {
                done++;
            } else {
                assertFailed(failure, Outcome.NOT_EXECUTED, RpcCode.OVERLOADED);
            }
        }
        assertThat(done).isBetween(4, 6);
        await().untilAsserted(() -> assertThat(memory(server).inbound()).isLessThanOrEqualTo(2 * 8_192));
        greedy.close();
        modest.close();
        await().untilAsserted(() -> assertThat(memory(server)).isEqualTo(new ServerSnapshot.Memory(0, MEBI, 0, MEBI)));
    }

    private static ServerSnapshot.Memory memory(RpcServer server) throws Exception {
        return get(server.snapshot().toCompletableFuture()).memory();
    }

    @Test
    void refusesAMemoryThatIsTooSmall() {
        assertThatThrownBy(() -> RpcServer.builder().memory(MEBI, MEBI - 1)).hasMessageContaining("1048575 outbound");
    }
}
