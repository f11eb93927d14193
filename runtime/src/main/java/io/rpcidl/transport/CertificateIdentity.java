package io.rpcidl.transport;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A peer that has shown in a TLS handshake that it has the key of a certificate that is trusted here.
 *
 * @param chain its certificate, then those of who issued it, as the peer has sent them; never empty
 */
public record CertificateIdentity(List<X509Certificate> chain) implements PeerIdentity {
    /** Copies the chain. */
    public CertificateIdentity {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a certificate chain is empty; it begins with the peer's certificate");
        }
    }

    /** The peer's own certificate. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** The subject of the peer's certificate, as RFC 2253 writes it. */
    @Override
    public String getName() {
        return certificate().getSubjectX500Principal().getName();
    }

    @Override
    public String toString() {
        return getName();
    }
}
