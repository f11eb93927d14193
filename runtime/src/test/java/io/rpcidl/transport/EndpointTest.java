package io.rpcidl.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
