package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.RecordingListener;
import io.rpcidl.transport.memory.DrivenLoop;
import io.rpcidl.transport.memory.MemoryTransport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;

/** A server and its peers on one loop under a virtual clock: hours pass in no time, and always in the same way. */
abstract class DrivenFixture {
    static final Message HELLO = CallFixture.HELLO;

    final DrivenLoop loop = new DrivenLoop();
    final MemoryTransport transport = MemoryTransport.drivenBy(loop);
    final LogCapture log = new LogCapture("io.rpcidl");

    @AfterEach
    void close() {
        transport.close();
        log.close();
    }

    RpcServer serve(UnaryOperator<RpcServerBuilder> options) {
        RpcServerBuilder builder = RpcServer.builder()
                .plaintext()
                .transport(transport)
                .directExecutor()
                .listen("server", 0);
        return options.apply(builder).start();
    }

    RpcClient connect(RpcServer server) {
        return RpcClient.builder()
                .plaintext()
                .transport(transport)
                .directExecutor()
                .withoutRetries()
                .target("server:" + server.port())
                .build();
    }

    /** A peer that has connected and says nothing by itself. */
    RecordingListener connectRaw(RpcServer server) {
        RecordingListener raw = new RecordingListener();
        transport.connect(loop, new Endpoint("server", server.port()), Duration.ofSeconds(5), raw.connecting());
        loop.run();
        return raw;
    }

    void send(RecordingListener raw, byte... bytes) {
        loop.execute(() -> {
            raw.link.join().write(bytes, 0, bytes.length);
            raw.link.join().flush();
        });
        loop.run();
    }

    CompletableFuture<Message> echo(RpcClient client) {
        CompletableFuture<Message> call = CallFixture.async(client, Echo.ECHO, HELLO);
        loop.run();
        return call;
    }

    void assertAnswered(RpcClient client) {
        assertThat(echo(client)).isCompletedWithValue(HELLO);
    }
}
