package io.rpcidl.transport;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Objects;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * How a client uses TLS: whom it trusts, and who it is. Any number of clients may share it.
 *
 * <p>Without further words it trusts whom the JDK trusts, checks that the server's certificate is for the host of the target,
 * and shows no certificate of its own. TLS 1.3 is used, 1.2 where the server has nothing newer.
 */
public final class ClientTls {
    private final WatchedMaterial material;
    private final TlsEngine engine;
    private final CheckedTrust.HostNames hostNames;
    private final @Nullable String serverName;

    private ClientTls(WatchedMaterial material, Builder builder) {
        this.material = material;
        this.engine = builder.engine();
        this.hostNames = builder.hostNames;
        this.serverName = builder.serverName;
    }

    /** The trust store of the platform, and no certificate. */
    public static ClientTls platform() {
        return builder().build();
    }

    /** A builder that trusts the trust store of the platform. */
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

    /** Whether the names in the server's certificate matter; for transports. */
    public boolean checksHostName() {
        return hostNames == CheckedTrust.HostNames.CHECKED;
    }

    /**
     * The name that the server's certificate has to be for when the target is {@code endpoint}, in ASCII; for transports.
     *
     * @throws IllegalArgumentException when there is none
     */
    public String serverName(Endpoint endpoint) {
        if (serverName != null) {
            return serverName;
        }
        if (endpoint.isUnixSocket()) {
            throw new IllegalArgumentException("the server at " + endpoint
                    + " has no host name to check its certificate for; name one with serverName(...)");
        }
        return ServerNames.reference(endpoint.host());
    }

    /** Collects what a client's TLS needs. */
    public static final class Builder extends TlsBuilder<Builder> {
        private TrustSource trust = TrustSource.platform();
        private CheckedTrust.HostNames hostNames = CheckedTrust.HostNames.CHECKED;
        private @Nullable String serverName;

        private Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /** Trusts servers whose certificates come from one of those in a PEM file, and no others. It may be replaced. */
        public Builder trust(Path certificates) {
            trust = TrustSource.file(certificates);
            return this;
        }

        /** Trusts servers whose certificates come from one of these, and no others. */
        public Builder trust(Collection<X509Certificate> certificates) {
            trust = TrustSource.certificates(certificates);
            return this;
        }

        /** Trusts servers whose certificates come from one of a trust store, and no others. */
        public Builder trust(KeyStore store) {
            trust = TrustSource.store(Objects.requireNonNull(store, "store"));
            return this;
        }

        /**
         * The host that the server's certificate has to be for, where that is not the host of the target: for targets that
         * are addresses or Unix sockets.
         */
        public Builder serverName(String host) {
            serverName = ServerNames.reference(host);
            return this;
        }

        /**
         * Leaves it to the application who is trusted. Insecure, because nothing checks what it decides; that the certificate
         * is for the host is checked all the same.
         */
        public Builder insecureTrustManager(X509TrustManager decides) {
            trust = TrustSource.decidedBy(decides);
            return this;
        }

        /**
         * Takes a certificate for whatever host. Insecure: each server that has any certificate of a trusted issuer can then
         * pass for this one.
         */
        public Builder insecureAnyHostName() {
            hostNames = CheckedTrust.HostNames.IGNORED;
            return this;
        }

        /**
         * Reads all files.
         *
         * @throws IllegalArgumentException when a file can't be read or used; the message names it
         */
        public ClientTls build() {
            return new ClientTls(material(trust, hostNames), this);
        }
    }
}
