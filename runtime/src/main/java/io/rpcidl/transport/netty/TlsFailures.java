package io.rpcidl.transport.netty;

import io.rpcidl.transport.TlsException;
import io.rpcidl.transport.TlsException.Reason;
import io.rpcidl.value.Printable;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says in words what has become of a handshake.
 *
 * <p>Engines tell apart little by type; what the peer has said, an alert, they tell by its name in a text, which is the only
 * thing that is looked for there.
 */
final class TlsFailures {
    private static final int DEEPEST = 16;

    /** Alerts with which a peer refuses a handshake that this side thinks is over: nothing behind it was looked at. */
    private static final Map<String, Reason> REFUSALS = Map.ofEntries(
            Map.entry("certificate_required", Reason.CERTIFICATE_REFUSED),
            Map.entry("bad_certificate", Reason.CERTIFICATE_REFUSED),
            Map.entry("unsupported_certificate", Reason.CERTIFICATE_REFUSED),
            Map.entry("certificate_revoked", Reason.CERTIFICATE_REFUSED),
            Map.entry("certificate_expired", Reason.CERTIFICATE_REFUSED),
            Map.entry("certificate_unknown", Reason.CERTIFICATE_REFUSED),
            Map.entry("unknown_ca", Reason.CERTIFICATE_REFUSED),
            Map.entry("access_denied", Reason.CERTIFICATE_REFUSED),
            Map.entry("decrypt_error", Reason.OTHER),
            Map.entry("handshake_failure", Reason.NOTHING_IN_COMMON),
            Map.entry("insufficient_security", Reason.NOTHING_IN_COMMON),
            Map.entry("protocol_version", Reason.NOTHING_IN_COMMON),
            Map.entry("no_application_protocol", Reason.NO_ALPN));

    /** How the JDK and BoringSSL begin to speak of what they have in common with nobody. */
    private static final List<String> NOTHING_IN_COMMON = List.of(
            "no cipher suites in common",
            "no appropriate protocol",
            "not accepted by client preferences",
            "unsupported_protocol",
            "no_shared_cipher",
            "wrong_version_number",
            "no available authentication scheme");

    private TlsFailures() {}

    /** What a side that has shown no certificate, or one, can be told about {@code cause}. */
    static TlsException of(Throwable cause, TlsGuard.Role role) {
        TlsException known = search(cause);
        if (known != null) {
            return known;
        }
        String text = words(cause);
        String lower = text.toLowerCase(Locale.ROOT);
        String alert = alert(cause);
        if (alert != null) {
            return refused(REFUSALS.getOrDefault(alert, Reason.OTHER), alert, cause, role);
        }
        for (String beginning : NOTHING_IN_COMMON) {
            if (lower.contains(beginning)) {
                return new TlsException(
                        Reason.NOTHING_IN_COMMON,
                        "no version of TLS from 1.2 on, or no cipher, in common: " + text,
                        cause);
            }
        }
        if (lower.contains("peer_did_not_return_a_certificate") || lower.contains("empty client certificate")) {
            return new TlsException(Reason.CERTIFICATE_MISSING, "the client has shown no certificate", cause);
        }
        if (cause instanceof ClosedChannelException || lower.contains("connection reset")) {
            return new TlsException(
                    Reason.CUT, "the connection ended within the TLS handshake; the peer may not speak TLS", cause);
        }
        return new TlsException(Reason.OTHER, "the TLS handshake failed: " + text, cause);
    }

    /** Whether with {@code cause} the peer has refused the handshake, and so everything that was sent behind it. */
    static boolean refusesHandshake(Throwable cause) {
        return alert(cause) != null;
    }

    private static TlsException refused(Reason reason, String alert, Throwable cause, TlsGuard.Role role) {
        String said = " (" + alert + ")";
        String message = switch (reason) {
            case CERTIFICATE_REFUSED ->
                role == TlsGuard.Role.CLIENT
                        ? "the server does not accept this client's certificate, or wants one that it has not got"
                                + said + "; give it one that the server trusts with certificate(chain, key)"
                        : "the client does not accept this server's certificate" + said;
            case NO_ALPN -> "the peer does not offer '" + TlsContexts.PROTOCOL + "' by ALPN" + said;
            case NOTHING_IN_COMMON -> "no version of TLS from 1.2 on, or no cipher, in common" + said;
            default -> "the peer refused the TLS handshake" + said;
        };
        return new TlsException(reason, message, cause);
    }

    private static @Nullable String alert(Throwable cause) {
        String text = words(cause).toLowerCase(Locale.ROOT);
        boolean received = text.contains("received fatal alert") || text.contains("alert_");
        return received
                ? REFUSALS.keySet().stream()
                        .filter(text::contains)
                        .max((one, other) -> Integer.compare(one.length(), other.length()))
                        .orElse(null)
                : null;
    }

    private static @Nullable TlsException search(Throwable cause) {
        Throwable current = cause;
        for (int i = 0; current != null && i < DEEPEST; i++) {
            TlsException found = ofCertificate(current, cause);
            if (found != null) {
                return found;
            }
            current = current.getCause();
        }
        current = cause;
        for (int i = 0; current != null && i < DEEPEST; i++) {
            if (current instanceof CertificateException) {
                return new TlsException(
                        Reason.UNTRUSTED, "the peer's certificate is not accepted: " + words(current), cause);
            }
            current = current.getCause();
        }
        return null;
    }

    private static @Nullable TlsException ofCertificate(Throwable found, Throwable cause) {
        if (found instanceof TlsException known) {
            return known;
        }
        if (found instanceof CertificateExpiredException || found instanceof CertificateNotYetValidException) {
            return new TlsException(
                    Reason.EXPIRED, "the peer's certificate, or an issuer's, is not valid now: " + words(found), cause);
        }
        if (found instanceof CertPathValidatorException path
                && path.getReason() == CertPathValidatorException.BasicReason.REVOKED) {
            return new TlsException(Reason.REVOKED, "the peer's certificate was revoked: " + words(found), cause);
        }
        if (found instanceof CertPathBuilderException) {
            Throwable deeper = found.getCause();
            return deeper != null && search(deeper) != null
                    ? search(deeper)
                    : new TlsException(
                            Reason.UNTRUSTED,
                            "the peer's certificate comes from nobody who is trusted here; name its issuer with trust(...),"
                                    + " or clientTrust(...) on a server",
                            cause);
        }
        return null;
    }

    private static String words(Throwable cause) {
        String message = cause.getMessage();
        return Printable.text(message == null ? cause.getClass().getSimpleName() : message);
    }
}
