package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.netty.NettyTransport;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is left of servers and clients once they are closed: nothing (rows G04, G08 and D03 of the catalogue). */
@Timeout(120)
class LeftoversTest extends CallFixture {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    LeftoversTest() {
        super(TransportKind.TCP);
    }

    private static Set<Thread> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("rpcidl-"))
                .collect(Collectors.toSet());
    }

    /** The sockets of this process, where the operating system tells; else none. */
    private static long sockets() throws IOException {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return 0;
        }
        long count = 0;
        try (DirectoryStream<Path> open = Files.newDirectoryStream(DESCRIPTORS)) {
            for (Path descriptor : open) {
                try {
                    count += Files.readSymbolicLink(descriptor).toString().startsWith("socket:") ? 1 : 0;
                } catch (IOException gone) {
                    // closed while we looked
                }
            }
        }
        return count;
    }

    @Test
    void leavesNoThreadSocketOrTimerBehind() throws Exception {
        Set<Thread> threads = ourThreads();
        long sockets = sockets();
        CountingTransport counting = new CountingTransport(NettyTransport.withLoops(2, RpcClock.system()));
        RpcServer server = RpcServer.builder()
                .plaintext()
                .transport(counting)
                .add(Echo.service(new Echo() {}))
                .listen("127.0.0.1", 0)
                .start();
        for (int round = 0; round < 40; round++) {
            try (RpcClient client = RpcClient.builder()
                    .plaintext()
                    .transport(counting)
                    .target("127.0.0.1:" + server.port())
                    .build()) {
                CompletableFuture<Message> unanswered = async(client, Echo.ECHO, HELLO);
                if (round % 2 == 0) {
                    unanswered.get(10, TimeUnit.SECONDS);
                }
            }
        }
        await().atMost(40, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(counting.links()).isZero());
        await().atMost(40, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(counting.timers()).isZero());

        server.close();
        counting.close();

        assertThat(counting.timers()).isZero();
        await().atMost(40, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(threads).containsAll(ourThreads()));
        await().atMost(40, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(sockets()).isLessThanOrEqualTo(sockets));
    }

    @Test
    void keepsNoProcessAlive() throws Exception {
        RpcServer server = RpcServer.builder()
                .plaintext()
                .add(Echo.service(new Echo() {}))
                .listen("127.0.0.1", 0)
                .start();
        RpcClient client = RpcClient.builder()
                .plaintext()
                .target("127.0.0.1:" + server.port())
                .build();
        closeLater(client);
        closeLater(server);
        get(async(client, Echo.ECHO, HELLO));

        assertThat(ourThreads()).isNotEmpty().allMatch(Thread::isDaemon);
    }
}
