package io.rpcidl.transport.netty;

import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.TlsEngine;
import io.rpcidl.transport.TlsPair;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.TransportSuite;

class JdkTlsTransportTest extends TransportSuite {
    @Override
    protected Transport open() {
        return TlsPair.over(new NettyTransport(RpcClock.system(), 2, SocketKind.NIO), TlsEngine.JDK);
    }
}
