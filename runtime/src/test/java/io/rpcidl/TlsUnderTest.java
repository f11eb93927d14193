package io.rpcidl;

import io.rpcidl.transport.ClientTls;
import io.rpcidl.transport.ServerTls;
import io.rpcidl.transport.TestCertificates;
import io.rpcidl.transport.TlsEngine;
import io.rpcidl.transport.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** TLS over TCP, with certificates on both sides. */
final class TlsUnderTest implements TransportUnderTest {
    private final Transport transport;
    private final ServerTls serverTls;
    private final ClientTls clientTls;

    TlsUnderTest(Transport transport, TlsEngine engine) {
        this.transport = transport;
        serverTls = TestCertificates.server(TestCertificates.SERVER)
                .clientTrust(List.of(TestCertificates.ISSUER.getCertificate()))
                .engine(engine)
                .build();
        clientTls =
                TestCertificates.client(TestCertificates.CLIENT).engine(engine).build();
    }

    @Override
    public RpcServerBuilder listen(RpcServerBuilder server) {
        return server.tls(serverTls).transport(transport).listen("127.0.0.1", 0);
    }

    @Override
    public RpcClientBuilder connect(RpcClientBuilder client, RpcServer server) {
        return client.tls(clientTls)
                .connectTimeout(Duration.ofSeconds(60)) // a first handshake loads much, on machines that are busy
                .transport(transport)
                .target(server.target());
    }

    @Override
    public Optional<String> lacks(Trait trait) {
        return trait == Trait.ANONYMOUS ? Optional.of("clients show certificates") : Optional.empty();
    }

    @Override
    public void close() {
        transport.close();
    }
}
