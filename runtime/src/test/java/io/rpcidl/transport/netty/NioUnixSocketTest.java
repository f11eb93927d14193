package io.rpcidl.transport.netty;

class NioUnixSocketTest extends UnixSocketSuite {
    NioUnixSocketTest() {
        super(SocketKind.NIO);
    }
}
