package io.rpcidl.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.RpcClient;
import io.rpcidl.RpcServer;
import io.rpcidl.services.health.Health;
import io.rpcidl.services.health.HealthCheckClient;
import io.rpcidl.services.health.ServingStatus;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.memory.MemoryTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/draining.md shows: each of its blocks stands in this file, where it is compiled and run. */
@Timeout(60)
class DrainingPageTest {
    private static final Path PAGE = Path.of("../docs/draining.md");
    private static final Path HERE = Path.of("src/test/java/io/rpcidl/services/DrainingPageTest.java");
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private final MemoryTransport transport = MemoryTransport.withThread(RpcClock.system());

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void isCompiledHere() throws IOException {
        String here = flat(Files.readString(HERE));
        List<String> blocks = BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(blocks).hasSize(3);
        assertThat(blocks).allSatisfy(block -> assertThat(here).contains(flat(block)));
    }

    private static String flat(String code) {
        return code.replaceAll("\\s+", "");
    }

    private HealthCheckClient client(RpcServer server) {
        return new HealthCheckClient(RpcClient.builder()
                .plaintext()
                .transport(transport)
                .target("127.0.0.1:" + server.port())
                .build());
    }

    @Test
    void goesWhenItIsTold() throws Exception {
        HealthService health = new HealthService();
        RpcServer server = RpcServer.builder()
                .plaintext()
                .transport(transport)
                .with(health)
                .with(new DescriptorService())
                .listen("127.0.0.1", 0)
                .lameDuckPeriod(Duration.ofMillis(10))
                .gracePeriod(Duration.ofSeconds(20))
                .start();
        Thread hook = new Thread(server::close);
        Runtime.getRuntime().addShutdownHook(hook);
        HealthCheckClient client = client(server);
        assertThat(client.check("")).isEqualTo(new Health(ServingStatus.SERVING));
        health.set(ServingStatus.NOT_SERVING);
        health.set("shop.orders.v1.Orders", ServingStatus.SERVING);
        assertThat(client.check("")).isEqualTo(new Health(ServingStatus.NOT_SERVING));
        assertThat(client.check("shop.orders.v1.Orders")).isEqualTo(new Health(ServingStatus.SERVING));

        Runtime.getRuntime().removeShutdownHook(hook);
        hook.start();
        hook.join();

        assertThat(server.awaitTermination(Duration.ZERO)).isTrue();
        assertThat(health.status("shop.orders.v1.Orders")).isEqualTo(ServingStatus.NOT_SERVING);
    }

    @Test
    void movesConnections() throws Exception {
        RpcServer balanced = RpcServer.builder()
                .plaintext()
                .transport(transport)
                .with(new HealthService())
                .listen("127.0.0.1", 0)
                .maxConnectionAge(Duration.ofMinutes(30), Duration.ofMinutes(5))
                .start();
        assertThat(client(balanced).check("")).isEqualTo(new Health(ServingStatus.SERVING));
        balanced.close();
    }
}
