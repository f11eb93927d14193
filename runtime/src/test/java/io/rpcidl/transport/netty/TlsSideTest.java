package io.rpcidl.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.transport.ServerTls;
import io.rpcidl.transport.TestCertificates;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TlsSideTest {
    private final ServerTls tls =
            TestCertificates.server(TestCertificates.SERVER).build();

    /** The quota of peers that nobody knows yet (row D01). */
    @Test
    void letsInSoManyPeersAtATimeBeforeTheyAreThrough() {
        TlsSide side = TlsSide.of(tls);
        for (int i = 0; i < 1_024; i++) {
            assertThat(side.handshakeBegins()).isTrue();
        }
        assertThat(side.handshakeBegins()).isFalse();

        side.handshakeEnds();
        assertThat(side.handshakeBegins()).isTrue();
        assertThat(side.handshakeBegins()).isFalse();
    }

    @Test
    void makesNothingAnewWhileNothingHasChanged() throws IOException {
        TlsSide side = TlsSide.of(tls);
        EngineSource first = side.engines(0);

        assertThat(side.engines(1)).isSameAs(first);
        tls.reload();
        assertThat(side.engines(2)).isNotSameAs(first);
    }
}
