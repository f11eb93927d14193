package io.rpcidl.transport.memory;

import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.TransportSuite;

class MemoryTransportTest extends TransportSuite {
    @Override
    protected Transport open() {
        return MemoryTransport.withThread(RpcClock.system());
    }
}
