package io.rpcidl.transport;

import io.rpcidl.value.Printable;
import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a certificate is for a host, by the rules of HTTPS (RFC 9110 section 4.3.4, RFC 9525): a name or an address among
 * its alternative names. The common name says nothing. A wildcard stands for one whole label, the first.
 *
 * <p>This is our own check beside that of the JDK, which falls back to the common name, and which can be switched off from
 * outside.
 */
final class ServerNames {
    private static final int DNS_NAME = 2;
    private static final int ADDRESS = 7;
    private static final int MOST_SHOWN = 3;
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private ServerNames() {}

    /**
     * The name that a certificate is asked for when a target is {@code host}: in ASCII, without the dot of the root.
     *
     * @throws IllegalArgumentException when it can't be the name of a host
     */
    static String reference(String host) {
        if (isAddress(host)) {
            return host;
        }
        String relative = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        try {
            return IDN.toASCII(relative, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAName) {
            throw new IllegalArgumentException(
                    "'" + Printable.text(host)
                            + "' is not the name of a host; TLS needs one to check the certificate for",
                    notAName);
        }
    }

    /** Whether {@code host} is an address, for which a certificate has to name the address. */
    static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || IPV4.matcher(host).matches();
    }

    /** Refuses a certificate that is not for {@code reference}. */
    static void check(X509Certificate certificate, @Nullable String reference) throws CertificateException {
        if (reference == null) {
            throw refused("no name is known to check the server's certificate for");
        }
        List<String> names = new ArrayList<>();
        if (!matches(certificate, reference, names)) {
            int shown = Math.min(MOST_SHOWN, names.size());
            String of = names.isEmpty()
                    ? "names no host at all (its common name does not count)"
                    : "is for " + String.join(", ", names.subList(0, shown)) + (shown < names.size() ? ", ..." : "");
            throw refused("the server's certificate " + Printable.text(of) + ", and not for '" + reference + "'");
        }
    }

    private static boolean matches(X509Certificate certificate, String reference, List<String> names)
            throws CertificateException {
        Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
        if (alternatives == null) {
            return false;
        }
        byte @Nullable [] address = isAddress(reference) ? octets(reference) : null;
        boolean found = false;
        for (List<?> alternative : alternatives) {
            if (!(alternative.get(0) instanceof Integer type) || !(alternative.get(1) instanceof String name)) {
                continue;
            }
            if (type == DNS_NAME) {
                names.add(name);
                found |= address == null && nameMatches(name.toLowerCase(Locale.ROOT), reference);
            } else if (type == ADDRESS) {
                names.add(name);
                found |= address != null && Arrays.equals(address, octets(name));
            }
        }
        return found;
    }

    /** A presented name is compared as it is: one that ends in a dot is not a legal one. */
    private static boolean nameMatches(String presented, String reference) {
        if (!presented.startsWith("*.")) {
            return presented.equals(reference);
        }
        String parent = presented.substring(1);
        int label = reference.indexOf('.');
        boolean parentIsADomain = parent.indexOf('.', 1) > 0; // not all of a top level
        return parentIsADomain
                && parent.indexOf('*') < 0
                && label > 0
                && reference.substring(label).equals(parent);
    }

    /** An address in its octets; nothing is looked up, because a name never gets here. */
    private static byte @Nullable [] octets(String address) {
        try {
            return isAddress(address) ? InetAddress.getByName(address).getAddress() : null;
        } catch (UnknownHostException notAnAddress) {
            return null;
        }
    }

    /** With our own reason inside: what the engine makes of it keeps the cause. */
    private static CertificateException refused(String message) {
        return new CertificateException(message, new TlsException(TlsException.Reason.HOST_NAME, message, null));
    }
}
