package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.balance.Balancer;
import io.rpcidl.balance.ConnectionState;
import io.rpcidl.retry.Hedging;
import io.rpcidl.retry.RetryPolicy;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.memory.MemoryTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/retries.md shows: each of its blocks stands in this file, where it is compiled and run. */
@Timeout(60)
class RetriesPageTest {
    private final MemoryTransport transport = MemoryTransport.withThread(RpcClock.system());
    private final List<String> targets = List.of("one:1", "two:2");
    private final Message message = new Message("hello", 42);

    @BeforeEach
    void serve() {
        RpcServer unused = RpcServer.builder()
                .plaintext()
                .transport(transport)
                .add(Echo.service(new Echo() {}))
                .listen("two", 2)
                .start();
    }

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void isCompiledHere() throws IOException {
        PageBlocks.assertCompiledIn(RetriesPageTest.class, "retries.md", 6);
    }

    @Test
    void callsOnceOrOften() {
        try (RpcClient client = client()) {
            Message once = client.call(Echo.ECHO, message, CallOptions.DEFAULT.withoutRetries());
            Message often = client.call(Echo.ECHO, message, CallOptions.DEFAULT.withAttempts(6));
            assertThat(once).isEqualTo(often);
        }
    }

    private RpcClient client() {
        RpcClient client = RpcClient.builder()
                .plaintext()
                .transport(transport)
                .targets(targets)
                .retries(RetryPolicy.DEFAULT.withAttempts(3).withBudget(10, 5))
                .build();
        return client;
    }

    private RpcClient balanced() {
        RpcClient client = RpcClient.builder()
                .plaintext()
                .transport(transport)
                .targets(targets)
                .balancer(Balancer.leastLoaded())
                .build();
        return client;
    }

    @Test
    void hedges() {
        try (RpcClient client = balanced()) {
            CallOptions options = CallOptions.DEFAULT.withHedging(new Hedging(Duration.ofMillis(50), 2));
            Message answer = client.call(Echo.ECHO, message, options);
            assertThat(answer).isEqualTo(message);
        }
    }

    @Test
    void waits() throws IOException {
        try (RpcClient client = client()) {
            Message answer = client.call(Echo.ECHO, message, CallOptions.DEFAULT.waitForReady());
            assertThat(answer).isEqualTo(message);
            client.connect(Duration.ofSeconds(10));
            ConnectionState state = client.state();
            assertThat(state).isEqualTo(ConnectionState.READY);
            client.close(Duration.ofSeconds(10));
        }
    }
}
