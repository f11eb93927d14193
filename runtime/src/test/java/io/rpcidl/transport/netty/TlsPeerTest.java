package io.rpcidl.transport.netty;

import static io.rpcidl.transport.TestCertificates.CLIENT;
import static io.rpcidl.transport.TestCertificates.ISSUER;
import static io.rpcidl.transport.TestCertificates.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Listener;
import io.rpcidl.transport.RecordingListener;
import io.rpcidl.transport.TestCertificates;
import io.rpcidl.transport.TlsEngine;
import io.rpcidl.transport.TlsException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers that are not ours: old, rude, slow, or without TLS (rows J01 to J04, J08, J10 and J14 of the catalogue). */
@ParameterizedClass
@EnumSource(TlsEngine.class)
@Timeout(180)
class TlsPeerTest extends TlsFixture {
    private static final int SOCKET_MILLIS = 60_000;

    TlsPeerTest(TlsEngine engine) {
        super(engine);
    }

    /** A record of a handshake with one message, whose version is {@code 3.minor}. */
    private static byte[] hello(int type, int minor) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] {3, (byte) minor});
        body.writeBytes(new byte[32]);
        body.writeBytes(
                type == 1 ? new byte[] {0, 0, 2, (byte) 0xC0, 0x13, 1, 0} : new byte[] {0, (byte) 0xC0, 0x13, 0});
        return handshake(type, body.toByteArray(), minor);
    }

    private static byte[] handshake(int type, byte[] body, int minor) {
        int length = body.length;
        byte[] header = {
            22,
            3,
            (byte) minor,
            (byte) (length + 4 >> 8),
            (byte) (length + 4),
            (byte) type,
            0,
            (byte) (length >> 8),
            (byte) length
        };
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.writeBytes(header);
        record.writeBytes(body);
        return record.toByteArray();
    }

    /** Accepts one connection, reads something, answers so, and waits for the end. */
    private static int answering(byte[] answer) throws IOException {
        ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread peer = new Thread(() -> {
            try (listening;
                    Socket accepted = listening.accept()) {
                accepted.setSoTimeout(SOCKET_MILLIS);
                InputStream in = accepted.getInputStream();
                if (in.read() >= 0 && answer.length > 0) {
                    accepted.getOutputStream().write(answer);
                }
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException gone) {
                assertThat(gone).isNotNull(); // the client has what it came for
            }
        });
        peer.setDaemon(true);
        peer.start();
        return listening.getLocalPort();
    }

    /** Sends {@code octets} and gives what comes back until the server ends the connection. */
    private static byte[] answerTo(int port, byte[] octets) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(SOCKET_MILLIS);
            socket.getOutputStream().write(octets);
            return readAll(socket);
        }
    }

    private static byte[] readAll(Socket socket) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketException reset) {
            all.write(0);
        }
        return all.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void refusesAServerWithAnOldVersion(int minor) throws Exception {
        connect(TestCertificates.client(), "localhost", answering(hello(2, minor)));

        assertThat(clientFailure().reason()).isIn(Reason.NOTHING_IN_COMMON, Reason.OTHER);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void refusesAClientWithAnOldVersion(int minor) throws Exception {
        byte[] answer = answerTo(listen(TestCertificates.server(SERVER)), hello(1, minor));

        assertThat(answer).startsWith(21, 3); // an alert, and nothing else
        assertThat(answer.length).isLessThan(16);
        assertThat(server.link).isNotDone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 400 Bad Request\r\n\r\n", "\u0016\u0000\u0000\u0001"})
    void refusesAServerWithoutTls(String answer) throws Exception {
        connect(TestCertificates.client(), "localhost", answering(answer.getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(assertRefused(Reason.NOT_TLS)).hasMessageContaining("does not speak TLS on this port");
    }

    @Test
    void refusesAClientWithoutTls() throws Exception {
        byte[] answer = answerTo(
                listen(TestCertificates.server(SERVER)), "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(answer).isEmpty();
        assertThat(server.link).isNotDone();
    }

    @Test
    void tellsAClientThatNeverAnswersFromOneThatDoes() throws Exception {
        io.rpcidl.transport.ClientTls tls =
                TestCertificates.client().engine(engine).build();
        transport
                .secured(tls)
                .connect(
                        transport.loop(),
                        new Endpoint("localhost", answering(new byte[0])),
                        java.time.Duration.ofMillis(200),
                        client.connecting());

        assertThat(assertRefused(Reason.TIMEOUT)).hasMessage("the TLS handshake took longer than 200 milliseconds");
    }

    private SSLSocket jdk(int port, String... protocols) throws Exception {
        return jdk(jdkContext(), port, protocols);
    }

    private static SSLContext jdkContext() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        io.rpcidl.transport.TlsMaterial keys =
                TestCertificates.client(CLIENT).build().material(0);
        context.init(new KeyManager[] {keys.keys()}, new TrustManager[] {new TrustSome(certificate -> true)}, null);
        return context;
    }

    private static SSLSocket jdk(SSLContext context, int port, String... protocols) throws Exception {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(SOCKET_MILLIS);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(protocols);
        socket.setSSLParameters(parameters);
        return socket;
    }

    @Test
    void refusesAClientWithAnotherProtocol() throws Exception {
        int port = listen(TestCertificates.server(SERVER));
        try (SSLSocket other = jdk(port, "h2")) {
            assertThatThrownBy(() -> {
                        other.startHandshake();
                        assertThat(other.getInputStream().read()).isPositive();
                    })
                    .isNotNull();
        }
        try (SSLSocket none = jdk(port)) {
            none.startHandshake();
            assertThat(none.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(server.link).isNotDone();
    }

    @Test
    void refusesAServerWithAnotherProtocol() throws Exception {
        int port = otherServer();
        connect(TestCertificates.client().insecureAnyHostName(), "localhost", port);

        assertThat(assertRefused(Reason.NO_ALPN)).hasMessageContaining("'rpcidl/1' by ALPN");
    }

    private static int otherServer() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                new KeyManager[] {
                    TestCertificates.server(SERVER).build().material(0).keys()
                },
                new TrustManager[0],
                null);
        ServerSocket listening =
                context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread peer = new Thread(() -> {
            try (listening;
                    Socket accepted = listening.accept()) {
                accepted.setSoTimeout(SOCKET_MILLIS);
                accepted.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException gone) {
                assertThat(gone).isNotNull();
            }
        });
        peer.setDaemon(true);
        peer.start();
        return listening.getLocalPort();
    }

    /** Names that nobody would call a host, and many of them: each is ignored or refused, and the next client is served. */
    @Test
    void survivesStrangeServerNames() throws Exception {
        int port = listen(TestCertificates.server(SERVER));
        byte[] zero = {'a', 0, 'b'};
        for (byte[] name : List.of("a".repeat(300).getBytes(StandardCharsets.US_ASCII), zero, new byte[] {1})) {
            try (SSLSocket socket = jdk(port, "rpcidl/1")) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setServerNames(List.of(new SNIServerName(0, name) {}));
                socket.setSSLParameters(parameters);
                try {
                    socket.startHandshake();
                } catch (IOException refused) {
                    assertThat(refused).isNotNull();
                }
            }
        }
        connect(TestCertificates.client(), "localhost", port);
        client.link.get(30, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 20, 43})
    void endsAHandshakeThatStalls(int octets) throws Exception {
        byte[] hello = hello(1, 3);
        int port = impatient(200);

        byte[] answer = answerTo(port, java.util.Arrays.copyOf(hello, octets));

        assertThat(answer.length).isLessThan(16);
        assertThat(server.link).isNotDone();
    }

    /** Listens with a limit for the handshake. */
    private int impatient(long millis) throws IOException {
        TlsSide side = TlsSide.of(TestCertificates.server(SERVER).engine(engine).build());
        Listener listener = transport.listen(
                new Endpoint("127.0.0.1", 0),
                (loop, channel) -> new TlsGuard(
                        loop,
                        new TlsTerms(
                                side,
                                null,
                                TimeUnit.MILLISECONDS.toNanos(millis),
                                new LinkHandler(loop, server::opened, () -> {}),
                                failure -> {})));
        return listener.endpoint().port();
    }

    @Test
    void refusesAHelloOfManyMegabytes() throws Exception {
        byte[] huge = {22, 3, 1, 0x40, 0, 1, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
        ByteArrayOutputStream flood = new ByteArrayOutputStream();
        flood.writeBytes(huge);
        flood.writeBytes(new byte[0x4000 - 4]);
        byte[] more = {22, 3, 1, 0x40, 0};
        for (int i = 0; i < 5; i++) {
            flood.writeBytes(more);
            flood.writeBytes(new byte[0x4000]);
        }

        answerTo(listen(TestCertificates.server(SERVER)), flood.toByteArray());

        assertThat(server.link).isNotDone();
    }

    @Test
    void refusesAHelloInAFloodOfTinyRecords() throws Exception {
        ByteArrayOutputStream flood = new ByteArrayOutputStream();
        byte[] begin = {22, 3, 1, 0, 4, 1, 0, 0x7F, (byte) 0xFF};
        flood.writeBytes(begin);
        byte[] tiny = {22, 3, 1, 0, 1, 0};
        for (int i = 0; i < 12_000; i++) {
            flood.writeBytes(tiny);
        }

        answerTo(listen(TestCertificates.server(SERVER)), flood.toByteArray());

        assertThat(server.link).isNotDone();
    }

    /** With TLS 1.3 each further handshake of the JDK's client is an exchange of keys, with 1.2 it is a renegotiation. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void endsAConnectionThatKeepsExchangingKeys(String version) throws Exception {
        int port = listen(TestCertificates.server(SERVER));
        try (SSLSocket socket = jdk(port, "rpcidl/1")) {
            socket.setEnabledProtocols(new String[] {version});
            socket.startHandshake();
            server.link.get(30, TimeUnit.SECONDS);
            CompletableFuture<byte[]> answers = CompletableFuture.supplyAsync(() -> {
                try {
                    return readAll(socket);
                } catch (IOException ended) {
                    return new byte[0];
                }
            });
            exchangeKeys(socket);
            answers.get(60, TimeUnit.SECONDS);
        }
        Throwable cause = server.closed.get(30, TimeUnit.SECONDS);
        assertThat(cause).isNotNull();
        assertThat(server.count()).isLessThan(1_000);
    }

    /** Again and again, until the end of the connection stops it, if that comes before it is through. */
    private static void exchangeKeys(SSLSocket socket) {
        try {
            for (int i = 0; i < 1_000; i++) {
                socket.startHandshake();
                socket.getOutputStream().write(new byte[1]);
            }
        } catch (IOException ended) {
            // What matters is what the server has seen.
        }
    }

    /** A client takes up its session after its certificate has lost its trust. */
    @Test
    void looksAtTheIdentityOfASessionThatGoesOn() throws Exception {
        AtomicBoolean trusted = new AtomicBoolean(true);
        int port = listen(TestCertificates.server(SERVER)
                .insecureClientTrustManager(new TrustSome(certificate -> trusted.get())));
        SSLContext context = jdkContext();
        try (SSLSocket first = jdk(context, port, "rpcidl/1")) {
            first.startHandshake();
            server.link.get(30, TimeUnit.SECONDS);
            assertThat(server.link.join().identity()).isNotNull();
        }
        trusted.set(false);
        RecordingListener before = server;
        try (SSLSocket second = jdk(context, port, "rpcidl/1")) {
            try {
                second.startHandshake();
                assertThat(second.getInputStream().read()).isEqualTo(-1);
            } catch (IOException refused) {
                assertThat(refused).isNotNull();
            }
        }
        assertThat(before.openings).hasValue(1);
    }

    @Test
    void keepsIssuersApartFromWhomTheyIssue() throws Exception {
        int port = listen(TestCertificates.server(SERVER).clientTrust(List.of(ISSUER.getCertificate())));
        try (SSLSocket socket = jdk(port, "rpcidl/1")) {
            socket.startHandshake();
            server.link.get(30, TimeUnit.SECONDS);
        }
        assertThat(server.link.join().identity()).hasToString("CN=client,O=tests");
    }
}
