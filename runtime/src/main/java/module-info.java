/** Clients and servers of rpcidl services: values, their encoding, connections, calls and transports. */
module io.rpcidl.runtime {
    requires transitive static org.jspecify;
    requires io.netty.buffer;
    requires io.netty.common;
    requires io.netty.transport;
    requires static io.netty.transport.classes.epoll;

    exports io.rpcidl;
    exports io.rpcidl.codec;
    exports io.rpcidl.transport;
    exports io.rpcidl.transport.memory;
    exports io.rpcidl.value;
    exports io.rpcidl.wire;
}
