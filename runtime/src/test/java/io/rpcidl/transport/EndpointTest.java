package io.rpcidl.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @Test
    void readsHostsAndAddresses() {
        assertThat(Endpoint.parse("orders.shop.internal:7400")).isEqualTo(new Endpoint("orders.shop.internal", 7400));
        assertThat(Endpoint.parse("[::1]:7400")).isEqualTo(new Endpoint("::1", 7400));
        assertThat(new Endpoint("::1", 7400)).hasToString("[::1]:7400");
        assertThat(new Endpoint("localhost", 0)).hasToString("localhost:0");
    }

    @Test
    void namesTheHostAndWhereItWasFound() throws Exception {
        Endpoint named = new Endpoint("orders.internal", 7400);
        Endpoint found = named.at(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));

        assertThat(found).hasToString("orders.internal:7400 at 127.0.0.1").isNotEqualTo(named);
        assertThat(new Endpoint("127.0.0.1", 7400).at(InetAddress.getByAddress(new byte[] {127, 0, 0, 1})))
                .hasToString("127.0.0.1:7400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host",
                ":7400",
                "host:",
                "host:x",
                "host:65536",
                "host:-1",
                "::1:7400",
                "[]:1",
                "host:007400"
            })
    void refusesAnythingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Endpoint.parse(text));
    }
}
