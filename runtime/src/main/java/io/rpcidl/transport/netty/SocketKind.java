package io.rpcidl.transport.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.kqueue.KQueue;
import io.netty.channel.kqueue.KQueueDomainSocketChannel;
import io.netty.channel.kqueue.KQueueIoHandler;
import io.netty.channel.kqueue.KQueueServerDomainSocketChannel;
import io.netty.channel.kqueue.KQueueServerSocketChannel;
import io.netty.channel.kqueue.KQueueSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.unix.PeerCredentials;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringDomainSocketChannel;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerDomainSocketChannel;
import io.netty.channel.uring.IoUringServerSocketChannel;
import io.netty.channel.uring.IoUringSocketChannel;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.PeerIdentity;
import io.rpcidl.transport.ProcessIdentity;
import io.rpcidl.transport.SocketApi;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.spi.SelectorProvider;
import java.nio.file.Path;
import jdk.net.ExtendedSocketOptions;
import jdk.net.UnixDomainPrincipal;
import org.jspecify.annotations.Nullable;

/** Which of the operating system's interfaces the sockets use. */
enum SocketKind {
    EPOLL(Writes.KNOWN) {
        @Override
        Channels tcp() {
            return new Channels(EpollSocketChannel::new, EpollServerSocketChannel::new);
        }

        @Override
        IoHandlerFactory ioHandlers() {
            return EpollIoHandler.newFactory();
        }

        @Override
        IoHandlerFactory spinningIoHandlers() {
            return EpollIoHandler.newFactory(ANY_NUMBER_OF_EVENTS, () -> SpinningStrategy.INSTANCE);
        }

        @Override
        Channels unix() {
            return new Channels(EpollDomainSocketChannel::new, EpollServerDomainSocketChannel::new);
        }

        @Override
        @Nullable
        Throwable unavailability() {
            return Epoll.unavailabilityCause();
        }

        @Override
        @Nullable
        PeerIdentity identityOf(Channel channel) {
            return channel instanceof EpollDomainSocketChannel socket ? identity(socket::peerCredentials) : null;
        }
    },
    KQUEUE(Writes.KNOWN) {
        @Override
        Channels tcp() {
            return new Channels(KQueueSocketChannel::new, KQueueServerSocketChannel::new);
        }

        @Override
        IoHandlerFactory ioHandlers() {
            return KQueueIoHandler.newFactory();
        }

        @Override
        IoHandlerFactory spinningIoHandlers() {
            return KQueueIoHandler.newFactory(ANY_NUMBER_OF_EVENTS, () -> SpinningStrategy.INSTANCE);
        }

        @Override
        Channels unix() {
            return new Channels(KQueueDomainSocketChannel::new, KQueueServerDomainSocketChannel::new);
        }

        @Override
        @Nullable
        Throwable unavailability() {
            return KQueue.unavailabilityCause();
        }

        @Override
        @Nullable
        PeerIdentity identityOf(Channel channel) {
            return channel instanceof KQueueDomainSocketChannel socket ? identity(socket::peerCredentials) : null;
        }
    },
    IO_URING(Writes.IN_FLIGHT) {
        @Override
        Channels tcp() {
            return new Channels(IoUringSocketChannel::new, IoUringServerSocketChannel::new);
        }

        @Override
        IoHandlerFactory ioHandlers() {
            return IoUringIoHandler.newFactory();
        }

        @Override
        Channels unix() {
            return new Channels(IoUringDomainSocketChannel::new, IoUringServerDomainSocketChannel::new);
        }

        @Override
        @Nullable
        Throwable unavailability() {
            return IoUring.unavailabilityCause();
        }

        @Override
        @Nullable
        PeerIdentity identityOf(Channel channel) {
            return channel instanceof IoUringDomainSocketChannel socket ? identity(socket::peerCredentials) : null;
        }
    },
    NIO(Writes.KNOWN) {
        @Override
        Channels tcp() {
            return new Channels(NioSocketChannel::new, NioServerSocketChannel::new);
        }

        @Override
        IoHandlerFactory ioHandlers() {
            return NioIoHandler.newFactory();
        }

        @Override
        IoHandlerFactory spinningIoHandlers() {
            return NioIoHandler.newFactory(SelectorProvider.provider(), () -> SpinningStrategy.INSTANCE);
        }

        @Override
        Channels unix() {
            return new Channels(NioDomainSocketChannel::new, NioServerDomainSocketChannel::new);
        }

        @Override
        SocketAddress unixAddress(Path path) {
            return UnixDomainSocketAddress.of(path);
        }

        @Override
        @Nullable
        Throwable unavailability() {
            return null;
        }

        @Override
        @Nullable
        PeerIdentity identityOf(Channel channel) {
            if (!(channel instanceof NioDomainSocketChannel socket)) {
                return null;
            }
            UnixDomainPrincipal peer = socket.config().getOption(UNIX_PEER);
            return peer == null
                    ? null
                    : ProcessIdentity.ofNames(
                            peer.user().getName(), peer.group().getName());
        }
    };

