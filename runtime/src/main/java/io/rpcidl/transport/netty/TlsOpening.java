package io.rpcidl.transport.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.rpcidl.transport.CertificateIdentity;
import io.rpcidl.transport.TlsException;
import io.rpcidl.transport.TlsException.Reason;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Waits for the end of the handshake, looks at what was agreed, and then gives its place to the link. */
final class TlsOpening extends ChannelInboundHandlerAdapter {
    private final NettyLoop loop;
    private final TlsTerms terms;
    private final TlsGuard guard;
    private final RecordEngine engine;

    TlsOpening(NettyLoop loop, TlsTerms terms, TlsGuard guard, RecordEngine engine) {
        this.loop = loop;
        this.terms = terms;
        this.guard = guard;
        this.engine = engine;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (!(event instanceof SslHandshakeCompletionEvent handshake)) {
            return;
        }
        loop.refresh();
        if (!handshake.isSuccess()) {
            guard.failed(TlsFailures.of(handshake.cause(), terms.role()));
            return;
        }
        try {
            open(context);
        } catch (TlsException refused) {
            guard.fail(refused);
        }
    }

    private void open(ChannelHandlerContext context) throws TlsException {
        if (!TlsContexts.PROTOCOL.equals(engine.getApplicationProtocol())) {
            throw new TlsException(
                    Reason.NO_ALPN,
                    "the peer does not offer '" + TlsContexts.PROTOCOL + "' by ALPN; it speaks another protocol",
                    null);
        }
        CertificateIdentity identity = identity();
        if (identity != null && terms.role() == TlsGuard.Role.SERVER) {
            checkAgain(identity);
        }
        engine.established();
        guard.opened();
        LinkHandler links = terms.links();
        context.pipeline().replace(this, null, links);
        links.open(context.channel(), identity, guard);
    }

    private @Nullable CertificateIdentity identity() {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            for (Certificate certificate : engine.getSession().getPeerCertificates()) {
                chain.add((X509Certificate) certificate);
            }
        } catch (SSLPeerUnverifiedException none) {
            return null;
        }
        return new CertificateIdentity(chain);
    }

    /** A peer may have taken up an earlier session, in which its certificate was good: it has to be good now. */
    private void checkAgain(CertificateIdentity identity) throws TlsException {
        X509ExtendedTrustManager trust = terms.side().material(loop.now()).trust();
        if (trust == null) {
            return;
        }
        X509Certificate[] chain = identity.chain().toArray(X509Certificate[]::new);
        try {
            trust.checkClientTrusted(chain, chain[0].getPublicKey().getAlgorithm());
        } catch (CertificateException refused) {
            throw TlsFailures.of(refused, terms.role());
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        Throwable known = cause.getCause() == null ? cause : cause.getCause();
        guard.failed(TlsFailures.of(known, terms.role()));
    }
}
