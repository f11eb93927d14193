package io.rpcidl.transport.netty;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.RecordingListener;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.TransportSuite;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class NioTransportTest extends TransportSuite {
    @Override
    protected Transport open() {
        return new NettyTransport(RpcClock.system(), 2, SocketKind.NIO);
    }

    @Test
    void namesTheHostThatHasNoAddress() {
        RecordingListener client = new RecordingListener();
        try (NettyTransport transport = NettyTransport.withLoops(1, RpcClock.system())) {
            Endpoint endpoint = new Endpoint("no-such-host.invalid", 7400);
            transport.connect(transport.loop(), endpoint, Duration.ofSeconds(5), client.connecting());

            assertThatThrownBy(client.link::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(UnknownHostException.class)
                    .hasMessageContaining("no-such-host.invalid");
        }
    }

    @Test
    void refusesToHaveNoLoop() {
        assertThatThrownBy(() -> NettyTransport.withLoops(0, RpcClock.system()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("loop count 0 is not between 1 and 1024");
    }
}
