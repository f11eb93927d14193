package io.rpcidl.transport.netty;

import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("io.rpcidl.transport.netty.EpollTransportTest#available")
class EpollUnixSocketTest extends UnixSocketSuite {
    EpollUnixSocketTest() {
        super(SocketKind.EPOLL);
    }
}
