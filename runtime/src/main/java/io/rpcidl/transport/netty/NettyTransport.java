package io.rpcidl.transport.netty;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.rpcidl.transport.ClientTls;
import io.rpcidl.transport.ConnectListener;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.LinkAcceptor;
import io.rpcidl.transport.Listener;
import io.rpcidl.transport.Loop;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.ServerTls;
import io.rpcidl.transport.SocketApi;
import io.rpcidl.transport.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
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
import org.jspecify.annotations.Nullable;

/**
 * Carries bytes over TCP and Unix sockets, with TLS or without, by whichever interface of the operating system is asked for.
 *
 * <p>Its threads are daemons and named {@code rpcidl-loop}.
 */
public final class NettyTransport implements Transport {
    private static final long CLOSE_SECONDS = 10;
    static final long HANDSHAKE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final RpcClock clock;
    private final FairReads reads;
    /** The JDK's resolver blocks, for seconds when a name server is silent, so it never runs on a loop. */
    private final ThreadFactory resolvers = new DefaultThreadFactory("rpcidl-resolve", true);

    private final Function<Endpoint, InetSocketAddress> resolver;
    private final Beneath beneath;
    private final SocketKind sockets;
    private final MultiThreadIoEventLoopGroup group;
    private final List<NettyLoop> loops = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    NettyTransport(RpcClock clock, int loopCount, SocketKind sockets) {
        this(clock, loopCount, sockets, Surroundings.REAL);
    }

    /**
     * What tests replace.
     *
     * @param resolver looks up addresses, and may block
     * @param beneath stands between the socket and the first handler of each channel
     */
    record Surroundings(Function<Endpoint, InetSocketAddress> resolver, Beneath beneath) {
        static final Surroundings REAL =
                new Surroundings(endpoint -> new InetSocketAddress(endpoint.host(), endpoint.port()), first -> first);
    }

    /** Makes the handler of a new channel out of the one that it would have. */
    interface Beneath {
        ChannelHandler with(ChannelHandler first);
    }

    NettyTransport(RpcClock clock, int loopCount, SocketKind sockets, Surroundings surroundings) {
        this(clock, loopCount, sockets, surroundings, sockets.ioHandlers());
    }

    private NettyTransport(
            RpcClock clock, int loopCount, SocketKind sockets, Surroundings surroundings, IoHandlerFactory ioHandlers) {
        this.clock = clock;
        this.reads = new FairReads(clock);
        this.resolver = surroundings.resolver();
        this.beneath = surroundings.beneath();
        this.sockets = sockets;
        this.group =
                new MultiThreadIoEventLoopGroup(loopCount, new DefaultThreadFactory("rpcidl-loop", true), ioHandlers);
        for (EventExecutor executor : group) {
            loops.add(new NettyLoop((EventLoop) executor, clock, sockets));
        }
    }

    /**
     * A transport with {@code loopCount} threads.
     *
     * @throws IllegalArgumentException when {@code loopCount} is not between 1 and 1,024
     */
    public static NettyTransport withLoops(int loopCount, RpcClock clock) {
        return withLoops(loopCount, clock, SocketApi.BEST);
    }

    /**
     * A transport with {@code loopCount} threads whose sockets use {@code api}.
     *
     * @throws IllegalArgumentException when {@code loopCount} is not between 1 and 1,024
     * @throws IllegalStateException when {@code api} can't be had here; the message says why
     */
    public static NettyTransport withLoops(int loopCount, RpcClock clock, SocketApi api) {
        return new NettyTransport(clock, checked(loopCount), SocketKind.of(api));
    }

    /**
     * A transport with {@code loopCount} threads that never sleep; {@link io.rpcidl.SocketTransports#spinning} is what
     * applications see of it.
     *
     * @throws IllegalArgumentException when {@code loopCount} is not between 1 and 1,024
     */
    public static NettyTransport spinning(int loopCount, RpcClock clock) {
        SocketKind sockets = SocketKind.of(SocketApi.BEST);
        return new NettyTransport(clock, checked(loopCount), sockets, Surroundings.REAL, sockets.spinningIoHandlers());
    }

    private static int checked(int loopCount) {
        if (loopCount < 1 || loopCount > 1_024) {
            throw new IllegalArgumentException("loop count " + loopCount + " is not between 1 and 1024");
        }
        return loopCount;
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
        connect(loop, new Attempt(endpoint, timeout, listener, null));
    }

    /**
     * An attempt to connect.
     *
     * @param tls its TLS; null for none
     */
    record Attempt(
            Endpoint endpoint,
            Duration timeout,
            ConnectListener listener,
            @Nullable ClientSide tls) {}

    /** The TLS of a client, and the name that the server's certificate has to be for. */
    record ClientSide(TlsSide side, String host) {}

    void connect(Loop loop, Attempt attempt) {
        NettyLoop own = (NettyLoop) loop;
        Endpoint endpoint = attempt.endpoint();
        InetAddress found = endpoint.address();
        if (endpoint.isUnixSocket()) {
            own.executeOrFail(() -> connect(own, sockets.unixAddress(endpoint.path()), attempt), attempt.listener());
        } else if (found != null) {
            InetSocketAddress address = new InetSocketAddress(found, endpoint.port());
            own.executeOrFail(() -> connect(own, address, attempt), attempt.listener());
        } else if (NetUtil.isValidIpV4Address(endpoint.host()) || NetUtil.isValidIpV6Address(endpoint.host())) {
            InetSocketAddress address = new InetSocketAddress(endpoint.host(), endpoint.port());
            own.executeOrFail(() -> connect(own, address, attempt), attempt.listener());
        } else {
            own.executeOrFail(() -> lookUp(own, attempt), attempt.listener());
        }
    }

