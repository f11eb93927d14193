package io.rpcidl.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rpcidl.CallOptions;
import io.rpcidl.RpcClient;
import io.rpcidl.RpcServer;
import io.rpcidl.RpcServerBuilder;
import io.rpcidl.RpcStream;
import io.rpcidl.services.health.Health;
import io.rpcidl.services.health.HealthCheck;
import io.rpcidl.services.health.HealthCheckClient;
import io.rpcidl.services.health.ServingStatus;
import io.rpcidl.services.health.UnknownService;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.memory.MemoryTransport;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HealthServiceTest {
    private static final String DESCRIPTORS = "rpcidl.descriptor.v1.Descriptors";

    private final MemoryTransport transport = MemoryTransport.withThread(RpcClock.system());
    private final HealthService health = new HealthService();

    @AfterEach
    void close() {
        transport.close();
    }

    private RpcServer serve(UnaryOperator<RpcServerBuilder> options) {
        RpcServerBuilder builder = RpcServer.builder()
                .plaintext()
                .transport(transport)
                .with(health)
                .with(new DescriptorService())
                .listen("server", 0);
        return options.apply(builder).start();
    }

    private RpcClient connect(RpcServer server) {
        return RpcClient.builder()
                .plaintext()
                .transport(transport)
                .target("server:" + server.port())
                .build();
    }

    private HealthCheckClient client(RpcServer server) {
        return new HealthCheckClient(connect(server)).with(CallOptions.DEFAULT.withDeadline(Duration.ofSeconds(20)));
    }

    private static ServingStatus check(HealthCheck client, String service) throws UnknownService {
        return client.check(service).status();
    }

    @Test
    void tellsOfTheServerAndOfEachOfItsServices() throws Exception {
        try (RpcServer server = serve(builder -> builder)) {
            HealthCheck client = client(server);

            assertThat(check(client, "")).isEqualTo(ServingStatus.SERVING);
            assertThat(check(client, DESCRIPTORS)).isEqualTo(ServingStatus.SERVING);
            health.set(ServingStatus.NOT_SERVING);
            assertThat(check(client, "")).isEqualTo(ServingStatus.NOT_SERVING);
            assertThat(check(client, DESCRIPTORS)).isEqualTo(ServingStatus.NOT_SERVING);
            health.set(DESCRIPTORS, ServingStatus.SERVING);
            health.set("database", ServingStatus.NOT_SERVING);
            assertThat(check(client, DESCRIPTORS)).isEqualTo(ServingStatus.SERVING);
            assertThat(check(client, "database")).isEqualTo(ServingStatus.NOT_SERVING);
            health.clear(DESCRIPTORS);
            health.clear("database");
            assertThat(check(client, DESCRIPTORS)).isEqualTo(ServingStatus.NOT_SERVING);
            assertThatThrownBy(() -> client.check("database"))
                    .isInstanceOfSatisfying(
                            UnknownService.class,
                            error -> assertThat(error.service()).isEqualTo("database"));
            health.clear("");
            assertThat(check(client, "")).isEqualTo(ServingStatus.SERVING);
        }
    }

    @Test
    void tellsWatchesWhatChangesAndOnlyThat() throws Exception {
        try (RpcServer server = serve(builder -> builder)) {
            HealthCheck client = client(server);
            try (RpcStream<Health> watch = client.watch(DESCRIPTORS)) {
                assertThat(watch.next()).isEqualTo(new Health(ServingStatus.SERVING));
                health.set(ServingStatus.SERVING);
                health.set(DESCRIPTORS, ServingStatus.SERVING);
                health.set("other", ServingStatus.NOT_SERVING);
                health.set(DESCRIPTORS, ServingStatus.NOT_SERVING);
                assertThat(watch.next()).isEqualTo(new Health(ServingStatus.NOT_SERVING));
                health.set(DESCRIPTORS, ServingStatus.SERVING);
                assertThat(watch.next()).isEqualTo(new Health(ServingStatus.SERVING));
            }
            try (RpcStream<Health> unknown = client.watch("unknown")) {
                assertThatThrownBy(unknown::next).isInstanceOf(UnknownService.class);
            }
        }
    }

    @Test
    void saysFirstThatADrainingServerIsNotServing() throws Exception {
        RpcServer server = serve(builder -> builder.lameDuckPeriod(Duration.ofHours(1)));
        HealthCheck client = client(server);
        RpcStream<Health> watch = client.watch("");
        assertThat(watch.next()).isEqualTo(new Health(ServingStatus.SERVING));

        server.drain();

        assertThat(watch.next()).isEqualTo(new Health(ServingStatus.NOT_SERVING));
        health.set(ServingStatus.SERVING);
        assertThat(check(client, "")).isEqualTo(ServingStatus.NOT_SERVING);
        assertThat(check(client, DESCRIPTORS)).isEqualTo(ServingStatus.NOT_SERVING);
        server.closeNow();
    }

    @Test
    void endsWatchesWhenTheServerSendsDrain() throws Exception {
        RpcServer server = serve(builder -> builder.gracePeriod(Duration.ofHours(1)));
        RpcStream<Health> watch = client(server).watch("");
        assertThat(watch.next()).isEqualTo(new Health(ServingStatus.SERVING));

        server.close();

        assertThat(watch.next()).isEqualTo(new Health(ServingStatus.NOT_SERVING));
        assertThat(watch.next()).isNull();
    }

    @Test
    void refusesMoreWatchesThanItKeeps() throws Exception {
        try (RpcServer server = serve(builder -> builder)) {
            HealthCheck client = client(server);
            List<RpcStream<Health>> watches = new ArrayList<>();
            for (int i = 0; i < 1_024; i++) {
                RpcStream<Health> watch = client.watch("");
                assertThat(watch.next()).isNotNull();
                watches.add(watch);
            }
            assertThatThrownBy(() -> client.watch("").next())
                    .isInstanceOfSatisfying(
                            RpcException.class,
                            refused -> assertThat(refused.code()).isEqualTo(RpcCode.OVERLOADED));
            watches.get(0).close();
            await().untilAsserted(() -> assertThat(client.watch("").next()).isNotNull());
        }
    }

    @Test
    void keepsNoMoreStatusesThanItMay() {
        for (int i = 1; i < 10_000; i++) {
            health.set("service" + i, ServingStatus.SERVING);
        }
        health.set("service1", ServingStatus.NOT_SERVING);
        assertThatThrownBy(() -> health.set("one more", ServingStatus.SERVING))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("10000 services");
    }
}
