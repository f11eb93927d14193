package io.rpcidl.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.netty.handler.ssl.OpenSsl;
import io.rpcidl.LogCapture;
import io.rpcidl.transport.ClientTls;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Listener;
import io.rpcidl.transport.RecordingListener;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.ServerTls;
import io.rpcidl.transport.TlsEngine;
import io.rpcidl.transport.TlsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;

/** A transport on which every host name is this machine, servers and clients with TLS, and what came of them. */
abstract class TlsFixture {
    static final Duration TIMEOUT = Duration.ofSeconds(60);

    final TlsEngine engine;
    final RecordingListener server = new RecordingListener();
    final RecordingListener client = new RecordingListener();
    private final List<Listener> listeners = new ArrayList<>();
    final NettyTransport transport = new NettyTransport(
            RpcClock.system(),
            2,
            SocketKind.NIO,
            new NettyTransport.Surroundings(
                    endpoint -> new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.port()),
                    first -> first));
    private LogCapture log;

    TlsFixture(TlsEngine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void needEngine() {
        Assumptions.assumeTrue(engine == TlsEngine.JDK || OpenSsl.isAvailable(), "no BoringSSL for this machine");
        log = new LogCapture("io.rpcidl");
    }

    @AfterEach
    void closeAll() {
        listeners.forEach(Listener::close);
        transport.close();
        if (log != null) {
            log.close();
        }
    }

    List<String> logged() {
        return log.lines();
    }

    /** Listens with TLS on some port. */
    int listen(ServerTls.Builder tls) throws IOException {
        return listen(tls.engine(engine).build());
    }

    int listen(ServerTls tls) throws IOException {
        Listener listener = transport.secured(tls).listen(new Endpoint("127.0.0.1", 0), server::opened);
        listeners.add(listener);
        return listener.endpoint().port();
    }

    void connect(ClientTls.Builder tls, String host, int port) {
        connect(tls.engine(engine).build(), host, port);
    }

    void connect(ClientTls tls, String host, int port) {
        transport.secured(tls).connect(transport.loop(), new Endpoint(host, port), TIMEOUT, client.connecting());
    }

    /** Both sides have a link. */
    void assertOpen() throws Exception {
        client.link.get(30, TimeUnit.SECONDS);
        server.link.get(30, TimeUnit.SECONDS);
    }

    /** The client has none, and neither has the server. */
    TlsException assertRefused(TlsException.Reason reason) {
        TlsException refused = clientFailure();
        assertThat(refused.reason()).as(refused.getMessage()).isEqualTo(reason);
        assertThat(server.link).isNotDone();
        return refused;
    }

    TlsException clientFailure() {
        Throwable thrown = catchThrowable(() -> client.link.get(30, TimeUnit.SECONDS));
        assertThat(thrown).hasCauseInstanceOf(TlsException.class);
        return (TlsException) thrown.getCause();
    }
}
