package io.rpcidl.transport;

import io.rpcidl.value.Printable;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The address of a listener: a host and a port, or the file of a Unix socket.
 *
 * <p>In-memory transports use the pair as a plain name. A host is resolved by the transport, when it connects or listens,
 * unless the endpoint says already at which address it was found.
 *
 * @param host a host name or an address, IPv6 without brackets: the one whose name a certificate has to carry; or
 *     {@code unix:} and a path
 * @param port 0 to 65,535; 0 asks a listener for any free port, and is the port of a Unix socket
 * @param address where the host was found, or null when nobody has looked yet
 */
public record Endpoint(String host, int port, @Nullable InetAddress address) {
    private static final int LARGEST_PORT = 65_535;
    private static final String UNIX = "unix:";
    /** What the address of a Unix socket holds on every system, with the zero behind it. */
    private static final int LONGEST_PATH = 103;

    /** Checks the host and the port. */
    public Endpoint {
        Objects.requireNonNull(host, "host");
        if (host.isEmpty()) {
            throw new IllegalArgumentException("host is empty; name a host or an address");
        }
        if (port < 0 || port > LARGEST_PORT) {
            throw new IllegalArgumentException("port " + port + " of " + host + " is not between 0 and 65535");
        }
        if (host.startsWith(UNIX)) {
            checkUnix(host, port);
        }
    }

    private static void checkUnix(String host, int port) {
        String path = host.substring(UNIX.length());
        if (port != 0) {
            throw new IllegalArgumentException("Unix socket '" + path + "' has no port; leave it 0");
        }
        if (path.isEmpty() || path.indexOf('\0') >= 0 || path.startsWith("@")) {
            throw new IllegalArgumentException("Unix socket '" + Printable.text(path)
                    + "' needs the path of a file; names without a file (abstract ones) are not supported");
        }
        int octets = path.getBytes(StandardCharsets.UTF_8).length;
        if (octets > LONGEST_PATH) {
            throw new IllegalArgumentException("the path of Unix socket '" + Printable.text(path) + "' has " + octets
                    + " octets; use a shorter one, of " + LONGEST_PATH + " at most");
        }
    }

    /**
     * The Unix socket at {@code path}, whose file the listener makes and removes.
     *
     * @throws IllegalArgumentException when the path is longer than 103 octets, which is what every system takes
     */
    public static Endpoint unix(Path path) {
        return new Endpoint(UNIX + path, 0);
    }

    /** Whether this is a Unix socket. */
    public boolean isUnixSocket() {
        return host.startsWith(UNIX);
    }

    /**
     * The file of a Unix socket.
     *
     * @throws IllegalStateException when this is none
     */
    public Path path() {
        if (!isUnixSocket()) {
            throw new IllegalStateException(this + " is no Unix socket and has no path");
        }
        return Path.of(host.substring(UNIX.length()));
    }

    /** An endpoint whose host nobody has looked up. */
    public Endpoint(String host, int port) {
        this(host, port, null);
    }

    /** The same endpoint, found at {@code found}. */
    public Endpoint at(InetAddress found) {
        return new Endpoint(host, port, found);
    }

    /**
     * The endpoint written as {@code host:port}, {@code [address]:port} for IPv6 addresses, {@code unix:/path} for Unix
     * sockets.
     */
    public static Endpoint parse(String text) {
        if (text.startsWith(UNIX)) {
            return new Endpoint(text, 0);
        }
        int colon = text.lastIndexOf(':');
        boolean bracketed = text.startsWith("[") && colon > 0 && text.charAt(colon - 1) == ']';
        if (colon <= 0 || (!bracketed && text.indexOf(':') != colon)) {
            throw new IllegalArgumentException(
                    "target '" + text + "' is not written as host:port, [address]:port or unix:/path");
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
        if (isUnixSocket()) {
            return host;
        }
        String named = host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
        return address == null || address.getHostAddress().equals(host)
                ? named
                : named + " at " + address.getHostAddress();
    }
}
