package io.rpcidl.transport;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A link that TLS has refused, or ended; no octet of the application has reached the other side's application. */
public final class TlsException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why there is no link. */
    public enum Reason {
        /** The peer's certificate comes from nobody who is trusted here. */
        UNTRUSTED,
        /** The peer's certificate, or one that has issued it, is not valid now. */
        EXPIRED,
        /** The peer's certificate was revoked. */
        REVOKED,
        /** The server's certificate is for other hosts. */
        HOST_NAME,
        /** The peer does not accept the certificate of this side, or misses one. */
        CERTIFICATE_REFUSED,
        /** The client has shown no certificate where one is wanted. */
        CERTIFICATE_MISSING,
        /** The peer does not speak TLS at all. */
        NOT_TLS,
        /** The peer speaks TLS, and not this protocol in it. */
        NO_ALPN,
        /** The two sides have no version of TLS, or no ciphers, in common. */
        NOTHING_IN_COMMON,
        /** The handshake has taken too long. */
        TIMEOUT,
        /** The connection has ended within the handshake. */
        CUT,
        /** The peer sends more than a handshake needs, or asks for another one. */
        EXCESS,
        /** Too many handshakes are under way. */
        BUSY,
        /** What is configured here can't be used. */
        CONFIGURATION,
        /** Something else; the message has what is known. */
        OTHER
    }

    /** A failure in words for people, with its cause if there is one. */
    public TlsException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
