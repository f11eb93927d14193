package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rpcidl.transport.ClientTls;
import io.rpcidl.transport.ProcessIdentity;
import io.rpcidl.transport.ServerTls;
import io.rpcidl.transport.TestCertificates;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What docs/security.md shows: each of its blocks stands in this file, where it is compiled and run. */
@Timeout(120)
class SecurityPageTest {
    private static final Message HELLO = new Message("hello", 1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final CallOptions PATIENT = CallOptions.DEFAULT.withDeadline(PATIENCE);

    @TempDir
    private Path folder;

    private Path chain;
    private Path key;
    private Path issuers;
    private final AtomicReference<@Nullable Object> seen = new AtomicReference<>();
    private final Echo handler = new Echo() {
        @Override
        public Message echo(Message message) {
            Optional<Object> caller = CallContext.current().principal();
            seen.set(caller.orElse(null));
            return message;
        }
    };

    @BeforeEach
    void writeCertificates() throws IOException {
        chain = folder.resolve("chain.pem");
        key = folder.resolve("key.pem");
        issuers = folder.resolve("issuers.pem");
        TestCertificates.write(TestCertificates.SERVER, chain, key);
        Files.writeString(issuers, TestCertificates.ISSUER.getCertificatePEM());
    }

    @Test
    void isCompiledHere() throws IOException {
        PageBlocks.assertCompiledIn(SecurityPageTest.class, "security.md", 6);
    }

    @Test
    void needsNoWordForTls() {
        RpcClient client = RpcClient.builder().target("orders.example.com:7400").build();
        client.close();
        assertThat(catchThrowable(() -> client.call(Echo.ECHO, HELLO, PATIENT))).isInstanceOf(RpcException.class);
    }

    @Test
    void trustsWhomItIsTold() {
        RpcServer server = RpcServer.builder()
                .tls(ServerTls.builder().certificate(chain, key).build())
                .listen("127.0.0.1", 0)
                .add(Echo.service(handler))
                .start();
        ClientTls tls = ClientTls.builder().trust(issuers).build();
        try (server;
                RpcClient client = RpcClient.builder()
                        .tls(tls)
                        .connectTimeout(PATIENCE)
                        .target(server.target())
                        .build();
                RpcClient platforms = RpcClient.builder()
                        .connectTimeout(PATIENCE)
                        .target(server.target())
                        .build()) {
            assertThat(client.call(Echo.ECHO, HELLO, PATIENT)).isEqualTo(HELLO);
            assertThat(seen.get()).isNull();

            Throwable refused = catchThrowable(() -> platforms.call(Echo.ECHO, HELLO, PATIENT));
            assertThat(refused).isInstanceOf(RpcException.class);
            assertThat(((RpcException) refused).outcome()).isEqualTo(Outcome.NOT_EXECUTED);
        }
    }

    @Test
    void asksClientsWhoTheyAre() {
        ServerTls asking =
                ServerTls.builder().certificate(chain, key).clientTrust(issuers).build();

        assertThat(asking.clientCertificate()).isEqualTo(ServerTls.ClientCertificate.REQUIRED);
    }

    @Test
    void knowsWhoIsOnThisMachine() {
        Path socket = folder.resolve("orders.sock");
        RpcServer local = RpcServer.builder()
                .plaintext()
                .listenUnix(socket)
                .add(Echo.service(handler))
                .start();
        RpcClient same =
                RpcClient.builder().plaintext().target("unix:" + socket).build();
        try (local;
                same) {
            assertThat(same.call(Echo.ECHO, HELLO, PATIENT)).isEqualTo(HELLO);
            assertThat(seen.get()).isInstanceOf(ProcessIdentity.class);
        }
    }
}
