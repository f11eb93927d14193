package io.rpcidl;

import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.memory.MemoryTransport;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;

/** What a client publishes keeps the rules of Reactive Streams 1.3, by their own tests. */
class PublisherTckTest {
    private static final TestEnvironment ENVIRONMENT = new TestEnvironment(2_000, 50);

    private static Transport transport;
    private static RpcServer server;
    private static RpcClient client;

    @BeforeAll
    static void serve() {
        transport = MemoryTransport.withThread(RpcClock.system());
        server = RpcServer.builder()
                .plaintext()
                .transport(transport)
                .add(Feed.Async.service(new Feed.Async() {}))
                .listen("127.0.0.1", 0)
                .start();
        client = RpcClient.builder()
                .plaintext()
                .transport(transport)
                .target("127.0.0.1:" + server.port())
                .build();
    }

    @AfterAll
    static void close() {
        client.close();
        server.close();
        transport.close();
    }

    /** A stream of so many items; the TCK makes one of it for each rule. */
    public static final class Verification extends FlowPublisherVerification<Message> {
        public Verification() {
            super(ENVIRONMENT);
        }

        @Override
        public Flow.Publisher<Message> createFlowPublisher(long elements) {
            return client.serverStreamAsync(Feed.COUNT, new Message("tck", elements), CallOptions.DEFAULT);
        }

        @Override
        public Flow.Publisher<Message> createFailedFlowPublisher() {
            RpcClient closed = RpcClient.builder()
                    .plaintext()
                    .transport(transport)
                    .target("127.0.0.1:1")
                    .build();
            closed.close();
            return closed.serverStreamAsync(Feed.COUNT, new Message("tck", 1), CallOptions.DEFAULT);
        }
    }

    @TestFactory
    Stream<DynamicTest> rules() {
        return TckRules.of(Verification::new);
    }
}
