package io.rpcidl.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.RpcClient;
import io.rpcidl.RpcServer;
import io.rpcidl.RpcServerBuilder;
import io.rpcidl.RpcStream;
import io.rpcidl.ServiceBinding;
import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.Empty;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.ServiceDescriptor;
import io.rpcidl.schema.SchemaDescriptors;
import io.rpcidl.schema.SchemaIndex;
import io.rpcidl.schema.canonical.SchemaHash;
import io.rpcidl.services.descriptor.DescriptorPiece;
import io.rpcidl.services.descriptor.DescriptorsClient;
import io.rpcidl.services.descriptor.OfferedService;
import io.rpcidl.services.descriptor.UnknownDescriptor;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.memory.MemoryTransport;
import io.rpcidl.value.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DescriptorServiceTest {
    private static final String HEALTH = "rpcidl.health.v1.HealthCheck";
    private static final MethodDescriptor<Empty, Empty> PLAIN = MethodDescriptor.unary("test.Plain", "ping", 1)
            .parameters(Codecs.EMPTY)
            .result(Codecs.EMPTY)
            .build();

    private final MemoryTransport transport = MemoryTransport.withThread(RpcClock.system());
    private final DescriptorService descriptors = new DescriptorService();
    private RpcServer server;
    private DescriptorsClient client;

    @BeforeEach
    void serve() {
        server = RpcServer.builder()
                .plaintext()
                .transport(transport)
                .with(descriptors)
                .with(new HealthService())
                .add(ServiceBinding.builder(ServiceDescriptor.of("test.Plain", PLAIN))
                        .blocking(PLAIN, nothing -> nothing)
                        .build())
                .listen("server", 0)
                .start();
        client = new DescriptorsClient(RpcClient.builder()
                .plaintext()
                .transport(transport)
                .target("server:" + server.port())
                .build());
    }

    @AfterEach
    void close() {
        server.close();
        transport.close();
    }

    private static Bytes whole(RpcStream<DescriptorPiece> pieces) throws Exception {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (pieces) {
            for (DescriptorPiece piece = pieces.next(); piece != null; piece = pieces.next()) {
                octets.write(piece.octets().toByteArray());
            }
        }
        return Bytes.of(octets.toByteArray());
    }

    @Test
    void listsWhateverTheServerOffersWithItsHash() {
        List<OfferedService> services = client.services();

        assertThat(services)
                .extracting(OfferedService::name)
                .containsExactly("rpcidl.descriptor.v1.Descriptors", HEALTH, "test.Plain");
        assertThat(services.get(1).schemaHash()).isNotNull();
        assertThat(services.get(2).schemaHash()).isNull();
    }

    @Test
    void givesDescriptorsThatMeanWhatTheServerOffers() throws Exception {
        Bytes hash = client.services().get(1).schemaHash();

        Bytes byName = whole(client.ofService(HEALTH));
        Bytes byHash = whole(client.ofHash(hash));

        SchemaIndex index = SchemaIndex.of(SchemaDescriptors.read(byName));
        assertThat(SchemaHash.of(index, HEALTH).octets()).isEqualTo(hash);
        assertThat(byHash).isEqualTo(byName);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        for (String unknown : List.of("test.Other", "test.Plain", "")) {
            assertThatThrownBy(() -> whole(client.ofService(unknown)))
                    .isInstanceOfSatisfying(
                            UnknownDescriptor.class,
                            error -> assertThat(error.wanted()).isEqualTo(unknown));
        }
        assertThatThrownBy(() -> whole(client.ofHash(Bytes.of(new byte[] {1, (byte) 0xAB}))))
                .isInstanceOfSatisfying(
                        UnknownDescriptor.class,
                        error -> assertThat(error.wanted()).isEqualTo("01ab"));
        assertThatThrownBy(() -> whole(client.ofHash(Bytes.of(new byte[16])))).isInstanceOf(UnknownDescriptor.class);
    }

    @Test
    void belongsToOneServer() {
        RpcServerBuilder other = RpcServer.builder();
        assertThatThrownBy(() -> other.with(descriptors))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("make another one");
    }
}
