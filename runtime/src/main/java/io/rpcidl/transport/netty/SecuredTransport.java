package io.rpcidl.transport.netty;

import io.rpcidl.transport.ClientTls;
import io.rpcidl.transport.ConnectListener;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.LinkAcceptor;
import io.rpcidl.transport.Listener;
import io.rpcidl.transport.Loop;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.ServerTls;
import io.rpcidl.transport.TlsException;
import io.rpcidl.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sockets with TLS, on the loops of another transport; what it has no TLS for it refuses. */
final class SecuredTransport implements Transport {
    private final NettyTransport transport;
    private final @Nullable ClientTls client;
    private final @Nullable TlsSide clientSide;
    private final @Nullable TlsSide serverSide;
    private final HandshakeLog log = new HandshakeLog();

    SecuredTransport(NettyTransport transport, ClientTls tls) {
        this.transport = transport;
        this.client = tls;
        this.clientSide = TlsSide.of(tls);
        this.serverSide = null;
    }

    SecuredTransport(NettyTransport transport, ServerTls tls) {
        this.transport = transport;
        this.client = null;
        this.clientSide = null;
        this.serverSide = TlsSide.of(tls);
    }

    @Override
    public RpcClock clock() {
        return transport.clock();
    }

    @Override
    public Loop loop() {
        return transport.loop();
    }

    @Override
    public boolean usesInternetHosts() {
        return transport.usesInternetHosts();
    }

    @Override
    public void connect(Loop loop, Endpoint endpoint, Duration timeout, ConnectListener listener) {
        if (client == null || clientSide == null) {
            throw new UnsupportedOperationException("this transport has the TLS of a server and can't connect with it");
        }
        NettyTransport.ClientSide side;
        try {
            side = new NettyTransport.ClientSide(clientSide, client.serverName(endpoint));
        } catch (IllegalArgumentException noName) {
            fail(
                    (NettyLoop) loop,
                    listener,
                    new TlsException(TlsException.Reason.CONFIGURATION, String.valueOf(noName.getMessage()), noName));
            return;
        }
        transport.connect(loop, new NettyTransport.Attempt(endpoint, timeout, listener, side));
    }

    private static void fail(NettyLoop loop, ConnectListener listener, TlsException failure) {
        loop.executeOrFail(() -> listener.failed(failure), listener);
    }

    @Override
    public Listener listen(Endpoint endpoint, LinkAcceptor acceptor) throws IOException {
        TlsSide side = serverSide;
        if (side == null) {
            throw new UnsupportedOperationException("this transport has the TLS of a client and can't listen with it");
        }
        side.engines(clock().nanoTime()); // what can't be used is better known now than with the first peer
        return transport.listen(endpoint, (loop, channel) -> {
            LinkHandler links = new LinkHandler(loop, acceptor, () -> {});
            return new TlsGuard(
                    loop,
                    new TlsTerms(
                            side,
                            null,
                            NettyTransport.HANDSHAKE_NANOS,
                            links,
                            failure -> log.failed(loop.now(), String.valueOf(channel.remoteAddress()), failure)));
        });
    }

    @Override
    public Transport secured(ClientTls tls) {
        return transport.secured(tls);
    }

    @Override
    public Transport secured(ServerTls tls) {
        return transport.secured(tls);
    }

    @Override
    public void close() {
        transport.close();
    }
}
