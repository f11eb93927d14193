package io.rpcidl.transport.netty;

import io.netty.channel.uring.IoUring;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.TransportSuite;
import org.junit.jupiter.api.condition.EnabledIf;

/** Runs where the kernel allows io_uring. */
@EnabledIf("available")
class IoUringTransportTest extends TransportSuite {
    static boolean available() {
        return IoUring.isAvailable();
    }

    @Override
    protected Transport open() {
        return new NettyTransport(RpcClock.system(), 2, SocketKind.IO_URING);
    }

    @Override
    protected boolean knowsWhatWasTaken() {
        return false;
    }
}
