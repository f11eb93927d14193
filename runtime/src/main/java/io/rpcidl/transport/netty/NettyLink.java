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
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One TCP connection. */
final class NettyLink implements Link {
    /** How long the peer may take to read the last bytes and to end its side, once this side has been closed. */
    private static final long LINGER_MILLIS = 2_000;

    private final Channel channel;
    private final NettyLoop loop;
    private final LinkHandler handler;
    private final Progress progress = new Progress();
    private @Nullable ByteBuf written;
    private boolean ended;

    NettyLink(Channel channel, NettyLoop loop, LinkHandler handler) {
        this.channel = channel;
        this.loop = loop;
        this.handler = handler;
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (ended) {
            return;
        }
        ByteBuf buffer = written;
        if (buffer == null) {
            buffer = Buffers.ALLOCATOR.directBuffer(Math.max(length, Buffers.FLUSH_BUFFER));
            written = buffer;
        }
        buffer.writeBytes(bytes, offset, length);
    }

    @Override
    public void flush() {
        ByteBuf buffer = written;
        if (buffer != null) {
            written = null;
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
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> {
            if (sent.isSuccess() && channel instanceof DuplexChannel duplex) {
                ChannelFuture unused = duplex.shutdownOutput();
            } else {
                close(channel);
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
        return String.valueOf(channel.remoteAddress());
    }

    @Override
    public String origin() {
        return Origins.of(channel.remoteAddress());
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

    /** Closes without waiting; the handler hears when it has happened. */
    static void close(Channel channel) {
        ChannelFuture unused = channel.close();
    }

    private void abort() {
        if (channel.isOpen()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            close(channel);
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