    /** Lets Netty's array of events grow with what happens. */
    private static final int ANY_NUMBER_OF_EVENTS = 0;

    private static final System.Logger LOG = System.getLogger(SocketKind.class.getName());
    private static final ChannelOption<UnixDomainPrincipal> UNIX_PEER =
            NioChannelOption.of(ExtendedSocketOptions.SO_PEERCRED);

    private final Writes writes;

    /** Whether the sockets say of each octet at once that it was taken. */
    enum Writes {
        /** They do. */
        KNOWN,
        /** Some may be taken before they say so. */
        IN_FLIGHT
    }

    /** How channels of one sort are made. */
    record Channels(ChannelFactory<Channel> connecting, ChannelFactory<ServerChannel> listening) {}

    private interface Credentials {
        PeerCredentials read() throws IOException;
    }

    SocketKind(Writes writes) {
        this.writes = writes;
    }

    /**
     * The one that is asked for.
     *
     * @throws IllegalStateException when it can't be had here; the message says why
     */
    static SocketKind of(SocketApi api) {
        SocketKind asked = switch (api) {
            case BEST -> best();
            case NIO -> NIO;
            case EPOLL -> EPOLL;
            case KQUEUE -> KQUEUE;
            case IO_URING -> IO_URING;
        };
        Throwable missing = asked.unavailability();
        if (missing != null) {
            Throwable root = missing.getCause() == null ? missing : missing.getCause();
            throw new IllegalStateException(
                    "sockets by " + asked + " were asked for and can't be had: " + root + "; see "
                            + SocketApi.class.getName() + "." + asked + " for what they need, or take "
                            + SocketApi.BEST,
                    missing);
        }
        return asked;
    }

    private static SocketKind best() {
        if (Epoll.isAvailable()) {
            return EPOLL;
        }
        return KQueue.isAvailable() ? KQUEUE : NIO;
    }

    Writes writes() {
        return writes;
    }

    Channels channels(Endpoint endpoint) {
        return endpoint.isUnixSocket() ? unix() : tcp();
    }

    abstract IoHandlerFactory ioHandlers();

    /** The same for loops that never sleep. */
    IoHandlerFactory spinningIoHandlers() {
        throw new IllegalStateException("loops over " + this + " always sleep when there is nothing to do");
    }

    abstract Channels tcp();

    abstract Channels unix();

    /** The address of a Unix socket. */
    SocketAddress unixAddress(Path path) {
        return new DomainSocketAddress(path.toFile());
    }

    /** Why it can't be had here; null when it can. */
    abstract @Nullable Throwable unavailability();

    /** Who is at the other end, where the operating system tells. */
    abstract @Nullable PeerIdentity identityOf(Channel channel);

    private static @Nullable PeerIdentity identity(Credentials credentials) {
        try {
            PeerCredentials found = credentials.read();
            int[] groups = found.gids();
            return ProcessIdentity.ofNumbers(found.uid(), groups.length == 0 ? -1 : groups[0], found.pid());
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "the peer of a Unix socket is gone before it could be looked at");
            return null;
        }
    }
}
