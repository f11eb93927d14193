package io.rpcidl.transport.netty;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.TransportSuite;
import org.junit.jupiter.api.Test;

/** A loop that never sleeps does what the others do. */
class SpinningTransportTest extends TransportSuite {
    @Override
    protected Transport open() {
        return NettyTransport.spinning(1, RpcClock.system());
    }

    @Test
    void needsALoop() {
        assertThatThrownBy(() -> NettyTransport.spinning(0, RpcClock.system()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("loop count 0 is not between 1 and 1024");
    }
}
