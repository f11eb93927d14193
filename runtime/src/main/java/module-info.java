/** Clients and servers of rpcidl services: connections, calls and transports. */
module io.rpcidl.runtime {
    requires transitive static org.jspecify;
    requires transitive io.rpcidl.codec;
    requires io.netty.buffer;
    requires io.netty.common;
    requires io.netty.transport;
    requires io.netty.codec;
    requires io.netty.handler;
    requires io.netty.transport.unix.common;
    requires static io.netty.transport.classes.epoll;
    requires static io.netty.transport.classes.io_uring;
    requires static io.netty.transport.classes.kqueue;
    requires jdk.net;

    exports io.rpcidl;
    exports io.rpcidl.balance;
    exports io.rpcidl.introspection;
    exports io.rpcidl.resolve;
    exports io.rpcidl.retry;
    exports io.rpcidl.transport;
    exports io.rpcidl.transport.memory;
}
