package io.rpcidl.transport.netty;

import io.netty.handler.ssl.OpenSsl;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.TlsEngine;
import io.rpcidl.transport.TlsPair;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.TransportSuite;
import org.junit.jupiter.api.condition.EnabledIf;

/** Runs where BoringSSL loads, which the tests have for one kind of machine. */
@EnabledIf("available")
class BoringTlsTransportTest extends TransportSuite {
    static boolean available() {
        return OpenSsl.isAvailable();
    }

    @Override
    protected Transport open() {
        SocketKind sockets = EpollTransportTest.available() ? SocketKind.EPOLL : SocketKind.NIO;
        return TlsPair.over(new NettyTransport(RpcClock.system(), 2, sockets), TlsEngine.BORINGSSL);
    }
}
