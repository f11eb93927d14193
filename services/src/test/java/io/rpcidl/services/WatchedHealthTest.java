package io.rpcidl.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.rpcidl.CallOptions;
import io.rpcidl.RpcClient;
import io.rpcidl.RpcServer;
import io.rpcidl.RpcServerBuilder;
import io.rpcidl.balance.Balancer;
import io.rpcidl.balance.ConnectionState;
import io.rpcidl.services.health.HealthCheckClient;
import io.rpcidl.services.health.ServingStatus;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.memory.MemoryTransport;
import io.rpcidl.value.NotExecutedException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchedHealthTest {
    private final MemoryTransport transport = MemoryTransport.withThread(RpcClock.system());

    @AfterEach
    void close() {
        transport.close();
    }

    private RpcServer serve(UnaryOperator<RpcServerBuilder> options) {
        return options.apply(RpcServer.builder()
                        .plaintext()
                        .transport(transport)
                        .with(new DescriptorService())
                        .listen("server", 0))
                .start();
    }

    private RpcClient connect(List<RpcServer> servers, WatchedHealth watched) throws Exception {
        RpcClient client = RpcClient.builder()
                .plaintext()
                .transport(transport)
                .targets(servers.stream().map(each -> "server:" + each.port()).toList())
                .balancer(Balancer.roundRobin())
                .health(watched)
                .build();
        client.connect(Duration.ofSeconds(20));
        return client;
    }

    @Test
    void leavesOutTheServerThatDoesNotServeUntilItDoes() throws Exception {
        HealthService ill = new HealthService();
        HealthService well = new HealthService();
        try (RpcServer first = serve(builder -> builder.with(ill));
                RpcServer second = serve(builder -> builder.with(well));
                RpcClient client = connect(List.of(first, second), WatchedHealth.ofServer())) {
            ill.set(ServingStatus.NOT_SERVING);

            // a server that does not serve would say so: nobody hears it once it is left out
            HealthCheckClient asking =
                    new HealthCheckClient(client).with(CallOptions.DEFAULT.withDeadline(Duration.ofSeconds(20)));
            await().until(() -> servingInARow(asking, 20));

            well.set(ServingStatus.NOT_SERVING);
            await().until(() -> client.state() == ConnectionState.TRANSIENT_FAILURE);
            assertThat(catchThrowable(() -> asking.check("")))
                    .isInstanceOf(NotExecutedException.class)
                    .hasMessageContaining("does not serve");
            ill.set(ServingStatus.SERVING);
            await().until(() -> client.state() == ConnectionState.READY);
            assertThat(asking.check("").status()).isEqualTo(ServingStatus.SERVING);
        }
    }

    private static boolean servingInARow(HealthCheckClient asking, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            if (!asking.check("").status().equals(ServingStatus.SERVING)) {
                return false;
            }
        }
        return true;
    }

    @Test
    void aServerThatKnowsNothingOfItsHealthServes() throws Exception {
        try (RpcServer server = serve(builder -> builder);
                RpcClient client = connect(List.of(server), WatchedHealth.of("database"))) {
            assertThat(client.state()).isEqualTo(ConnectionState.READY);
            assertThat(catchThrowable(() -> new HealthCheckClient(client).check("")))
                    .hasMessageContaining("UNKNOWN_METHOD");
        }
    }
}
