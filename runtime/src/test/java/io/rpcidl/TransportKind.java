package io.rpcidl;

import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.memory.MemoryTransport;
import io.rpcidl.transport.netty.NettyTransport;

/** The transports over which the same facts have to hold. */
enum TransportKind {
    TCP {
        @Override
        Transport open() {
            return NettyTransport.withLoops(2, RpcClock.system());
        }
    },
    MEMORY {
        @Override
        Transport open() {
            return MemoryTransport.withThread(RpcClock.system());
        }
    };

    abstract Transport open();
}
