package io.rpcidl.benchmarks.rpc;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The yardstick: what sockets, buffers and the same records cost by themselves. No limits, no deadlines, no outcomes, no
 * flow control beyond the socket's, no checks.
 */
final class NettyContender implements Contender {
    private static final WriteBufferWaterMark WRITE_MARKS = new WriteBufferWaterMark(64 * 1_024, 256 * 1_024);

    /** One loop for all clients of this process. */
    private @Nullable EventLoopGroup clientLoop;

    @Override
    public String name() {
        return "netty";
    }

    @Override
    public String description() {
        return "the yardstick: bare Netty on epoll, frames with a length and a call's id, one flush for what a read pass"
                + " has led to, the same records by this project's codec, and nothing else";
    }

    @Override
    public Set<Ability> abilities() {
        return EnumSet.of(Ability.ASYNC, Ability.BLOCKING, Ability.STREAMS);
    }

    @Override
    public ServerSide serve() throws Exception {
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
                Runtime.getRuntime().availableProcessors(), EpollIoHandler.newFactory());
        Channel listening = new ServerBootstrap()
                .group(loops)
                .channel(EpollServerSocketChannel.class)
                .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WRITE_MARKS)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new NettyServerHandler());
                    }
                })
                .bind(RpcidlContender.LOOPBACK, 0)
                .sync()
                .channel();
        return new ServerSide() {
            @Override
            public int port() {
                return ((InetSocketAddress) listening.localAddress()).getPort();
            }

            @Override
            public void close() {
                var unused = loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
            }
        };
    }

    @Override
    public ClientSide connect(int port) throws Exception {
        EventLoopGroup loop = clientLoop;
        if (loop == null) {
            loop = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
            clientLoop = loop;
        }
        NettyClientHandler handler = new NettyClientHandler();
        new Bootstrap()
                .group(loop)
                .channel(EpollSocketChannel.class)
                .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, WRITE_MARKS)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(handler)
                .connect(RpcidlContender.LOOPBACK, port)
                .sync();
        return new NettyClient(handler);
    }
}
