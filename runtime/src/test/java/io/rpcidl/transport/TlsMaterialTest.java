package io.rpcidl.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.netty.pkitesting.X509Bundle;
import io.rpcidl.LogCapture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can and can't be made of files, keys and stores; and how files are followed (half of row J13). */
class TlsMaterialTest {
    private static final long SECOND = 1_000_000_000;
    private static final X509Bundle OTHER =
            TestCertificates.issued("CN=server", builder -> builder.addSanDnsName("localhost"));

    @TempDir
    private Path folder;

    private Path chain;
    private Path key;

    @BeforeEach
    void write() {
        chain = folder.resolve("chain.pem");
        key = folder.resolve("key.pem");
        TestCertificates.write(TestCertificates.SERVER, chain, key);
    }

    private ServerTls server() {
        return ServerTls.builder()
                .certificate(chain, key)
                .checkFilesEvery(Duration.ofSeconds(5))
                .build();
    }

    private void refuses(String message) {
        assertThatIllegalArgumentException().isThrownBy(this::server).withMessageContaining(message);
    }

    @Test
    void looksAtItsFilesWhenTheIntervalHasPassed() {
        ServerTls server = server();
        TlsMaterial first = server.material(0);
        TestCertificates.write(OTHER, chain, key);

        assertThat(server.material(5 * SECOND - 1)).isSameAs(first);
        TlsMaterial second = server.material(5 * SECOND);
        assertThat(second).isNotSameAs(first);
        assertThat(server.material(20 * SECOND)).isSameAs(second);
    }

    @Test
    void keepsWhatItHadWhileFilesAreHalfWrittenAndSaysSoOnce() throws IOException {
        ServerTls server = server();
        TlsMaterial first = server.material(0);
        try (LogCapture log = new LogCapture("io.rpcidl")) {
            Files.writeString(key, OTHER.getPrivateKeyPEM()); // the certificate is still the old one
            assertThat(server.material(5 * SECOND)).isSameAs(first);
            assertThat(server.material(10 * SECOND)).isSameAs(first);
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("TLS keeps what it had")
                    .contains("the key is not that of the certificate");

            Files.writeString(chain, OTHER.getCertificatePathPEM().substring(0, 100));
            assertThat(server.material(15 * SECOND)).isSameAs(first);
            Files.delete(chain);
            assertThat(server.material(20 * SECOND)).isSameAs(first);
            assertThat(server.material(25 * SECOND)).isSameAs(first);
            assertThat(log.lines()).hasSize(3);

            Files.writeString(chain, OTHER.getCertificatePathPEM());
            assertThat(server.material(30 * SECOND)).isNotSameAs(first);
        }
    }

    @Test
    void reloadsWhenItIsToldTo() throws IOException {
        ServerTls server = server();
        TlsMaterial first = server.material(0);
        TestCertificates.write(OTHER, chain, key);
        server.reload();
        TlsMaterial second = server.material(0);
        assertThat(second).isNotSameAs(first);

        Files.writeString(chain, "nothing");
        assertThatIllegalArgumentException().isThrownBy(server::reload).withMessageContaining(chain.toString());
        assertThat(server.material(0)).isSameAs(second);
    }

    @Test
    void namesTheFileThatItCannotUse() throws IOException {
        Files.writeString(chain, "");
        refuses("chain.pem");
        Files.writeString(chain, "x".repeat((1 << 20) + 1));
        refuses("chain.pem is larger than 1048576 octets");
        Files.delete(chain);
        refuses("can't read " + chain);
        TestCertificates.write(TestCertificates.SERVER, chain, key);
        Files.writeString(key, "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        refuses("holds a key as 'RSA PRIVATE KEY'; it needs a block -----BEGIN PRIVATE KEY-----");
        Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        refuses("key.pem is none of [RSA, EC, EdDSA]");
        Files.writeString(key, "no key");
        refuses("holds no private key");
    }

    @Test
    void takesAKeyThatIsNotTheCertificatesForWhatItIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerTls.builder()
                        .certificate(OTHER.getKeyPair().getPrivate(), TestCertificates.chain(TestCertificates.SERVER)))
                .withMessageContaining("don't belong together");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ServerTls.builder().certificate(OTHER.getKeyPair().getPrivate(), List.of()))
                .withMessageContaining("a certificate chain is empty");
    }

    @Test
    void asksForWhatIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ServerTls.builder().build())
                .withMessageContaining("needs a certificate; name it with certificate(chain, key)");
        assertThatIllegalStateException()
                .isThrownBy(() -> TestCertificates.server(TestCertificates.SERVER)
                        .clientCertificateOptional()
                        .build())
                .withMessageContaining("clientTrust(...)");
        assertThatIllegalStateException()
                .isThrownBy(() -> ClientTls.builder().revocationLists(chain).build())
                .withMessageContaining("revocation lists need issuers that are named");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientTls.builder().trust(Set.of()))
                .withMessageContaining("nobody would be trusted");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientTls.builder().checkFilesEvery(Duration.ZERO));
    }

    @Test
    void asksForClientCertificatesAsSoonAsClientsAreTrusted() {
        ServerTls.Builder builder = TestCertificates.server(TestCertificates.SERVER)
                .clientTrust(List.of(TestCertificates.ISSUER.getCertificate()));

        assertThat(builder.build().clientCertificate()).isEqualTo(ServerTls.ClientCertificate.REQUIRED);
        assertThat(builder.clientCertificateOptional().build().clientCertificate())
                .isEqualTo(ServerTls.ClientCertificate.OPTIONAL);
        assertThat(server().clientCertificate()).isEqualTo(ServerTls.ClientCertificate.NONE);
    }

    @Test
    void takesKeyStores() throws Exception {
        char[] password = "secret".toCharArray();
        ServerTls server = ServerTls.builder()
                .certificate(TestCertificates.SERVER.toKeyStore(password), password)
                .build();

        assertThat(server.material(0).keys()).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerTls.builder()
                        .certificate(TestCertificates.SERVER.toKeyStore(password), "wrong".toCharArray()))
                .withMessageContaining("can't use the key store");
    }
}
