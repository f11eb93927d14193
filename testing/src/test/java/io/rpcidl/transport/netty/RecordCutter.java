package io.rpcidl.transport.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.rpcidl.transport.Link;
import java.io.IOException;
import java.util.function.LongConsumer;

/** Next to the socket: lets so many octets of TLS records through in one direction, and then cuts the connection. */
public final class RecordCutter extends ChannelDuplexHandler {
    private final Way way;
    private final LongConsumer passedOn;
    private long left;
    private long passed;
    private boolean cut;

    /** Which direction is cut, and how. */
    public enum Way {
        TO_SERVER_FIN,
        TO_SERVER_RST,
        TO_CLIENT
    }

    private RecordCutter(Way way, long octets, LongConsumer passedOn) {
        this.way = way;
        this.left = octets;
        this.passedOn = passedOn;
    }

    /**
     * Puts one beneath a link of a socket, on its loop.
     *
     * @param octets how many are let through, from now on
     * @param passed is told how many of the direction were, each time
     */
    public static void under(Link link, Way way, long octets, LongConsumer passed) {
        ((NettyLink) link).channel().pipeline().addFirst(new RecordCutter(way, octets, passed));
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        ByteBuf records = (ByteBuf) message;
        if (way == Way.TO_CLIENT) {
            context.write(records, promise);
            return;
        }
        int length = records.readableBytes();
        if (cut) {
            records.release();
            promise.setFailure(new IOException("cut"));
        } else if (length <= left) {
            count(length);
            context.write(records, promise);
        } else {
            cut = true;
            ByteBuf part = records.readRetainedSlice((int) left);
            records.release();
            count(part.readableBytes());
            context.writeAndFlush(part).addListener(written -> end(context));
            promise.setFailure(new IOException("cut"));
        }
    }

    private void count(int octets) {
        left -= octets;
        passed += octets;
        passedOn.accept(passed);
    }

    private void end(ChannelHandlerContext context) {
        if (way == Way.TO_SERVER_FIN && context.channel() instanceof DuplexChannel duplex) {
            ChannelFuture unused = duplex.shutdownOutput();
        } else {
            context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
            ChannelFuture unused = context.close();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf records = (ByteBuf) message;
        if (way != Way.TO_CLIENT) {
            context.fireChannelRead(records);
            return;
        }
        int length = records.readableBytes();
        if (cut || length > left) {
            ByteBuf part = records.readRetainedSlice(cut ? 0 : (int) left);
            records.release();
            count(part.readableBytes());
            context.fireChannelRead(part);
            if (!cut) {
                cut = true;
                ChannelFuture unused = context.close();
            }
        } else {
            count(length);
            context.fireChannelRead(records);
        }
    }
}
