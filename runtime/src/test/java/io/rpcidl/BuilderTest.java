package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.transport.ClientTls;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.memory.MemoryTransport;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BuilderTest {
    private static RpcServerBuilder server() {
        return RpcServer.builder().plaintext().listen("127.0.0.1", 0);
    }

    @Test
    void asksForPlaintextByName() {
        assertThatIllegalStateException()
                .isThrownBy(() -> RpcServer.builder().listen("127.0.0.1", 0).build())
                .withMessageContaining("a server needs TLS; give it a certificate with tls(...)")
                .withMessageContaining("plaintext()");
        assertThatIllegalStateException()
                .isThrownBy(() -> RpcClient.builder()
                        .plaintext()
                        .tls(ClientTls.platform())
                        .target("127.0.0.1:1")
                        .build())
                .withMessage("a client has TLS or not; call tls(...) or plaintext(), not both");
        assertThatIllegalStateException()
                .isThrownBy(() -> RpcClient.builder().target("unix:/run/rpcidl").build())
                .withMessageContaining("ask for plaintext(), or name the server with tls(...)");
        try (MemoryTransport memory = MemoryTransport.withThread(RpcClock.system())) {
            assertThatThrownBy(() -> RpcClient.builder()
                            .transport(memory)
                            .target("127.0.0.1:1")
                            .build())
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("this transport has no TLS; ask for links without it with plaintext()");
        }
    }

    @Test
    void asksForWhatIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> RpcServer.builder().plaintext().build())
                .withMessageContaining("listen(host, port)");
        assertThatIllegalStateException()
                .isThrownBy(() -> RpcClient.builder().plaintext().build())
                .withMessageContaining("target(");
    }

    @Test
    void refusesTheSameServiceTwice() {
        ServiceBinding binding = Echo.service(new Echo() {});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> server().add(binding).add(binding))
                .withMessage("service test.v1.Echo was added twice; add it once");
    }

    @Test
    void refusesBindingsWithMissingForeignOrDoubleHandlers() {
        ServiceBinding.Builder builder = ServiceBinding.builder(Echo.SERVICE).blocking(Echo.PING, nothing -> nothing);

        assertThatIllegalStateException()
                .isThrownBy(builder::build)
                .withMessage("method test.v1.Echo.echo has no handler; bind one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.blocking(Echo.PING, nothing -> nothing))
                .withMessageContaining("bound twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.serverStream(Feed.COUNT, nothing -> RpcStream.of(new Message("", 1))))
                .withMessageContaining("does not belong to service test.v1.Echo");
    }

    @Test
    void servesOverTransportsOfTheirOwnAndLeavesNoThread() throws InterruptedException {
        try (RpcServer server = server().add(Echo.service(new Echo() {})).start();
                RpcClient client = RpcClient.builder()
                        .plaintext()
                        .target("localhost:" + server.port())
                        .build()) {
            assertThat(client.call(Echo.ECHO, new Message("own", 1), CallOptions.DEFAULT))
                    .isEqualTo(new Message("own", 1));
        }
        // A loop reports its end from its own thread, which then has a few instructions left: each thread is waited
        // for.
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("rpcidl-loop")) {
                thread.join(TimeUnit.SECONDS.toMillis(30));
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    @Test
    void saysWhyItCannotListen() {
        try (RpcServer first = server().start()) {
            assertThatThrownBy(() -> RpcServer.builder()
                            .plaintext()
                            .listen("127.0.0.1", first.port())
                            .start())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("127.0.0.1:" + first.port());
        }
    }

    @Test
    void hasNoPortBeforeItIsStarted() {
        try (RpcServer server = server().build()) {
            assertThatIllegalStateException().isThrownBy(server::port);
        }
    }

    @Test
    void checksItsLimits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RpcLimits.DEFAULTS.withLargestMessage(1))
                .withMessage("the limit 'largest message' is 1; choose one from 65536 to 1073741824");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RpcClient.builder().connectTimeout(Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RpcServer.builder().gracePeriod(Duration.ZERO));
    }
}
