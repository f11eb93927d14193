package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.memory.MemoryTransport;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a call costs in heap that is open and waits, both ends together (rows L04 and V3 of the catalogue). */
@Timeout(120)
class IdleCallMemoryTest {
    private static final int CALLS = 20_000;
    /** At each end. */
    private static final long MOST = 1_500;

    private final Transport transport = MemoryTransport.withThread(RpcClock.system());
    private final AtomicInteger begun = new AtomicInteger();
    private final RpcLimits limits =
            RpcLimits.DEFAULTS.withCallsInFlight(2 * CALLS).withStreamBytesInFlight(CALLS * 65_536L);

    private RpcClient connect(ServiceBinding binding) {
        RpcServer server = RpcServer.builder()
                .plaintext()
                .transport(transport)
                .limits(limits)
                .add(binding)
                .directExecutor()
                .gracePeriod(Duration.ofMillis(1))
                .listen("127.0.0.1", 0)
                .start();
        return RpcClient.builder()
                .plaintext()
                .transport(transport)
                .limits(limits.withWaitingCalls(CALLS))
                .target("127.0.0.1:" + server.port())
                .build();
    }

    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    private long perCall(Runnable open) {
        long before = heap();
        for (int i = 0; i < CALLS; i++) {
            open.run();
        }
        await().atMost(60, TimeUnit.SECONDS).until(() -> begun.get() == CALLS);
        return (heap() - before) / CALLS;
    }

    @Test
    void ofAUnaryCall() {
        RpcClient client = connect(Echo.async(message -> {
            begun.incrementAndGet();
            return new CompletableFuture<>();
        }));
        List<Object> kept = new ArrayList<>(CALLS);

        long perCall = perCall(
                () -> kept.add(client.callAsync(Echo.WORK, CallFixture.HELLO, CallOptions.DEFAULT.withoutDeadline())));

        System.out.println("idle unary call, both ends: " + perCall + " octets");
        assertThat(perCall).isLessThan(2 * MOST);
        assertThat(kept).hasSize(CALLS);
        transport.close();
    }

    @Test
    void ofAStream() {
        RpcClient client = connect(Feed.Async.service(new Feed.Async() {
            @Override
            public Flow.Publisher<Message> count(Message how) {
                begun.incrementAndGet();
                return subscriber -> {};
            }
        }));
        List<Collector> kept = new ArrayList<>(CALLS);

        long perCall = perCall(() -> {
            Collector collector = new Collector(1);
            kept.add(collector);
            client.serverStreamAsync(Feed.COUNT, CallFixture.HELLO, CallOptions.DEFAULT)
                    .subscribe(collector);
        });

        System.out.println("idle stream, both ends: " + perCall + " octets");
        assertThat(perCall).isLessThan(2 * MOST);
        assertThat(kept).hasSize(CALLS);
        transport.close();
    }
}
