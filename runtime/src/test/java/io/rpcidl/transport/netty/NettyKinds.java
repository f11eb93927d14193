package io.rpcidl.transport.netty;

import io.netty.channel.epoll.Epoll;
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
}
