package io.rpcidl.transport.netty;

import io.netty.channel.epoll.Epoll;
import io.netty.channel.uring.IoUring;
import io.netty.handler.ssl.OpenSsl;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.Transport;
import java.util.Optional;

/** TCP by each way that this machine may have, for tests outside of this package. */
public final class NettyKinds {
    private NettyKinds() {}

    /** With the JDK's selectors. */
    public static Transport nio() {
        return new NettyTransport(RpcClock.system(), 2, SocketKind.NIO);
    }

    /** With epoll. */
    public static Transport epoll() {
        return new NettyTransport(RpcClock.system(), 2, SocketKind.EPOLL);
    }

    /** Why there is no epoll here, if there is none. */
    public static Optional<String> withoutEpoll() {
        return Epoll.isAvailable() ? Optional.empty() : Optional.of("this machine has no epoll");
    }

    /** With io_uring. */
    public static Transport ioUring() {
        return new NettyTransport(RpcClock.system(), 2, SocketKind.IO_URING);
    }

    /** Why there is no io_uring here, if there is none. */
    public static Optional<String> withoutIoUring() {
        return IoUring.isAvailable() ? Optional.empty() : Optional.of("this kernel allows no io_uring");
    }

    /** With whichever is best here. */
    public static Transport best() {
        return NettyTransport.withLoops(2, RpcClock.system());
    }

    /** Why there is no BoringSSL here, if there is none. */
    public static Optional<String> withoutBoringSsl() {
        return OpenSsl.isAvailable() ? Optional.empty() : Optional.of("no BoringSSL for this machine");
    }
}
