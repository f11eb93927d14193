/** Clients and servers of rpcidl services: connections, calls and transports. */
module io.rpcidl.runtime {
    requires transitive static org.jspecify;
    requires transitive io.rpcidl.codec;
    requires io.netty.buffer;
    requires io.netty.common;
    requires io.netty.transport;
    requires static io.netty.transport.classes.epoll;

    exports io.rpcidl;
    exports io.rpcidl.transport;
    exports io.rpcidl.transport.memory;
}
