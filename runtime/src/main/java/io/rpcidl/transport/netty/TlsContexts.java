package io.rpcidl.transport.netty;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.rpcidl.transport.ClientTls;
import io.rpcidl.transport.ServerTls;
import io.rpcidl.transport.TlsEngine;
import io.rpcidl.transport.TlsException;
import io.rpcidl.transport.TlsMaterial;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** What both engines are held to: versions, ciphers, the protocol's name, and who checks whom. */
final class TlsContexts {
    /** What both sides have to name by ALPN (W-17.3). */
    static final String PROTOCOL = "rpcidl/1";

    static final String TLS_1_3 = "TLSv1.3";
    private static final List<String> VERSIONS = List.of(TLS_1_3, "TLSv1.2");

    /** Each with a key of its own for each connection, and with a cipher that checks what it deciphers. */
    private static final List<String> CIPHERS = List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    /** Asks the engine to check the host; named here, because a system property can change what Netty asks for by itself. */
    private static final String HTTPS = "HTTPS";

    /** No port: engines look sessions up by host and port, and a connection that resumes none has its own handshake. */
    private static final int NO_PORT = -1;

    private static final int MOST_SESSIONS = 1_024;

    private TlsContexts() {}

    static EngineSource client(ClientTls tls, TlsMaterial material) throws TlsException {
        @Nullable String check = tls.checksHostName() ? HTTPS : null;
        if (tls.engine() == TlsEngine.JDK) {
            SSLContext context = jdk(material);
            return (allocator, host) -> asClient(context.createSSLEngine(host, NO_PORT), host, check);
        }
        SslContextBuilder builder = SslContextBuilder.forClient().keyManager(material.keys());
        SslContext context = boring(builder.endpointIdentificationAlgorithm(check), material);
        return (allocator, host) -> asClient(engine(context, allocator, host), host, check);
    }

    static EngineSource server(ServerTls tls, TlsMaterial material) throws TlsException {
        if (tls.engine() == TlsEngine.JDK) {
            SSLContext context = jdk(material);
            return (allocator, host) -> asServer(context.createSSLEngine(), tls.clientCertificate());
        }
        ClientAuth asks = switch (tls.clientCertificate()) {
            case NONE -> ClientAuth.NONE;
            case OPTIONAL -> ClientAuth.OPTIONAL;
            case REQUIRED -> ClientAuth.REQUIRE;
        };
        KeyManager keys = Objects.requireNonNull(material.keys(), "a server has a certificate");
        SslContext context = boring(SslContextBuilder.forServer(keys).clientAuth(asks), material);
        return (allocator, host) -> asServer(engine(context, allocator, null), tls.clientCertificate());
    }

    private static SSLContext jdk(TlsMaterial material) throws TlsException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    material.keys() == null ? new KeyManager[0] : new KeyManager[] {material.keys()},
                    material.trust() == null ? new TrustManager[0] : new TrustManager[] {material.trust()},
                    null);
            bound(context);
            return context;
        } catch (GeneralSecurityException bad) {
            throw unusable("the JDK can't use these keys: " + bad.getMessage(), bad);
        }
    }

    /** Peers choose how many sessions there are and which names they ask for: neither may fill this side's memory. */
    private static void bound(SSLContext context) {
        context.getServerSessionContext().setSessionCacheSize(MOST_SESSIONS);
        context.getClientSessionContext().setSessionCacheSize(1);
    }

    private static SslContext boring(SslContextBuilder builder, TlsMaterial material) throws TlsException {
        if (!OpenSsl.isAvailable()) {
            throw unusable(
                    "BoringSSL was asked for and can't be loaded: add netty-tcnative-boringssl-static with the classifier"
                            + " of this machine, or use the JDK's engine",
                    OpenSsl.unavailabilityCause());
        }
        try {
            if (material.trust() != null) {
                builder.trustManager(new BoringTrust(material.trust()));
            }
            return builder.sslProvider(SslProvider.OPENSSL)
                    .sessionCacheSize(MOST_SESSIONS)
                    .protocols(VERSIONS)
                    .ciphers(CIPHERS)
                    .applicationProtocolConfig(new ApplicationProtocolConfig(
                            ApplicationProtocolConfig.Protocol.ALPN,
                            ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                            ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                            PROTOCOL))
                    .build();
        } catch (SSLException | IllegalArgumentException bad) {
            throw unusable("BoringSSL can't use these keys: " + bad.getMessage(), bad);
        }
    }

    private static SSLEngine engine(SslContext context, ByteBufAllocator allocator, @Nullable String host) {
        return host == null ? context.newEngine(allocator) : context.newEngine(allocator, host, NO_PORT);
    }

    private static SSLEngine asClient(SSLEngine engine, @Nullable String host, @Nullable String check) {
        engine.setUseClientMode(true);
        SSLParameters parameters = parameters(engine);
        parameters.setEndpointIdentificationAlgorithm(check);
        if (host != null && !isAddress(host)) {
            parameters.setServerNames(List.of(new SNIHostName(host)));
        }
        engine.setSSLParameters(parameters);
        return engine;
    }

    private static SSLEngine asServer(SSLEngine engine, ServerTls.ClientCertificate asked) {
        engine.setUseClientMode(false);
        SSLParameters parameters = parameters(engine);
        parameters.setUseCipherSuitesOrder(true);
        if (asked == ServerTls.ClientCertificate.REQUIRED) {
            parameters.setNeedClientAuth(true);
        } else if (asked == ServerTls.ClientCertificate.OPTIONAL) {
            parameters.setWantClientAuth(true);
        }
        engine.setSSLParameters(parameters);
        return engine;
    }

    private static SSLParameters parameters(SSLEngine engine) {
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(VERSIONS.toArray(String[]::new));
        List<String> supported = List.of(engine.getSupportedCipherSuites());
        parameters.setCipherSuites(CIPHERS.stream().filter(supported::contains).toArray(String[]::new));
        parameters.setApplicationProtocols(new String[] {PROTOCOL});
        return parameters;
    }

    private static boolean isAddress(String host) {
        return io.netty.util.NetUtil.isValidIpV4Address(host) || io.netty.util.NetUtil.isValidIpV6Address(host);
    }

    private static TlsException unusable(String message, @Nullable Throwable cause) {
        return new TlsException(TlsException.Reason.CONFIGURATION, message, cause);
    }
}
