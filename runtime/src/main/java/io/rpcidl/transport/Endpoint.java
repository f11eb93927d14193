package io.rpcidl.transport;

import java.net.InetAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The address of a listener: a host and a port.
 *
 * <p>In-memory transports use the pair as a plain name. A host is resolved by the transport, when it connects or listens,
 * unless the endpoint says already at which address it was found.
 *
 * @param host a host name or an address, IPv6 without brackets: the one whose name a certificate has to carry
 * @param port 0 to 65,535; 0 asks a listener for any free port
 * @param address where the host was found, or null when nobody has looked yet
 */
public record Endpoint(
        String host, int port, @Nullable InetAddress address) {
    private static final int LARGEST_PORT = 65_535;

    /** Checks the host and the port. */
    public Endpoint {
        Objects.requireNonNull(host, "host");
        if (host.isEmpty()) {
            throw new IllegalArgumentException("host is empty; name a host or an address");
        }
        if (port < 0 || port > LARGEST_PORT) {
            throw new IllegalArgumentException("port " + port + " of " + host + " is not between 0 and 65535");
        }
    }

    /** An endpoint whose host nobody has looked up. */
    public Endpoint(String host, int port) {
        this(host, port, null);
    }

    /** The same endpoint, found at {@code found}. */
    public Endpoint at(InetAddress found) {
        return new Endpoint(host, port, found);
    }

    /** The endpoint written as {@code host:port}, {@code [address]:port} for IPv6 addresses. */
    public static Endpoint parse(String text) {
        int colon = text.lastIndexOf(':');
        boolean bracketed = text.startsWith("[") && colon > 0 && text.charAt(colon - 1) == ']';
        if (colon <= 0 || (!bracketed && text.indexOf(':') != colon)) {
            throw new IllegalArgumentException("target '" + text + "' is not written as host:port or [address]:port");
        }
        String host = bracketed ? text.substring(1, colon - 1) : text.substring(0, colon);
        return new Endpoint(host, port(text, colon + 1));
    }

    private static int port(String text, int start) {
        int digits = text.length() - start;
        boolean decimal = digits >= 1
                && digits <= 5
                && text.chars().skip(start).allMatch(character -> character >= '0' && character <= '9');
        if (!decimal) {
            throw new IllegalArgumentException("target '" + text + "' does not end in a port number");
        }
        return Integer.parseInt(text.substring(start));
    }

    @Override
    public String toString() {
        String named = host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
        return address == null || address.getHostAddress().equals(host)
                ? named
                : named + " at " + address.getHostAddress();
    }
}
