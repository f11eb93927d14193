package io.rpcidl.transport.netty;

import io.netty.handler.ssl.OpenSslCertificateException;
import java.net.Socket;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateRevokedException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The same trust for BoringSSL, which would tell the peer of an internal error when it is not told which: so the peer hears
 * that its certificate was refused.
 */
final class BoringTrust extends X509ExtendedTrustManager {
    /** X509_V_ERR_CERT_REJECTED, which becomes the alert bad_certificate. */
    private static final int REJECTED = 28;

    private static final int DEEPEST = 16;

    private final X509ExtendedTrustManager trust;

    private interface Check {
        void run() throws CertificateException;
    }

    BoringTrust(X509ExtendedTrustManager trust) {
        this.trust = trust;
    }

    private static void named(Check check) throws CertificateException {
        try {
            check.run();
        } catch (CertificateException refused) {
            Throwable cause = refused;
            for (int i = 0; cause != null && i < DEEPEST; i++) {
                if (hasItsOwnAlert(cause)) {
                    throw refused;
                }
                cause = cause.getCause();
            }
            throw new OpenSslCertificateException(refused.getMessage(), refused, REJECTED);
        }
    }

    private static boolean hasItsOwnAlert(Throwable cause) {
        return cause instanceof CertificateExpiredException
                || cause instanceof CertificateNotYetValidException
                || cause instanceof CertificateRevokedException
                || (cause instanceof CertPathValidatorException path
                        && path.getReason() != CertPathValidatorException.BasicReason.UNSPECIFIED);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine)
            throws CertificateException {
        named(() -> trust.checkClientTrusted(chain, keyExchange, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine)
            throws CertificateException {
        named(() -> trust.checkServerTrusted(chain, keyExchange, engine));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        trust.checkClientTrusted(chain, keyExchange);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        trust.checkServerTrusted(chain, keyExchange);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange, Socket socket)
            throws CertificateException {
        trust.checkClientTrusted(chain, keyExchange, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, Socket socket)
            throws CertificateException {
        trust.checkServerTrusted(chain, keyExchange, socket);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }
}
