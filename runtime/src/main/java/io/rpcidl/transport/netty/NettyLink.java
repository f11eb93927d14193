package io.rpcidl.transport.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelProgressiveFuture;
import io.netty.channel.ChannelProgressiveFutureListener;
import io.netty.channel.socket.DuplexChannel;
import io.rpcidl.transport.Link;
import io.rpcidl.transport.Loop;
import io.rpcidl.transport.PeerIdentity;
import io.rpcidl.transport.ProcessIdentity;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One connection, with TLS or without. */
final class NettyLink implements Link {
    /** How long the peer may take to read the last bytes and to end its side, once this side has been closed. */
    private static final long LINGER_MILLIS = 2_000;

    private final Channel channel;
    private final NettyLoop loop;
    private final LinkHandler handler;
    private final Progress progress = new Progress();
    private final Peer peer;
    private @Nullable ByteBuf written;
    private long flushed;
    private boolean ended;

    /**
     * Who is at the other end.
     *
     * @param address for messages
     * @param identity who it is, if the connection tells
     * @param guard what stands between TLS and the socket; null without TLS
     */
    record Peer(
            String address,
            @Nullable PeerIdentity identity,
            @Nullable TlsGuard guard) {}

    NettyLink(Channel channel, NettyLoop loop, LinkHandler handler, Peer peer) {
        this.channel = channel;
        this.loop = loop;
        this.handler = handler;
        this.peer = peer;
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public void expect(int length) {
        if (!ended) {
            ByteBuf unused = room(length).ensureWritable(length);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (!ended) {
            room(length).writeBytes(bytes, offset, length);
        }
    }

    private ByteBuf room(int length) {
        ByteBuf buffer = written;
        if (buffer == null) {
            buffer = Buffers.ALLOCATOR.directBuffer(Math.max(length, Buffers.FLUSH_BUFFER));
            written = buffer;
        }
        return buffer;
    }

    @Override
    public void flush() {
        ByteBuf buffer = written;
        if (buffer != null) {
            written = null;
            flushed += buffer.readableBytes();
            ChannelFuture unused = channel.writeAndFlush(
                    buffer, channel.newProgressivePromise().addListener(progress));
        }
    }

    @Override
    public boolean writable() {
        return channel.isWritable();
    }

    @Override
    public void pauseReading() {
        channel.config().setAutoRead(false);
    }

    @Override
    public void resumeReading() {
        channel.config().setAutoRead(true);
    }

    /**
     * Sends a FIN behind the flushed bytes and then waits, reading and dropping, until the peer ends its side too: closing
     * a socket with unread bytes resets the connection, and the peer might lose what was sent last.
     */
    @Override
    public void close() {
        if (ended) {
            return;
        }
        flush();
        ended = true;
        channel.config().setAutoRead(true);
        TlsGuard guard = peer.guard();
        ChannelFuture last = guard == null ? channel.writeAndFlush(Unpooled.EMPTY_BUFFER) : guard.endOutput();
        last.addListener(sent -> {
            if (sent.isSuccess() && channel instanceof DuplexChannel duplex) {
                ChannelFuture unused = duplex.shutdownOutput();
            } else {
                closeNow();
            }
        });
        var linger = loop.eventLoop().schedule(this::abort, LINGER_MILLIS, TimeUnit.MILLISECONDS);
        channel.closeFuture().addListener(closed -> linger.cancel(false));
    }

    @Override
    public void reset() {
        ended = true;
        abort();
    }

    @Override
    public String peer() {
        return peer.address();
    }

    @Override
    public @Nullable PeerIdentity identity() {
        return peer.identity();
    }

    /**
     * The connection has ended, because of {@code fault} if one is known: counts what only now is known to be taken.
     *
     * @param writes whether the socket may have taken more than it has said
     * @return the fault, in better words where there are some
     */
    @Nullable
    Throwable settle(@Nullable Throwable fault, SocketKind.Writes writes) {
        boolean allMayBeTaken = writes == SocketKind.Writes.IN_FLIGHT;
        TlsGuard guard = peer.guard();
        if (guard != null) {
            return guard.ended(fault, allMayBeTaken);
        }
        if (allMayBeTaken && flushed > 0) {
            handler.taken(flushed);
        }
        return fault;
    }

    @Override
    public String origin() {
        return peer.identity() instanceof ProcessIdentity process
                ? process.getName() // the sockets of clients have no address
                : Origins.of(channel.remoteAddress());
    }

    Channel channel() {
        return channel;
    }

    boolean ended() {
        return ended;
    }

    /** The channel is gone: frees what was never flushed. */
    void released() {
        ended = true;
        ByteBuf buffer = written;
        written = null;
        if (buffer != null) {
            buffer.release();
        }
    }

    /** Closes without waiting or a farewell; the handler hears when it has happened. */
    void closeNow() {
        TlsGuard guard = peer.guard();
        if (guard != null) {
            guard.closeNow();
        } else {
            close(channel);
        }
    }

    private static void close(Channel channel) {
        ChannelFuture unused = channel.close();
    }

    private void abort() {
        if (channel.isOpen()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            closeNow();
        }
    }

    /**
     * Counts what the socket takes, to the byte: Netty reports each partial write of a buffer to a progressive promise.
     * Buffers are taken in order, so the count of one buffer starts where the one before ended.
     */
    private final class Progress implements ChannelProgressiveFutureListener {
        private long takenBefore;
        private long takenOfCurrent;

        @Override
        public void operationProgressed(ChannelProgressiveFuture future, long done, long total) {
            takenOfCurrent = done;
            handler.taken(takenBefore + done);
        }

        @Override
        public void operationComplete(ChannelProgressiveFuture future) {
            if (future.isSuccess()) {
                takenBefore += takenOfCurrent;
                takenOfCurrent = 0;
            } else {
                handler.writeFailed(future.cause());
            }
        }
    }
}
