package io.rpcidl.transport.netty;

import io.netty.channel.epoll.Epoll;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.TransportSuite;
import org.junit.jupiter.api.condition.EnabledIf;

/** Runs where the machine has epoll, which the native library of the tests is made for. */
@EnabledIf("available")
class EpollTransportTest extends TransportSuite {
    static boolean available() {
        return Epoll.isAvailable();
    }

    @Override
    protected Transport open() {
        return new NettyTransport(RpcClock.system(), 2, SocketKind.EPOLL);
    }
}
