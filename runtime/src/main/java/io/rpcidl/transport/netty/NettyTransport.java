package io.rpcidl.transport.netty;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.rpcidl.transport.ConnectListener;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.LinkAcceptor;
import io.rpcidl.transport.Listener;
import io.rpcidl.transport.Loop;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Carries bytes over TCP, with epoll where its native library is on the class path and with the JDK's selectors elsewhere.
 *
 * <p>Its threads are daemons and named {@code rpcidl-loop}.
 */
public final class NettyTransport implements Transport {
    private static final long CLOSE_SECONDS = 10;

    private final RpcClock clock;
    /** The JDK's resolver blocks, for seconds when a name server is silent, so it never runs on a loop. */
    private final ThreadFactory resolvers = new DefaultThreadFactory("rpcidl-resolve", true);

    private final Function<Endpoint, InetSocketAddress> resolver;
    private final SocketKind sockets;
    private final MultiThreadIoEventLoopGroup group;
    private final List<NettyLoop> loops = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    NettyTransport(RpcClock clock, int loopCount, SocketKind sockets) {
        this(clock, loopCount, sockets, endpoint -> new InetSocketAddress(endpoint.host(), endpoint.port()));
    }

    /** With another way to look up addresses, which may block. */
    NettyTransport(RpcClock clock, int loopCount, SocketKind sockets, Function<Endpoint, InetSocketAddress> resolver) {
        this.clock = clock;
        this.resolver = resolver;
        this.sockets = sockets;
        this.group = new MultiThreadIoEventLoopGroup(
                loopCount, new DefaultThreadFactory("rpcidl-loop", true), sockets.ioHandlers());
        for (EventExecutor executor : group) {
            loops.add(new NettyLoop((EventLoop) executor, clock));
        }
    }

    /**
     * A transport with {@code loopCount} threads.
     *
     * @throws IllegalArgumentException when {@code loopCount} is not between 1 and 1,024
     */
    public static NettyTransport withLoops(int loopCount, RpcClock clock) {
        if (loopCount < 1 || loopCount > 1_024) {
            throw new IllegalArgumentException("loop count " + loopCount + " is not between 1 and 1024");
        }
        return new NettyTransport(clock, loopCount, SocketKind.best());
    }

    @Override
    public RpcClock clock() {
        return clock;
    }

    @Override
    public Loop loop() {
        return loops.get(Math.floorMod(turn.getAndIncrement(), loops.size()));
    }

    @Override
    public boolean usesInternetHosts() {
        return true;
    }

    @Override
    public void connect(Loop loop, Endpoint endpoint, Duration timeout, ConnectListener listener) {
        NettyLoop own = (NettyLoop) loop;
        InetAddress found = endpoint.address();
        if (found != null) {
            InetSocketAddress address = new InetSocketAddress(found, endpoint.port());
            own.executeOrFail(() -> connect(own, address, timeout, listener), listener);
        } else if (NetUtil.isValidIpV4Address(endpoint.host()) || NetUtil.isValidIpV6Address(endpoint.host())) {
            InetSocketAddress address = new InetSocketAddress(endpoint.host(), endpoint.port());
            own.executeOrFail(() -> connect(own, address, timeout, listener), listener);
        } else {
            own.executeOrFail(() -> lookUp(own, endpoint, timeout, listener), listener);
        }
    }

    /** The lookup can't be stopped; when the transport is closed meanwhile the listener hears of it without the answer. */
    private void lookUp(NettyLoop loop, Endpoint endpoint, Duration timeout, ConnectListener listener) {
        if (!loop.lookupBegins(listener)) {
            listener.failed(NettyLoop.transportClosed());
            return;
        }
        Runnable lookup = () -> {
            InetSocketAddress address = resolver.apply(endpoint);
            loop.executeIfOpen(() -> {
                if (loop.lookupEnds(listener)) {
                    connect(loop, address, timeout, listener);
                }
            });
        };
        resolvers.newThread(lookup).start();
    }

    private void connect(NettyLoop loop, InetSocketAddress address, Duration timeout, ConnectListener listener) {
        if (address.isUnresolved()) {
            listener.failed(new UnknownHostException("no address is known for host " + address.getHostString()));
            return;
        }
        long millis = Math.max(1, Math.min(timeout.toMillis(), Integer.MAX_VALUE));
        ChannelFuture connected = new Bootstrap()
                .group(loop.eventLoop())
                .channelFactory(sockets.channels())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) millis)
                .option(ChannelOption.ALLOCATOR, Buffers.ALLOCATOR)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, Buffers.WRITE_MARKS)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new LinkHandler(loop, listener::connected, () -> listener.failed(NettyLoop.transportClosed())))
                .connect(address);
        connected.addListener(future -> {
            if (!future.isSuccess()) {
                loop.refresh();
                listener.failed(future.cause());
            }
        });
    }

    @Override
    public Listener listen(Endpoint endpoint, LinkAcceptor acceptor) throws IOException {
        ChannelFuture bound = new ServerBootstrap()
                .group(group)
                .channelFactory(sockets.serverChannels())
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.ALLOCATOR, Buffers.ALLOCATOR)
                .childOption(ChannelOption.ALLOCATOR, Buffers.ALLOCATOR)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, Buffers.WRITE_MARKS)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new LinkHandler(loopOf(channel.eventLoop()), acceptor, () -> {}));
                    }
                })
                .bind(endpoint.host(), endpoint.port())
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException(
                    "can't listen on " + endpoint + ": " + bound.cause().getMessage(), bound.cause());
        }
        InetSocketAddress address = (InetSocketAddress) bound.channel().localAddress();
        return new NettyListener(bound.channel(), new Endpoint(endpoint.host(), address.getPort()));
    }

    @Override
    public void close() {
        CompletableFuture<?> ended =
                CompletableFuture.allOf(loops.stream().map(NettyLoop::endLinks).toArray(CompletableFuture<?>[]::new));
        CompletableFuture<?> unused = ended.whenComplete((nothing, failure) -> shutDown());
        if (loops.stream().noneMatch(NettyLoop::inLoop)) {
            group.terminationFuture().awaitUninterruptibly(2 * CLOSE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void shutDown() {
        Future<?> unused = group.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS);
    }

    private NettyLoop loopOf(EventLoop eventLoop) {
        for (NettyLoop loop : loops) {
            if (loop.eventLoop().equals(eventLoop)) {
                return loop;
            }
        }
        throw new IllegalStateException("a channel was registered with a loop of another transport");
    }

    private record NettyListener(Channel channel, Endpoint endpoint) implements Listener {
        @Override
        public void close() {
            ChannelFuture closed = channel.close();
            if (!channel.eventLoop().inEventLoop()) {
                closed.awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
            }
        }
    }
}
