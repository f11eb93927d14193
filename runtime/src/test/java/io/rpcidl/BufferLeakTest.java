package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.PoolArenaMetric;
import io.netty.buffer.PooledByteBufAllocator;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Link;
import io.rpcidl.transport.RecordingListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Counts pooled buffers: once its loops are gone, the transport must have given all of them back. */
@Timeout(60)
class BufferLeakTest extends CallFixture {
    BufferLeakTest() {
        super(TransportKind.TCP);
    }

    private static long buffersInUse() {
        return PooledByteBufAllocator.DEFAULT.metric().directArenas().stream()
                .mapToLong(PoolArenaMetric::numActiveAllocations)
                .sum();
    }

    @Test
    void leavesNoBufferBehindAfterWholeCutAndClosedConnections() throws Exception {
        RpcServer server = serve(new Echo() {});
        String large = "x".repeat(500_000);
        for (int round = 0; round < 30; round++) {
            transport.cutClientsAfter(round % 3 == 0 ? round * 40_000 : Integer.MAX_VALUE);
            RpcClient client = connect(server);
            List<CompletableFuture<?>> calls = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                calls.add(async(client, Echo.ECHO, new Message(i % 5 == 0 ? large : "small", i))
                        .handle((reply, failure) -> failure));
            }
            if (round % 2 == 0) {
                CompletableFuture.allOf(calls.toArray(new CompletableFuture<?>[0]))
                        .get(20, TimeUnit.SECONDS);
            }
            client.close();
        }
        assertThat(buffersInUse()).isPositive();

        server.close();
        transport.close();

        await().untilAsserted(() -> assertThat(buffersInUse()).isZero());
    }

    @Test
    void freesWhatWasWrittenAndNeverFlushed() throws Exception {
        RecordingListener side = new RecordingListener();
        RpcServer server = serve(new Echo() {});
        transport.connect(
                transport.loop(), new Endpoint("127.0.0.1", server.port()), Duration.ofSeconds(5), side.connecting());
        Link link = side.link.get(5, TimeUnit.SECONDS);

        link.loop().execute(() -> {
            link.write(new byte[100], 0, 100);
            link.reset();
        });
        side.closed.get(5, TimeUnit.SECONDS);
        server.close();
        transport.close();

        await().untilAsserted(() -> assertThat(buffersInUse()).isZero());
    }
}
