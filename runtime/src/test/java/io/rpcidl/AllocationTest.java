package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.netty.NettyTransport;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What a small asynchronous call allocates at each end, with everything on the loops. Time depends on the machine, but this
 * does not, so it is what guards the path of a call against growing.
 *
 * <p>Counted is all that the loops allocate: the value that each end decodes (88 octets), what the caller adds to its future
 * (80), and all of ours. Until the path is compiled it allocates more, so the least of some rounds is what counts.
 */
@Timeout(120)
class AllocationTest {
    /** 480 to 551 octets, as the compiler inlines, and 344 were measured on JDK 17; the budget is 5 % more. */
    private static final long CLIENT_BUDGET = 580;

    private static final long SERVER_BUDGET = 361;

    private static final int IN_FLIGHT = 512;
    private static final int CALLS = 40_000;
    private static final int MOST_ROUNDS = 25;
    private static final Message SMALL = new Message("twenty ASCII letters", 42);

    @Test
    void staysWithinTheBudget() throws Exception {
        long client = Long.MAX_VALUE;
        long server = Long.MAX_VALUE;
        try (Transport serverLoop = NettyTransport.withLoops(1, RpcClock.system());
                Transport clientLoop = NettyTransport.withLoops(1, RpcClock.system());
                RpcServer started = RpcServer.builder()
                        .plaintext()
                        .transport(serverLoop)
                        .directExecutor()
                        .add(Echo.service(new Echo() {}))
                        .listen("127.0.0.1", 0)
                        .start();
                RpcClient calling = RpcClient.builder()
                        .plaintext()
                        .transport(clientLoop)
                        .directExecutor()
                        .target("127.0.0.1:" + started.port())
                        .build()) {
            long serverThread = thread(serverLoop);
            long clientThread = thread(clientLoop);
            for (int i = 0; i < MOST_ROUNDS && (client > CLIENT_BUDGET || server > SERVER_BUDGET); i++) {
                long clientBefore = allocated(clientThread);
                long serverBefore = allocated(serverThread);
                new Round(calling).run();
                client = Math.min(client, (allocated(clientThread) - clientBefore) / CALLS);
                server = Math.min(server, (allocated(serverThread) - serverBefore) / CALLS);
            }
        }
        assertThat(client)
                .as("octets that a small call allocates at the client")
                .isLessThanOrEqualTo(CLIENT_BUDGET);
        assertThat(server)
                .as("octets that a small call allocates at the server")
                .isLessThanOrEqualTo(SERVER_BUDGET);
    }

    /** The thread of the only loop. */
    private static long thread(Transport transport) throws Exception {
        CompletableFuture<Long> id = new CompletableFuture<>();
        transport.loop().execute(() -> id.complete(Thread.currentThread().getId()));
        return id.get(10, TimeUnit.SECONDS);
    }

    private static long allocated(long thread) {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getThreadAllocatedBytes(thread);
    }

    /** So many calls, as many of them in flight as the round allows. */
    private static final class Round {
        private final RpcClient client;
        private final AtomicInteger left = new AtomicInteger(CALLS);
        private final CountDownLatch ended = new CountDownLatch(IN_FLIGHT);
        private final AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();

        Round(RpcClient client) {
            this.client = client;
        }

        void run() throws InterruptedException {
            for (int i = 0; i < IN_FLIGHT; i++) {
                next();
            }
            assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(failed.get()).isNull();
        }

        private void next() {
            if (left.getAndDecrement() <= 0 || failed.get() != null) {
                ended.countDown();
                return;
            }
            client.callAsync(Echo.ECHO, SMALL, CallOptions.DEFAULT).whenComplete(this::completed);
        }

        private void completed(Message reply, @Nullable Throwable failure) {
            if (failure != null) {
                failed.set(failure);
            }
            next();
        }
    }
}
