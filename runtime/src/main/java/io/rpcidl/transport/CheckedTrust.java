package io.rpcidl.transport;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Who is trusted; of servers also, whether their certificate is for the host that was asked for. */
final class CheckedTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager issuers;
    private final HostNames hostNames;

    /** Whether the names in a server's certificate matter. */
    enum HostNames {
        CHECKED,
        IGNORED
    }

    CheckedTrust(X509ExtendedTrustManager issuers, HostNames hostNames) {
        this.issuers = issuers;
        this.hostNames = hostNames;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine)
            throws CertificateException {
        try {
            issuers.checkServerTrusted(chain, keyExchange, engine);
        } catch (CertificateException refused) {
            if (refused.getCause() == null) {
                checkName(chain, engine); // the likely reason: we have the better words for it
            }
            throw refused;
        }
        checkName(chain, engine);
    }

    private void checkName(X509Certificate[] chain, SSLEngine engine) throws CertificateException {
        if (hostNames == HostNames.CHECKED) {
            ServerNames.check(chain[0], engine.getPeerHost());
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine)
            throws CertificateException {
        issuers.checkClientTrusted(chain, keyExchange, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        issuers.checkClientTrusted(chain, keyExchange);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        throw new CertificateException("a server's certificate can't be checked without the name of its host");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, keyExchange);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, keyExchange);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return issuers.getAcceptedIssuers();
    }
}
