package io.rpcidl.transport.netty;

import static io.rpcidl.transport.TestCertificates.CLIENT;
import static io.rpcidl.transport.TestCertificates.ISSUER;
import static io.rpcidl.transport.TestCertificates.SERVER;
import static io.rpcidl.transport.TestCertificates.STRANGER;
import static io.rpcidl.transport.TestCertificates.issued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.pkitesting.X509Bundle;
import io.rpcidl.transport.CertificateIdentity;
import io.rpcidl.transport.ClientTls;
import io.rpcidl.transport.TestCertificates;
import io.rpcidl.transport.TlsEngine;
import io.rpcidl.transport.TlsException;
import io.rpcidl.transport.TlsException.Reason;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is let in, and what the other one is told (rows J05, J07 and J09 of the catalogue). */
@ParameterizedClass
@EnumSource(TlsEngine.class)
@Timeout(120)
class TlsHandshakeTest extends TlsFixture {
    private static final Instant YESTERDAY = Instant.now().minusSeconds(86_400);

    @TempDir
    private Path folder;

    TlsHandshakeTest(TlsEngine engine) {
        super(engine);
    }

    private static X509Bundle forLocalhost(
            X509Bundle issuer, UnaryOperator<io.netty.pkitesting.CertificateBuilder> options) {
        return issued(issuer, "CN=localhost", builder -> options.apply(builder.addSanDnsName("localhost")));
    }

    private TlsException refusedServer(X509Bundle certificate, Reason reason) throws Exception {
        connect(TestCertificates.client(), "localhost", listen(TestCertificates.server(certificate)));
        return assertRefused(reason);
    }

    @Test
    void opensALinkOnBothSidesWithTheServersIdentity() throws Exception {
        connect(TestCertificates.client(), "localhost", listen(TestCertificates.server(SERVER)));
        assertOpen();

        assertThat(client.link.join().identity())
                .isEqualTo(new CertificateIdentity(List.of(SERVER.getCertificatePath())));
        assertThat(server.link.join().identity()).isNull();
    }

    @Test
    void acceptsAnAddressThatTheCertificateNames() throws Exception {
        connect(TestCertificates.client(), "127.0.0.1", listen(TestCertificates.server(SERVER)));
        assertOpen();
    }

    @Test
    void ignoresTheDotOfTheRoot() throws Exception {
        connect(TestCertificates.client(), "localhost.", listen(TestCertificates.server(SERVER)));
        assertOpen();
    }

    @Test
    void refusesACertificateForAnotherHost() throws Exception {
        connect(TestCertificates.client(), "other.test", listen(TestCertificates.server(SERVER)));

        assertThat(assertRefused(Reason.HOST_NAME))
                .hasMessage("the server's certificate is for localhost, 127.0.0.1, and not for 'other.test'");
        await().untilAsserted(
                        () -> assertThat(logged()).singleElement().asString().startsWith("no TLS with /127.0.0.1:"));
    }

    @Test
    void refusesACommonNameAlone() throws Exception {
        X509Bundle commonName = issued("CN=localhost", UnaryOperator.identity());

        assertThat(refusedServer(commonName, Reason.HOST_NAME)).hasMessageContaining("its common name does not count");
    }

    @Test
    void takesAnyHostWhenItIsToldTo() throws Exception {
        connect(TestCertificates.client().insecureAnyHostName(), "other.test", listen(TestCertificates.server(SERVER)));
        assertOpen();
    }

    @Test
    void checksTheNameThatItWasToldInsteadOfTheTargets() throws Exception {
        connect(
                TestCertificates.client().serverName("localhost"),
                "other.test",
                listen(TestCertificates.server(SERVER)));
        assertOpen();
    }

    @Test
    void checksTheHostEvenWhereTheApplicationTrustsWhomItWants() throws Exception {
        ClientTls.Builder gullible = TestCertificates.client().insecureTrustManager(new TrustSome(certificate -> true));
        connect(gullible, "other.test", listen(TestCertificates.server(SERVER)));

        assertRefused(Reason.HOST_NAME);
    }

    @Test
    void refusesAnExpiredCertificate() throws Exception {
        refusedServer(forLocalhost(ISSUER, builder -> builder.notAfter(YESTERDAY.plusSeconds(9))), Reason.EXPIRED);
    }

    @Test
    void refusesACertificateOfTomorrow() throws Exception {
        refusedServer(
                forLocalhost(ISSUER, builder -> builder.notBefore(Instant.now().plusSeconds(3_600))), Reason.EXPIRED);
    }

    @Test
    void refusesAStrangersCertificate() throws Exception {
        assertThat(refusedServer(forLocalhost(STRANGER, UnaryOperator.identity()), Reason.UNTRUSTED))
                .hasMessageContaining("comes from nobody who is trusted here; name its issuer with trust(...)");
    }

    @Test
    void refusesACertificateThatNobodyHasIssued() throws Exception {
        X509Bundle selfSigned = TestCertificates.builder("CN=localhost")
                .addSanDnsName("localhost")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();

        refusedServer(selfSigned, Reason.UNTRUSTED);
    }

    @Test
    void refusesACertificateOfOneWhoMayNotIssueAny() throws Exception {
        X509Bundle notAnAuthority = issued("CN=no authority", builder -> builder.setIsCertificateAuthority(true));
        X509Bundle leaf = forLocalhost(notAnAuthority, UnaryOperator.identity());
        X509Bundle pretender = issued("CN=no authority", builder -> builder.keyPair(notAnAuthority.getKeyPair()));
        X509Certificate[] chain = {leaf.getCertificate(), pretender.getCertificate()};

        refusedServer(
                X509Bundle.fromCertificatePath(chain, ISSUER.getCertificate(), leaf.getKeyPair()), Reason.UNTRUSTED);
    }

