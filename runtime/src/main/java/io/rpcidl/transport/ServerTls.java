package io.rpcidl.transport;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Objects;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * How a server uses TLS: who it is, and whom it lets in. Any number of servers may share it.
 *
 * <p>As soon as it is said which clients are trusted, each client has to show a certificate, unless
 * {@link Builder#clientCertificateOptional} is asked for.
 */
public final class ServerTls {
    private final WatchedMaterial material;
    private final TlsEngine engine;
    private final ClientCertificate clientCertificate;

    /** Whether clients have to show certificates. */
    public enum ClientCertificate {
        /** They are not asked. */
        NONE,
        /** They are asked; one that they show has to be trusted. */
        OPTIONAL,
        /** Who has none that is trusted is not let in. */
        REQUIRED
    }

    private ServerTls(WatchedMaterial material, TlsEngine engine, ClientCertificate clientCertificate) {
        this.material = material;
        this.engine = engine;
        this.clientCertificate = clientCertificate;
    }

    /** A builder without a certificate, which it needs. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads all files again, for the connections that begin from now on.
     *
     * @throws IllegalArgumentException when they can't be used; then everything stays as it was
     */
    public void reload() {
        material.reload();
    }

    /** What a handshake that begins at {@code now}, by the transport's clock, uses; for transports. */
    public TlsMaterial material(long now) {
        return material.current(now);
    }

    /** What computes TLS; for transports. */
    public TlsEngine engine() {
        return engine;
    }

    /** Whether clients have to show certificates; for transports. */
    public ClientCertificate clientCertificate() {
        return clientCertificate;
    }

    /** Collects what a server's TLS needs. */
    public static final class Builder extends TlsBuilder<Builder> {
        private @Nullable TrustSource clients;
        private ClientCertificate clientCertificate = ClientCertificate.REQUIRED;

        private Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /** Lets in clients whose certificates come from one of those in a PEM file, and no others. It may be replaced. */
        public Builder clientTrust(Path certificates) {
            clients = TrustSource.file(certificates);
            return this;
        }

        /** Lets in clients whose certificates come from one of these, and no others. */
        public Builder clientTrust(Collection<X509Certificate> certificates) {
            clients = TrustSource.certificates(certificates);
            return this;
        }

        /** Lets in clients whose certificates come from one of a trust store, and no others. */
        public Builder clientTrust(KeyStore store) {
            clients = TrustSource.store(Objects.requireNonNull(store, "store"));
            return this;
        }

        /** Lets in clients without a certificate too; they have no identity. */
        public Builder clientCertificateOptional() {
            clientCertificate = ClientCertificate.OPTIONAL;
            return this;
        }

        /** Leaves it to the application which clients are let in. Insecure, because nothing checks what it decides. */
        public Builder insecureClientTrustManager(X509TrustManager decides) {
            clients = TrustSource.decidedBy(decides);
            return this;
        }

        /**
         * Reads all files.
         *
         * @throws IllegalArgumentException when a file can't be read or used; the message names it
         * @throws IllegalStateException when it has no certificate, or when client certificates are spoken of and it is not
         *     said which are trusted
         */
        public ServerTls build() {
            if (keys() == null) {
                throw new IllegalStateException(
                        "a server with TLS needs a certificate; name it with certificate(chain, key)");
            }
            boolean asks = clients != null;
            if (!asks && (clientCertificate == ClientCertificate.OPTIONAL || hasRevocationLists())) {
                throw new IllegalStateException(
                        "nobody says which clients are trusted; name them with clientTrust(...)");
            }
            return new ServerTls(
                    material(clients, CheckedTrust.HostNames.IGNORED),
                    engine(),
                    asks ? clientCertificate : ClientCertificate.NONE);
        }
    }
}
