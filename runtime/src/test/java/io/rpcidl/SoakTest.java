package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Many calls, streams and connections leave nothing behind (row L06 of the catalogue). In the build a small form of it; the
 * profile {@code soak} does five hundred times as much, which is ten million calls and a hundred thousand streams.
 */
@ParameterizedClass
@EnumSource(TransportKind.class)
class SoakTest extends CallFixture {
    private static final int TIMES = Integer.getInteger("rpcidl.soak", 1);
    private static final int CALLS = 20_000;
    private static final int IN_FLIGHT = 500;
    private static final int STREAMS = 200;
    private static final int CONNECTIONS = 50;
    private static final long SLACK = 1 << 20;

    SoakTest(TransportKind kind) {
        super(kind);
    }

    private static long heap() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 6; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(20); // what cleaners and loops still hold goes with the next collection
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    private static void calls(RpcClient client) throws Exception {
        List<CompletableFuture<Message>> inFlight = new ArrayList<>(IN_FLIGHT);
        for (int i = 0; i < CALLS; i += IN_FLIGHT) {
            for (int k = 0; k < IN_FLIGHT; k++) {
                inFlight.add(async(client, Echo.ECHO, new Message("soak", i + k)));
            }
            for (int k = 0; k < IN_FLIGHT; k++) {
                assertThat(inFlight.get(k).get(60, TimeUnit.SECONDS).number()).isEqualTo(i + k);
            }
            inFlight.clear();
        }
    }

    /** Some end well, some are closed in their middle, some end by a deadline. */
    private static void streams(RpcClient client) throws Exception {
        for (int i = 0; i < STREAMS; i++) {
            StreamTest.all(client.serverStream(Feed.COUNT, new Message("soak", 10), CallOptions.DEFAULT));
            try (RpcStream<Message> closed =
                    client.serverStream(Feed.COUNT, new Message("soak", 100_000), CallOptions.DEFAULT)) {
                assertThat(closed.next()).isNotNull();
            }
            client.clientStream(Feed.SUM, HELLO, Feed.numbers("soak", 10), CallOptions.DEFAULT);
            try (RpcStream<Message> ended = client.bidirectional(
                    Feed.MIRROR,
                    HELLO,
                    Feed.numbers("soak", 10),
                    CallOptions.DEFAULT.withDeadline(Duration.ofMinutes(1)))) {
                assertThat(ended.next()).isNotNull();
            }
        }
    }

    private void connections(RpcServer server) {
        for (int i = 0; i < CONNECTIONS; i++) {
            try (RpcClient client = RpcClient.builder()
                    .plaintext()
                    .transport(transport)
                    .directExecutor()
                    .target("127.0.0.1:" + server.port())
                    .build()) {
                echo(client, HELLO);
            }
        }
    }

    @Test
    void leavesNothingBehind() throws Exception {
        RpcServer server = serve(Echo.service(new Echo() {}), builder -> builder.add(Feed.service(new Feed() {})));
        RpcClient client = connect(server);
        calls(client);
        streams(client);
        connections(server);
        long before = heap();

        for (int i = 0; i < TIMES; i++) {
            calls(client);
            streams(client);
            connections(server);
        }

        assertThat(heap() - before).isLessThan(SLACK);
    }
}
