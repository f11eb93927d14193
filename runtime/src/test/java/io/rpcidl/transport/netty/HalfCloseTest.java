package io.rpcidl.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Link;
import io.rpcidl.transport.Listener;
import io.rpcidl.transport.Loop;
import io.rpcidl.transport.RecordingListener;
import io.rpcidl.transport.RpcClock;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Row C04 of the catalogue: a peer that ends its side and then resets leaves no channel behind, and no loop that turns. */
@Timeout(60)
class HalfCloseTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @ParameterizedTest
    @EnumSource(names = {"NIO", "EPOLL"})
    void leavesNothingBehind(SocketKind sockets) throws Exception {
        assertGone(sockets, link -> {});
    }

    @ParameterizedTest
    @EnumSource(names = {"NIO", "EPOLL"})
    void leavesNothingBehindWhereNobodyReads(SocketKind sockets) throws Exception {
        assertGone(sockets, Link::pauseReading);
    }

    private interface Before {
        void look(Link link);
    }

    private static void assertGone(SocketKind sockets, Before before) throws Exception {
        Assumptions.assumeTrue(sockets.unavailability() == null, "not on this machine");
        RecordingListener server = new RecordingListener();
        try (NettyTransport transport = new NettyTransport(RpcClock.system(), 1, sockets)) {
            Listener listener = transport.listen(new Endpoint("127.0.0.1", 0), server::opened);
            Socket peer = new Socket(
                    InetAddress.getLoopbackAddress(), listener.endpoint().port());
            Link link = server.link.get(30, TimeUnit.SECONDS);
            on(link.loop(), () -> before.look(link));
            peer.getOutputStream().write(1);
            peer.shutdownOutput();
            peer.setSoLinger(true, 0);
            peer.close();
            on(
                    link.loop(),
                    () -> { // what a connection does that has not heard anything for long
                        link.write(new byte[1], 0, 1);
                        link.flush();
                        link.resumeReading();
                    });
            server.closed.get(30, TimeUnit.SECONDS);

            long cpu = cpuOfASecond(link.loop());
            assertThat(cpu).as("nanoseconds of a loop without channels").isLessThan(SECOND / 10);
            assertThat(server.closings).hasValue(1);
        }
    }

    private static void on(Loop loop, Runnable action) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.execute(() -> {
            action.run();
            done.complete(null);
        });
        done.get(30, TimeUnit.SECONDS);
    }

    private static long cpuOfASecond(Loop loop) throws Exception {
        CompletableFuture<Long> used = new CompletableFuture<>();
        loop.execute(() -> {
            long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            loop.schedule(
                    loop.now() + SECOND,
                    () -> used.complete(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun));
        });
        return used.get(30, TimeUnit.SECONDS);
    }
}
