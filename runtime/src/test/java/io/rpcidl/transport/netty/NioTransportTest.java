package io.rpcidl.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Listener;
import io.rpcidl.transport.RecordingListener;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.TransportSuite;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NioTransportTest extends TransportSuite {
    @Override
    protected Transport open() {
        return new NettyTransport(RpcClock.system(), 2, SocketKind.NIO);
    }

    @Test
    void namesTheHostThatHasNoAddress() {
        RecordingListener client = new RecordingListener();
        try (NettyTransport transport = NettyTransport.withLoops(1, RpcClock.system())) {
            Endpoint endpoint = new Endpoint("no-such-host.invalid", 7400);
            transport.connect(transport.loop(), endpoint, Duration.ofSeconds(5), client.connecting());

            assertThatThrownBy(client.link::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(UnknownHostException.class)
                    .hasMessageContaining("no-such-host.invalid");
        }
    }

    @Test
    void connectsToWhereTheHostWasFoundWithoutAnotherLookup() throws Exception {
        RecordingListener client = new RecordingListener();
        RecordingListener server = new RecordingListener();
        try (NettyTransport transport = NettyTransport.withLoops(1, RpcClock.system());
                Listener listener = transport.listen(new Endpoint("127.0.0.1", 0), server::opened)) {
            Endpoint found = new Endpoint(
                            "no-such-host.invalid", listener.endpoint().port())
                    .at(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));

            transport.connect(transport.loop(), found, Duration.ofSeconds(5), client.connecting());

            assertThat(client.link.get(10, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void endsAnAttemptWhoseLookupIsUnderWayWhenItCloses() {
        RecordingListener client = new RecordingListener();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        NettyTransport.Surroundings slow = new NettyTransport.Surroundings(
                endpoint -> {
                    asked.countDown();
                    awaitUninterruptibly(answer);
                    return new InetSocketAddress("127.0.0.1", endpoint.port());
                },
                first -> first);
        NettyTransport transport = new NettyTransport(RpcClock.system(), 1, SocketKind.NIO, slow);
        transport.connect(
                transport.loop(), new Endpoint("slow.test", 7400), Duration.ofSeconds(5), client.connecting());
        awaitUninterruptibly(asked);

        transport.close();

        assertThat(client.link).isCompletedExceptionally();
        assertThatThrownBy(client.link::join).hasMessageContaining("the transport was closed");
        answer.countDown();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void refusesToHaveNoLoop() {
        assertThatThrownBy(() -> NettyTransport.withLoops(0, RpcClock.system()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("loop count 0 is not between 1 and 1024");
    }
}
