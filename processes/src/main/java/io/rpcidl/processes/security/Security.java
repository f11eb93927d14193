package io.rpcidl.processes.security;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.rpcidl.RpcClientBuilder;
import io.rpcidl.RpcServerBuilder;
import io.rpcidl.transport.ClientTls;
import io.rpcidl.transport.ServerTls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a client and a server in different processes speak TLS. Where they do, a folder has the certificate and the key, which
 * were made for one run and are good for a day; the server shows them, and the client trusts nobody else.
 */
public final class Security {
    /** Whoever sees the network sees every call; nobody is there on loopback. */
    public static final Security PLAINTEXT = new Security(null);

    private static final Duration VALID = Duration.ofDays(1);
    private static final String CHAIN = "chain.pem";
    private static final String KEY = "key.pem";

    private final @Nullable Path folder;
    /** Whom clients trust: read once, however many clients there are. */
    private final @Nullable ClientTls trust;

    private Security(@Nullable Path folder) {
        this.folder = folder;
        this.trust = folder == null
                ? null
                : ClientTls.builder().trust(folder.resolve(CHAIN)).build();
    }

    /** TLS with a certificate for 127.0.0.1, which is made here and written into {@code folder}. */
    public static Security tls(Path folder) throws IOException {
        Instant now = Instant.now();
        CertificateBuilder builder = new CertificateBuilder()
                .ecp256()
                .subject("CN=server of one run")
                .addSanIpAddress("127.0.0.1")
                .setIsCertificateAuthority(true)
                .notBefore(now.minus(VALID))
                .notAfter(now.plus(VALID));
        try {
            X509Bundle made = builder.buildSelfSigned();
            Files.writeString(folder.resolve(CHAIN), made.getCertificatePathPEM());
            Files.writeString(folder.resolve(KEY), made.getPrivateKeyPEM());
        } catch (IOException failure) {
            throw failure;
        } catch (Exception failure) { // whatever the builder's signature names
            throw new IllegalStateException("no certificate can be made here", failure);
        }
        return new Security(folder);
    }

    /** What another process has made; its {@link #name}. */
    public static Security named(String name) {
        return name.isEmpty() ? PLAINTEXT : new Security(Path.of(name));
    }

    /** How another process calls it: the folder, or nothing. */
    public String name() {
        return folder == null ? "" : folder.toString();
    }

    /** Lets a server speak so. */
    public RpcServerBuilder of(RpcServerBuilder server) {
        return folder == null
                ? server.plaintext()
                : server.tls(ServerTls.builder()
                        .certificate(folder.resolve(CHAIN), folder.resolve(KEY))
                        .build());
    }

    /** Lets a client speak so. */
    public RpcClientBuilder of(RpcClientBuilder client) {
        return trust == null ? client.plaintext() : client.tls(trust);
    }

    /** For people. */
    @Override
    public String toString() {
        return folder == null ? "plaintext" : "TLS";
    }
}
