package io.rpcidl.transport.netty;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.function.Predicate;
import javax.net.ssl.X509TrustManager;

/** Trusts whom a test wants, and names no issuers to the peer. */
record TrustSome(Predicate<X509Certificate> trusted) implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        if (!trusted.test(chain[0])) {
            throw new CertificateException("planted");
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        checkClientTrusted(chain, keyExchange);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
