package io.rpcidl.transport;

import java.io.IOException;
import java.time.Duration;

/** A transport whose links have TLS, of clients and of servers. */
public final class TlsPair implements Transport {
    private final Transport plain;
    private final Transport connecting;
    private final Transport listening;

    public TlsPair(Transport plain, ClientTls client, ServerTls server) {
        this.plain = plain;
        this.connecting = plain.secured(client);
        this.listening = plain.secured(server);
    }

    /** With certificates that both accept, and with the same engine on both sides. */
    public static TlsPair over(Transport plain, TlsEngine engine) {
        return new TlsPair(
                plain,
                TestCertificates.client().engine(engine).serverName("localhost").build(),
                TestCertificates.server(TestCertificates.SERVER).engine(engine).build());
    }

    @Override
    public RpcClock clock() {
        return plain.clock();
    }

    @Override
    public Loop loop() {
        return plain.loop();
    }

    @Override
    public void connect(Loop loop, Endpoint endpoint, Duration timeout, ConnectListener listener) {
        connecting.connect(loop, endpoint, timeout, listener);
    }

    @Override
    public Listener listen(Endpoint endpoint, LinkAcceptor acceptor) throws IOException {
        return listening.listen(endpoint, acceptor);
    }

    @Override
    public void close() {
        plain.close();
    }
}
