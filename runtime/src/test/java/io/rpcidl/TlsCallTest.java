package io.rpcidl;

import static io.rpcidl.transport.TestCertificates.CLIENT;
import static io.rpcidl.transport.TestCertificates.ISSUER;
import static io.rpcidl.transport.TestCertificates.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.netty.pkitesting.X509Bundle;
import io.rpcidl.introspection.ClientSnapshot;
import io.rpcidl.transport.CertificateIdentity;
import io.rpcidl.transport.ClientTls;
import io.rpcidl.transport.ProcessIdentity;
import io.rpcidl.transport.ServerTls;
import io.rpcidl.transport.SocketApi;
import io.rpcidl.transport.TestCertificates;
import io.rpcidl.transport.Transport;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calls over TLS and over Unix sockets: what a handler knows of its caller, what a caller is told, and rotation (row J13). */
@Timeout(180)
class TlsCallTest {
    private static final Message HELLO = new Message("hello", 1);

    /** For machines that are busy: a first handshake loads much. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final CallOptions PATIENT = CallOptions.DEFAULT.withDeadline(PATIENCE);

    @TempDir
    private Path folder;

    private final Transport transport = SocketTransports.open(SocketApi.BEST, 2);
    private final LogCapture log = new LogCapture("io.rpcidl");
    private final AtomicReference<@Nullable Object> principal = new AtomicReference<>();
    private final AtomicInteger entered = new AtomicInteger();
    private final Echo handler = new Echo() {
        @Override
        public Message echo(Message message) {
            entered.incrementAndGet();
            principal.set(CallContext.current().principal().orElse(null));
            return message;
        }
    };

    private @Nullable RpcServer server;
    private @Nullable RpcClient client;

    @BeforeEach
    void nobodyYet() {
        principal.set(Optional.empty());
    }

    @AfterEach
    void close() {
        if (client != null) {
            client.close();
        }
        if (server != null) {
            server.close();
        }
        transport.close();
        log.close();
    }

    private int serve(ServerTls tls) {
        server = RpcServer.builder()
                .transport(transport)
                .tls(tls)
                .listen("127.0.0.1", 0)
                .add(Echo.service(handler))
                .start();
        return server.port();
    }

    private RpcClientBuilder client(int port) {
        return RpcClient.builder()
                .withoutRetries()
                .connectTimeout(PATIENCE)
                .transport(transport)
                .target("127.0.0.1:" + port);
    }

    private Throwable failing(RpcClientBuilder builder) {
        client = builder.build();
        return catchThrowable(() -> client.call(Echo.ECHO, HELLO, PATIENT));
    }

    private void assertNotExecuted(RpcClientBuilder builder, String message) {
        Throwable thrown = failing(builder);
        assertThat(thrown).isInstanceOf(RpcException.class).hasMessageContaining(message);
        assertThat(((RpcException) thrown).outcome()).as(thrown.getMessage()).isEqualTo(Outcome.NOT_EXECUTED);
        assertThat(entered).hasValue(0);
    }

    @Test
    void knowsTheCallerByItsCertificate() {
        int port = serve(TestCertificates.server(SERVER)
                .clientTrust(List.of(ISSUER.getCertificate()))
                .build());
        client = client(port).tls(TestCertificates.client(CLIENT).build()).build();

        assertThat(client.call(Echo.ECHO, HELLO, PATIENT)).isEqualTo(HELLO);
        assertThat(principal.get())
                .isInstanceOfSatisfying(
                        CertificateIdentity.class,
                        identity -> assertThat(identity.certificate()).isEqualTo(CLIENT.getCertificate()));
    }

    @Test
    void knowsNobodyWhereNoCertificateIsAskedFor() {
        int port = serve(TestCertificates.server(SERVER).build());
        client = client(port).tls(TestCertificates.client().build()).build();

        assertThat(client.call(Echo.ECHO, HELLO, PATIENT)).isEqualTo(HELLO);
        assertThat(principal.get()).isNull();
    }

    @Test
    void trustsWhomThePlatformTrustsByDefault() {
        int port = serve(TestCertificates.server(SERVER).build());

        assertNotExecuted(client(port), "comes from nobody who is trusted here");
    }

    @Test
    void tellsThatTheServerWantsACertificate() {
        int port = serve(TestCertificates.server(SERVER)
                .clientTrust(List.of(ISSUER.getCertificate()))
                .build());

        assertNotExecuted(
                client(port).tls(TestCertificates.client().build()),
                "the server does not accept this client's certificate, or wants one that it has not got");
    }

    @Test
    void tellsThatTheCertificateIsForAnotherHost() {
        int port = serve(
                TestCertificates.server(TestCertificates.issued("CN=x", builder -> builder.addSanDnsName("x.test")))
                        .build());

        assertNotExecuted(
                client(port).tls(TestCertificates.client().build()),
                "the server's certificate is for x.test, and not for '127.0.0.1'");
    }

    @Test
    void tellsAPlaintextClientThatTlsIsWanted() {
        int port = serve(TestCertificates.server(SERVER).build());

        assertNotExecuted(client(port).plaintext(), "this server wants TLS");
    }

    @Test
    void tellsThatTheServerHasNoTls() {
        server = RpcServer.builder()
                .transport(transport)
                .plaintext()
                .listen("127.0.0.1", 0)
                .add(Echo.service(handler))
                .start();

        assertNotExecuted(client(server.port()), "does not speak TLS on this port");
    }

    @Test
    void knowsTheCallerOfAUnixSocket() throws Exception {
        Path socket = folder.resolve("rpc.sock");
        server = RpcServer.builder()
                .transport(transport)
                .plaintext()
                .listenUnix(socket)
                .add(Echo.service(handler))
                .start();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                .isEqualTo("rw-------");
        client = RpcClient.builder()
                .transport(transport)
                .plaintext()
                .target("unix:" + socket)
                .build();

        assertThat(client.call(Echo.ECHO, HELLO, PATIENT)).isEqualTo(HELLO);
        assertThat(principal.get()).isInstanceOfSatisfying(ProcessIdentity.class, identity -> {
            if (identity.processId() >= 0) {
                assertThat((long) identity.processId())
                        .isEqualTo(ProcessHandle.current().pid());
            } else {
                assertThat(identity.user()).isEqualTo(System.getProperty("user.name"));
            }
        });
        server.close();
        assertThat(socket).doesNotExist();
    }

    /** Key and certificate change again and again, also halfway, while clients come and go: no call notices. */
    @Test
    void changesCertificatesUnderLoad() throws Exception {
        Path chain = folder.resolve("chain.pem");
        Path key = folder.resolve("key.pem");
        X509Bundle other = TestCertificates.issued("CN=other", builder -> builder.addSanIpAddress("127.0.0.1"));
        TestCertificates.write(SERVER, chain, key);
        int port = serve(ServerTls.builder()
                .certificate(chain, key)
                .checkFilesEvery(Duration.ofNanos(1))
                .build());
        ClientTls tls = TestCertificates.client().build();
        AtomicBoolean over = new AtomicBoolean();
        RpcClient lasting = client(port).tls(tls).build();
        client = lasting;
        CompletableFuture<Integer> stays = CompletableFuture.supplyAsync(() -> calls(lasting, over));
        AtomicInteger made = new AtomicInteger();
        CompletableFuture<Integer> comes = CompletableFuture.supplyAsync(() -> {
            while (!over.get()) {
                try (RpcClient coming = client(port).tls(tls).build()) {
                    assertThat(coming.call(Echo.ECHO, HELLO, PATIENT)).isEqualTo(HELLO);
                    assertNothingWentWrong(coming);
                    made.incrementAndGet();
                }
            }
            return made.get();
        });

        for (int i = 0; i < 20; i++) {
            X509Bundle next = i % 2 == 0 ? other : SERVER;
            int before = entered.get();
            Files.writeString(
                    i % 4 < 2 ? key : chain, i % 4 < 2 ? next.getPrivateKeyPEM() : next.getCertificatePathPEM());
            awaitCalls(before + 5, comes);
            TestCertificates.write(next, chain, key);
            awaitCalls(before + 10, comes);
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> made.get() > 0 || comes.isDone());
        over.set(true);

        assertThat(comes.get()).isPositive();
        assertThat(stays.get()).isPositive();
        assertThat(entered.get()).isGreaterThanOrEqualTo(200);
        assertNothingWentWrong(lasting);
    }

    /** A call that waits would hide an attempt to connect that has failed. */
    private static void assertNothingWentWrong(RpcClient client) {
        ClientSnapshot snapshot = client.snapshot().toCompletableFuture().join();
        assertThat(snapshot.failures()).isEmpty();
        assertThat(snapshot.calls().failed()).isEmpty();
        assertThat(snapshot.retries().made()).isZero();
    }

    private static int calls(RpcClient client, AtomicBoolean over) {
        int made = 0;
        while (!over.get()) {
            assertThat(client.call(Echo.ECHO, HELLO, PATIENT)).isEqualTo(HELLO);
            made++;
        }
        return made;
    }

    private void awaitCalls(int count, CompletableFuture<?> running) {
        while (entered.get() < count && !running.isDone()) {
            Thread.onSpinWait();
        }
    }
}