    @Test
    void refusesAShortKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(512);
        X509Bundle weak = forLocalhost(ISSUER, builder -> builder.keyPair(generator.generateKeyPair()));
        connect(TestCertificates.client(), "localhost", listen(TestCertificates.server(weak)));

        assertThat(clientFailure().reason()).isIn(Reason.UNTRUSTED, Reason.NOTHING_IN_COMMON, Reason.CUT, Reason.OTHER);
        assertThat(server.link).isNotDone();
    }

    @Test
    void refusesARevokedCertificateWhereListsAreNamed() throws Exception {
        Path list = folder.resolve("revoked.pem");
        Files.writeString(list, revocationList(SERVER.getCertificate().getSerialNumber()));
        int port = listen(TestCertificates.server(SERVER));
        connect(TestCertificates.client().revocationLists(list), "localhost", port);
        assertRefused(Reason.REVOKED);
    }

    @Test
    void acceptsACertificateThatIsOnNoList() throws Exception {
        Path list = folder.resolve("revoked.pem");
        Files.writeString(list, revocationList(BigInteger.valueOf(12_345)));
        int port = listen(TestCertificates.server(SERVER));
        connect(TestCertificates.client().revocationLists(list), "localhost", port);
        assertOpen();
    }

    private static String revocationList(BigInteger serial) throws Exception {
        Date now = new Date();
        JcaX509v2CRLBuilder builder =
                new JcaX509v2CRLBuilder(ISSUER.getCertificate().getSubjectX500Principal(), now);
        builder.setNextUpdate(new Date(now.getTime() + 86_400_000));
        builder.addCRLEntry(serial, now, 0);
        PrivateKey key = ISSUER.getKeyPair().getPrivate();
        byte[] encoded = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key))
                .getEncoded();
        return "-----BEGIN X509 CRL-----\n" + Base64.getMimeEncoder().encodeToString(encoded)
                + "\n-----END X509 CRL-----\n";
    }

    @Test
    void letsInClientsThatAreTrusted() throws Exception {
        int port = listen(TestCertificates.server(SERVER).clientTrust(List.of(ISSUER.getCertificate())));
        connect(TestCertificates.client(CLIENT), "localhost", port);
        assertOpen();

        assertThat(server.link.join().identity()).isInstanceOfSatisfying(CertificateIdentity.class, identity -> {
            assertThat(identity.getName()).isEqualTo("CN=client,O=tests");
            assertThat(identity.certificate()).isEqualTo(CLIENT.getCertificate());
        });
    }

    @Test
    void letsInClientsWithoutACertificateWhereItIsOptional() throws Exception {
        int port = listen(TestCertificates.server(SERVER)
                .clientTrust(List.of(ISSUER.getCertificate()))
                .clientCertificateOptional());
        connect(TestCertificates.client(), "localhost", port);
        assertOpen();

        assertThat(server.link.join().identity()).isNull();
    }

    @Test
    void refusesClientsWithoutACertificate() throws Exception {
        int port = listen(TestCertificates.server(SERVER).clientTrust(List.of(ISSUER.getCertificate())));
        connect(TestCertificates.client(), "localhost", port);

        assertServerRefused("certificate");
    }

    @Test
    void refusesACertificateThatIsNotTrustedEvenWhereItIsOptional() throws Exception {
        int port = listen(TestCertificates.server(SERVER)
                .insecureClientTrustManager(new TrustSome(certificate -> false))
                .clientCertificateOptional());
        connect(TestCertificates.client(CLIENT), "localhost", port);

        assertServerRefused("the peer's certificate is not accepted: planted");
    }

    /** A server names whom it trusts, and a client whose certificate comes from somebody else shows none. */
    @Test
    void refusesClientsOfStrangers() throws Exception {
        X509Bundle strange = issued(STRANGER, "CN=client", UnaryOperator.identity());
        int port = listen(TestCertificates.server(SERVER).clientTrust(List.of(ISSUER.getCertificate())));
        connect(TestCertificates.client(strange), "localhost", port);

        assertServerRefused("certificate");
    }

    @Test
    void refusesClientsWhoseCertificateHasExpired() throws Exception {
        X509Bundle expired = issued("CN=client", builder -> builder.notAfter(YESTERDAY.plusSeconds(9)));
        int port = listen(TestCertificates.server(SERVER).clientTrust(List.of(ISSUER.getCertificate())));
        connect(TestCertificates.client(expired), "localhost", port);

        assertServerRefused("is not valid now");
    }

    /** The server takes no link; the client may think for a moment that it has one, and is then told what is the matter. */
    private void assertServerRefused(String logged) throws Exception {
        client.link.get(30, TimeUnit.SECONDS);
        Throwable cause = client.closed.get(30, TimeUnit.SECONDS);
        assertThat(cause).isInstanceOf(TlsException.class);
        assertThat(((TlsException) cause).reason()).as(cause.getMessage()).isEqualTo(Reason.CERTIFICATE_REFUSED);
        assertThat(cause).hasMessageContaining("give it one that the server trusts with certificate(chain, key)");
        assertThat(client.taken).hasValue(0);
        assertThat(server.link).isNotDone();
        await().untilAsserted(() ->
                assertThat(logged()).anySatisfy(line -> assertThat(line).contains(logged)));
    }
}