    /** The lookup can't be stopped; when the transport is closed meanwhile the listener hears of it without the answer. */
    private void lookUp(NettyLoop loop, Attempt attempt) {
        ConnectListener listener = attempt.listener();
        if (!loop.lookupBegins(listener)) {
            listener.failed(NettyLoop.transportClosed());
            return;
        }
        Runnable lookup = () -> {
            InetSocketAddress address = resolver.apply(attempt.endpoint());
            loop.executeIfOpen(() -> {
                if (!loop.lookupEnds(listener)) {
                    return;
                }
                if (address.isUnresolved()) {
                    listener.failed(
                            new UnknownHostException("no address is known for host " + address.getHostString()));
                } else {
                    connect(loop, address, attempt);
                }
            });
        };
        resolvers.newThread(lookup).start();
    }

    private void connect(NettyLoop loop, SocketAddress address, Attempt attempt) {
        ConnectListener listener = attempt.listener();
        long millis = Math.max(1, Math.min(attempt.timeout().toMillis(), Integer.MAX_VALUE));
        Bootstrap bootstrap = new Bootstrap()
                .group(loop.eventLoop())
                .channelFactory(sockets.channels(attempt.endpoint()).connecting())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) millis)
                .option(ChannelOption.ALLOCATOR, Buffers.ALLOCATOR)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, Buffers.WRITE_MARKS)
                .option(ChannelOption.RECVBUF_ALLOCATOR, reads)
                .handler(handlerOf(loop, attempt));
        if (!attempt.endpoint().isUnixSocket()) {
            bootstrap.option(ChannelOption.TCP_NODELAY, true);
        }
        bootstrap.connect(address).addListener(future -> {
            if (!future.isSuccess()) {
                loop.refresh();
                listener.failed(future.cause());
            }
        });
    }

    private ChannelHandler handlerOf(NettyLoop loop, Attempt attempt) {
        ConnectListener listener = attempt.listener();
        LinkHandler links =
                new LinkHandler(loop, listener::connected, () -> listener.failed(NettyLoop.transportClosed()));
        ClientSide tls = attempt.tls();
        if (tls == null) {
            return beneath.with(links);
        }
        long limit = Math.min(attempt.timeout().toNanos(), HANDSHAKE_NANOS);
        return beneath.with(new TlsGuard(loop, new TlsTerms(tls.side(), tls.host(), limit, links, listener::failed)));
    }

    @Override
    public Transport secured(ClientTls tls) {
        return new SecuredTransport(this, tls);
    }

    @Override
    public Transport secured(ServerTls tls) {
        return new SecuredTransport(this, tls);
    }

    @Override
    public Listener listen(Endpoint endpoint, LinkAcceptor acceptor) throws IOException {
        return listen(endpoint, (loop, channel) -> new LinkHandler(loop, acceptor, () -> {}));
    }

    /** Makes the first handler of a channel that a peer has opened. */
    interface Accepting {
        ChannelHandler handler(NettyLoop loop, Channel channel);
    }

    Listener listen(Endpoint endpoint, Accepting accepting) throws IOException {
        SocketAddress address = endpoint.isUnixSocket()
                ? sockets.unixAddress(endpoint.path())
                : new InetSocketAddress(endpoint.host(), endpoint.port());
        UnixSocketFile file = endpoint.isUnixSocket() ? UnixSocketFile.prepare(endpoint) : null;
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(group)
                .channelFactory(sockets.channels(endpoint).listening())
                .option(ChannelOption.ALLOCATOR, Buffers.ALLOCATOR)
                .childOption(ChannelOption.ALLOCATOR, Buffers.ALLOCATOR)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, Buffers.WRITE_MARKS)
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, reads)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        NettyLoop loop = loopOf(channel.eventLoop());
                        channel.pipeline().addLast(beneath.with(accepting.handler(loop, channel)));
                    }
                });
        if (file == null) {
            bootstrap.option(ChannelOption.SO_REUSEADDR, true).childOption(ChannelOption.TCP_NODELAY, true);
        }
        ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException(
                    "can't listen on " + endpoint + ": " + bound.cause().getMessage(), bound.cause());
        }
        if (file != null) {
            file.bound();
            return new NettyListener(bound.channel(), endpoint, file);
        }
        InetSocketAddress local = (InetSocketAddress) bound.channel().localAddress();
        return new NettyListener(bound.channel(), new Endpoint(endpoint.host(), local.getPort()), null);
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

    private record NettyListener(
            Channel channel, Endpoint endpoint, @Nullable UnixSocketFile file) implements Listener {
        @Override
        public void close() {
            ChannelFuture closed = channel.close();
            if (!channel.eventLoop().inEventLoop()) {
                closed.awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
            }
            if (file != null) {
                file.remove();
            }
        }
    }
}
