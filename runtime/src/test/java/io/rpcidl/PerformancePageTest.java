package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.transport.Transport;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/performance.md shows is compiled and run here. */
@Timeout(60)
class PerformancePageTest extends CallFixture {
    PerformancePageTest() {
        super(TransportKind.TCP);
    }

    @Test
    void callsOverLoopsThatSpin() {
        int port = serve(new Echo() {}).port();
        Message message = HELLO;

        try (Transport transport = SocketTransports.spinning(1);
                RpcClient client = RpcClient.builder()
                        .transport(transport)
                        .plaintext()
                        .target("localhost:" + port)
                        .build()) {
            assertThat(client.call(Echo.ECHO, message, CallOptions.DEFAULT)).isEqualTo(message);
        }
    }

    @Test
    void showsWhatIsCompiled() throws IOException {
        PageBlocks.assertCompiledIn(PerformancePageTest.class, "performance.md", 1);
    }
}
