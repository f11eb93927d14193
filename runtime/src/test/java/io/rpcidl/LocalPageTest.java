package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/local-and-remote.md shows: each of its blocks stands in this file, where it is compiled and run. */
@Timeout(60)
class LocalPageTest {
    private final Message message = CallFixture.HELLO;

    @Test
    void isCompiledHere() throws IOException {
        PageBlocks.assertCompiledIn(LocalPageTest.class, "local-and-remote.md", 2);
    }

    @Test
    void callsBothWays() {
        Echo handler = new Echo() {};
        RpcServer server =
                RpcServer.builder().inProcess().add(Echo.service(handler)).start();
        try (DirectClient direct = DirectClient.of(server).build();
                RpcClient loopback = RpcClient.builder().loopback(server).build()) {
            Message one = direct.call(Echo.ECHO, message, CallOptions.DEFAULT);
            Message other = loopback.call(Echo.ECHO, message, CallOptions.DEFAULT);
            assertThat(one).isSameAs(message);
            assertThat(other).isEqualTo(message).isNotSameAs(message);
        } finally {
            server.close();
        }
    }
}
