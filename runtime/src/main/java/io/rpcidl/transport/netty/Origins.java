package io.rpcidl.transport.netty;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Whose connections count together. */
final class Origins {
    /** An IPv6 network has 64 bits for its hosts, and one host may take any number of them. */
    private static final int NETWORK_OCTETS = 8;

    private Origins() {}

    /** An IPv4 address, the network of an IPv6 address, or whatever else the address is, as a whole. */
    static String of(@Nullable SocketAddress address) {
        if (address instanceof InetSocketAddress socket) {
            InetAddress host = socket.getAddress();
            if (host instanceof Inet6Address network) {
                return HexFormat.of().formatHex(network.getAddress(), 0, NETWORK_OCTETS) + "/64";
            }
            return host == null ? socket.getHostString() : host.getHostAddress();
        }
        return String.valueOf(address);
    }
}
