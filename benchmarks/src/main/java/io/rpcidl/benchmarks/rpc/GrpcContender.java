package io.rpcidl.benchmarks.rpc;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import org.jspecify.annotations.Nullable;

/** grpc-java over Netty and epoll, in plaintext, with protobuf's own messages. */
final class GrpcContender implements Contender {
    private static final int LARGEST_MESSAGE = 8 << 20;

    private final Mode mode;
    /** One loop for all clients of this process. */
    private @Nullable EventLoopGroup clientLoop;

    /** Where handlers run and asynchronous calls complete. */
    enum Mode {
        DIRECT("grpc", "direct executors at both ends"),
        DEFAULT("grpc-default", "its default executors"),
        TLS("grpc-tls", "as grpc, with TLS of the JDK");

        private final String title;
        private final String description;

        Mode(String title, String description) {
            this.title = title;
            this.description = description;
        }
    }

    GrpcContender(Mode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return mode.title;
    }

    @Override
    public String description() {
        return "grpc-java over Netty and epoll, protobuf's own messages, " + mode.description;
    }

    @Override
    public Set<Ability> abilities() {
        return mode == Mode.TLS
                ? EnumSet.of(Ability.ASYNC)
                : EnumSet.of(Ability.ASYNC, Ability.BLOCKING, Ability.STREAMS, Ability.STALLED_STREAMS);
    }

    @Override
    public ServerSide serve() throws Exception {
        EventLoopGroup boss = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
        EventLoopGroup workers = new MultiThreadIoEventLoopGroup(
                Runtime.getRuntime().availableProcessors(), EpollIoHandler.newFactory());
        NettyServerBuilder builder = NettyServerBuilder.forAddress(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .channelType(EpollServerSocketChannel.class)
                .bossEventLoopGroup(boss)
                .workerEventLoopGroup(workers)
                .maxInboundMessageSize(LARGEST_MESSAGE)
                .addService(new GrpcService());
        if (mode == Mode.TLS) {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(Certificates.keyStore(), Certificates.PASSWORD);
            builder.sslContext(GrpcSslContexts.configure(SslContextBuilder.forServer(keys), SslProvider.JDK)
                    .build());
        }
        Server server = (mode == Mode.DEFAULT ? builder : builder.directExecutor())
                .build()
                .start();
        return new ServerSide() {
            @Override
            public int port() {
                return server.getPort();
            }

            @Override
            public void close() {
                server.shutdownNow();
                var unused = boss.shutdownGracefully(0, 1, TimeUnit.SECONDS);
                unused = workers.shutdownGracefully(0, 1, TimeUnit.SECONDS);
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
        NettyChannelBuilder builder = NettyChannelBuilder.forAddress(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .channelType(EpollSocketChannel.class)
                .eventLoopGroup(loop)
                .maxInboundMessageSize(LARGEST_MESSAGE);
        if (mode == Mode.TLS) {
            builder.overrideAuthority(Certificates.HOST)
                    .sslContext(GrpcSslContexts.configure(
                                    SslContextBuilder.forClient().trustManager(Certificates.trusted()), SslProvider.JDK)
                            .build());
        } else {
            builder.usePlaintext();
        }
        ManagedChannel channel = (mode == Mode.DEFAULT ? builder : builder.directExecutor()).build();
        return new GrpcClient(channel);
    }
}
