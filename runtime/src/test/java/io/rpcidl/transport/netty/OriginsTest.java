package io.rpcidl.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class OriginsTest {
    private static SocketAddress address(String host, int port) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByName(host), port);
    }

    @Test
    void leavesThePortOut() throws Exception {
        assertThat(Origins.of(address("192.0.2.7", 1))).isEqualTo("192.0.2.7");
        assertThat(Origins.of(address("192.0.2.7", 2))).isEqualTo("192.0.2.7");
    }

    @Test
    void takesAnIpv6NetworkForOnePlace() throws Exception {
        String first = Origins.of(address("2001:db8:1:2::1", 1));

        assertThat(first).isEqualTo("20010db800010002/64");
        assertThat(Origins.of(address("2001:db8:1:2:ffff::9", 2))).isEqualTo(first);
        assertThat(Origins.of(address("2001:db8:1:3::1", 1))).isNotEqualTo(first);
    }

    @Test
    void takesMappedAddressesForWhatTheyAre() throws Exception {
        assertThat(Origins.of(address("::ffff:192.0.2.7", 1))).isEqualTo("192.0.2.7");
    }

    @Test
    void countsWhatHasNoAddressTogether() {
        assertThat(Origins.of(UnixDomainSocketAddress.of(""))).isEqualTo(Origins.of(UnixDomainSocketAddress.of("")));
        assertThat(Origins.of(InetSocketAddress.createUnresolved("host", 3))).isEqualTo("host");
        assertThat(Origins.of(null)).isEqualTo("null");
    }
}
