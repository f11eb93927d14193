package io.rpcidl.transport;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.CertificateBuilder.KeyUsage;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** Certificates for tests, all of one issuer but for those that are to be refused. */
public final class TestCertificates {
    /** Whom both sides trust. */
    public static final X509Bundle ISSUER = authority("CN=issuer of the tests");

    /** Whom nobody trusts. */
    public static final X509Bundle STRANGER = authority("CN=stranger");

    /** A server's, for {@code localhost} and 127.0.0.1. */
    public static final X509Bundle SERVER =
            issued("CN=server", builder -> builder.addSanDnsName("localhost").addSanIpAddress("127.0.0.1"));

    /** A client's. */
    public static final X509Bundle CLIENT = issued("CN=client,O=tests", UnaryOperator.identity());

    private TestCertificates() {}

    /** One that may issue others. */
    public static X509Bundle authority(String subject) {
        return made(() -> builder(subject)
                .setIsCertificateAuthority(true)
                .setKeyUsage(true, KeyUsage.keyCertSign, KeyUsage.cRLSign)
                .buildSelfSigned());
    }

    /** One of the issuer that both sides trust. */
    public static X509Bundle issued(String subject, UnaryOperator<CertificateBuilder> options) {
        return issued(ISSUER, subject, options);
    }

    public static X509Bundle issued(X509Bundle issuer, String subject, UnaryOperator<CertificateBuilder> options) {
        return made(() -> options.apply(builder(subject)).buildIssuedBy(issuer));
    }

    public static CertificateBuilder builder(String subject) {
        Instant now = Instant.now();
        return new CertificateBuilder()
                .ecp256()
                .subject(subject)
                .notBefore(now.minusSeconds(86_400))
                .notAfter(now.plusSeconds(86_400));
    }

    /** A server with this certificate, which asks for none. */
    public static ServerTls.Builder server(X509Bundle certificate) {
        return ServerTls.builder().certificate(certificate.getKeyPair().getPrivate(), chain(certificate));
    }

    /** A client that trusts the issuer, and has no certificate. */
    public static ClientTls.Builder client() {
        return ClientTls.builder().trust(List.of(ISSUER.getCertificate()));
    }

    /** Likewise, with a certificate. */
    public static ClientTls.Builder client(X509Bundle certificate) {
        return client().certificate(certificate.getKeyPair().getPrivate(), chain(certificate));
    }

    public static List<java.security.cert.X509Certificate> chain(X509Bundle certificate) {
        return List.of(certificate.getCertificatePath());
    }

    /** Writes chain and key to files, one after the other. */
    public static void write(X509Bundle certificate, Path chain, Path key) {
        try {
            Files.writeString(chain, certificate.getCertificatePathPEM());
            Files.writeString(key, certificate.getPrivateKeyPEM());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private interface Making {
        X509Bundle make() throws Exception;
    }

    private static X509Bundle made(Making making) {
        try {
            return making.make();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
