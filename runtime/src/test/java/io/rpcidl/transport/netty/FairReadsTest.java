package io.rpcidl.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Link;
import io.rpcidl.transport.Listener;
import io.rpcidl.transport.RecordingListener;
import io.rpcidl.transport.RpcClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A link with much to read leaves the others of its loop their turn (row B18 of the catalogue). */
@Timeout(60)
class FairReadsTest {
    private static final int TURN = 65_536;
    /** Octets that a link wants to be read at once, if the sockets take as many without a reader. */
    private static final int MUCH = 1 << 20;

    private final Queue<RecordingListener> links = new ConcurrentLinkedQueue<>();
    /** What the link with much had got when the other one was read first. */
    private volatile int before = -1;

    private RecordingListener accept(Link link) {
        RecordingListener listener = new RecordingListener() {
            @Override
            public void received(byte[] bytes, int offset, int length) {
                super.received(bytes, offset, length);
                RecordingListener first = links.peek();
                if (before < 0 && this != first && first != null) {
                    before = first.count();
                }
            }
        };
        links.add(listener);
        listener.opened(link);
        return listener;
    }

    @ParameterizedTest
    @EnumSource(
            value = SocketKind.class,
            names = {"EPOLL", "NIO"})
    void aTurnIsOneBuffer(SocketKind sockets) throws IOException {
        CountDownLatch released = new CountDownLatch(1);
        try (NettyTransport transport = new NettyTransport(RpcClock.system(), 1, sockets);
                Listener listener = transport.listen(new Endpoint("127.0.0.1", 0), this::accept);
                SocketChannel much = SocketChannel.open(
                        new InetSocketAddress("127.0.0.1", listener.endpoint().port()))) {
            await().until(() -> links.size() == 1);
            try (SocketChannel little = SocketChannel.open(
                    new InetSocketAddress("127.0.0.1", listener.endpoint().port()))) {
                await().until(() -> links.size() == 2);
                transport.loop().execute(() -> awaitRelease(released));
                much.configureBlocking(false);
                int sent = much.write(ByteBuffer.allocate(MUCH));
                assertThat(sent).isGreaterThan(2 * TURN);
                assertThat(little.write(ByteBuffer.allocate(1))).isEqualTo(1);
                released.countDown();

                await().until(() -> before >= 0);
                assertThat(before).isLessThanOrEqualTo(2 * TURN);
                await().until(() -> links.peek().count() == sent);
            }
        } finally {
            released.countDown();
        }
    }

    /** Row B18: what takes long to handle, like many small calls, is read in smaller pieces. */
    @Test
    void aTurnThatTookLongIsFollowedByAShorterOne() {
        AtomicLong now = new AtomicLong();
        RecvByteBufAllocator.ExtendedHandle reads =
                (RecvByteBufAllocator.ExtendedHandle) new FairReads(now::get).newHandle();
        for (int i = 0; i < 20; i++) {
            turn(reads, now, 0);
        }
        assertThat(reads.guess()).isEqualTo(FairReads.MOST);

        turn(reads, now, FairReads.LONGEST_TURN);
        assertThat(reads.guess()).as("a turn that is long enough").isEqualTo(FairReads.MOST);
        turn(reads, now, FairReads.LONGEST_TURN + 1);
        assertThat(reads.guess()).isEqualTo(FairReads.MOST / 2);
        for (int i = 0; i < 20; i++) {
            turn(reads, now, FairReads.LONGEST_TURN + 1);
        }
        assertThat(reads.guess()).isEqualTo(FairReads.LEAST);
        turn(reads, now, 1);
        assertThat(reads.guess()).isEqualTo(2 * FairReads.LEAST);
        for (int i = 0; i < 20; i++) {
            turn(reads, now, 1);
        }
        assertThat(reads.guess()).isEqualTo(FairReads.MOST);
    }

    /** Reads as much as there is room for, as a channel does, and takes so long to handle it. */
    private static void turn(RecvByteBufAllocator.ExtendedHandle reads, AtomicLong now, long nanos) {
        ByteBuf buffer = reads.allocate(UnpooledByteBufAllocator.DEFAULT);
        reads.attemptedBytesRead(buffer.writableBytes());
        reads.lastBytesRead(buffer.writableBytes());
        buffer.release();
        now.addAndGet(nanos);
        reads.readComplete();
    }

    private static void awaitRelease(CountDownLatch released) {
        try {
            released.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
