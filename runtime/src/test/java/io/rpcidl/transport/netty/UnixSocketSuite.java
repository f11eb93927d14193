package io.rpcidl.transport.netty;

import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.TransportSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Unix sockets carry what TCP carries. */
abstract class UnixSocketSuite extends TransportSuite {
    @TempDir
    private Path folder;

    private final SocketKind sockets;

    UnixSocketSuite(SocketKind sockets) {
        this.sockets = sockets;
    }

    @Override
    protected Endpoint endpoint() {
        return Endpoint.unix(folder.resolve("socket"));
    }

    @Override
    protected Transport open() {
        return new NettyTransport(RpcClock.system(), 2, sockets);
    }
}
