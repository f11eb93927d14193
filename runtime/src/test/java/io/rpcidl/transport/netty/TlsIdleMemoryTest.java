package io.rpcidl.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.handler.ssl.OpenSsl;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Link;
import io.rpcidl.transport.LinkListener;
import io.rpcidl.transport.Listener;
import io.rpcidl.transport.RecordingListener;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.TlsEngine;
import io.rpcidl.transport.TlsPair;
import io.rpcidl.transport.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an idle link with TLS costs in heap and direct memory, of both ends together, without what is above the transport. */
@Timeout(300)
class TlsIdleMemoryTest {
    private static final int LINKS = Integer.getInteger("rpcidl.tls.links", 200);
    private static final int WARM_UP = 50;

    /** Both ends; BoringSSL has more outside of the heap, where only the operating system sees it. */
    private static final int MOST = 64 * 1_024;

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory()
                - runtime.freeMemory()
                + PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory();
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void ofALinkThatSaysNothing(TlsEngine engine) throws Exception {
        Assumptions.assumeTrue(engine == TlsEngine.JDK || OpenSsl.isAvailable(), "no BoringSSL for this machine");
        try (Transport transport = TlsPair.over(new NettyTransport(RpcClock.system(), 2, SocketKind.NIO), engine)) {
            AtomicInteger accepted = new AtomicInteger();
            Listener listener = transport.listen(new Endpoint("127.0.0.1", 0), link -> {
                accepted.incrementAndGet();
                return new Silent();
            });
            List<Link> kept = new ArrayList<>();
            open(transport, listener, kept, WARM_UP);
            await().atMost(Duration.ofSeconds(60)).until(() -> accepted.get() == WARM_UP);
            long before = used();
            open(transport, listener, kept, LINKS);
            await().atMost(Duration.ofSeconds(60)).until(() -> accepted.get() == WARM_UP + LINKS);
            long each = (used() - before) / LINKS;

            System.out.println("idle link with TLS by " + engine + ", both ends, heap and direct: " + each + " octets");
            assertThat(each).isLessThan(MOST);
            assertThat(kept).hasSize(WARM_UP + LINKS);
        }
    }

    private static void open(Transport transport, Listener listener, List<Link> kept, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            RecordingListener client = new RecordingListener();
            transport.connect(transport.loop(), listener.endpoint(), Duration.ofSeconds(60), client.connecting());
            kept.add(client.link.get(60, TimeUnit.SECONDS));
        }
    }

    private static final class Silent implements LinkListener {
        @Override
        public void received(byte[] bytes, int offset, int length) {}

        @Override
        public void readCompleted() {}

        @Override
        public void taken(long total) {}

        @Override
        public void writabilityChanged() {}

        @Override
        public void closed(@Nullable Throwable cause) {}
    }
}
