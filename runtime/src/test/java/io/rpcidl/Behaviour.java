package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;

/**
 * A group of the behaviour suite: what holds for a call whichever way it takes. Its cases know clients and servers, and
 * nothing of what is between them.
 */
@ExtendWith(BehaviourTable.class)
@ParameterizedClass
@EnumSource(TransportsUnderTest.class)
@Timeout(120)
abstract class Behaviour {
    static {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(1));
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    static final Message HELLO = CallFixture.HELLO;

    final LogCapture log = new LogCapture("io.rpcidl");
    private final TransportsUnderTest kind;
    private final TransportUnderTest transport;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    Behaviour(TransportsUnderTest kind) {
        this.kind = kind;
        this.transport = kind.unavailable().isPresent() ? new Unavailable() : kind.open();
    }

    /** The column of the table. */
    TransportsUnderTest kind() {
        return kind;
    }

    @BeforeEach
    void requireTransport() {
        kind.unavailable().ifPresent(Behaviour::notApplicable);
    }

    @AfterEach
    void closeAll() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
        transport.close();
        log.close();
    }

    /** Ends the case, which is no case here; the table says why. */
    static void notApplicable(String why) {
        throw new TestAbortedException(why);
    }

    /** Ends the case where the transport has not this trait. */
    final void needs(TransportUnderTest.Trait trait) {
        transport.lacks(trait).ifPresent(Behaviour::notApplicable);
    }

    /** Whether nobody knows who calls, unless an interceptor finds out. */
    final boolean anonymous() {
        return transport.lacks(TransportUnderTest.Trait.ANONYMOUS).isEmpty();
    }

    <T extends AutoCloseable> T closeLater(T resource) {
        opened.push(resource);
        return resource;
    }

    RpcServer serve(ServiceBinding binding, UnaryOperator<RpcServerBuilder> options) {
        RpcServerBuilder builder = transport.listen(RpcServer.builder().add(binding));
        return closeLater(options.apply(builder).start());
    }

    RpcServer serve(ServiceBinding binding) {
        return serve(binding, UnaryOperator.identity());
    }

    RpcServer serve(Echo handler) {
        return serve(Echo.service(handler));
    }

    RpcServer serve(Feed handler) {
        return serve(Feed.service(handler));
    }

    RpcServer serve(Feed.Async handler) {
        return serve(Feed.Async.service(handler));
    }

    TestClient connect(RpcServer server, UnaryOperator<ClientOptions> options) {
        return closeLater(options.apply(transport.client(server)).build());
    }

    TestClient connect(RpcServer server) {
        return connect(server, UnaryOperator.identity());
    }

    /**
     * The outcome of a call that was lost while its handler ran: unknown where there is a connection between the two sides, and
     * else what both know, that it was executed.
     */
    final Outcome lostWhileRunning() {
        return transport.lacks(TransportUnderTest.Trait.CONNECTION).isPresent()
                ? Outcome.EXECUTED
                : Outcome.MAYBE_EXECUTED;
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    static RpcException failure(Throwable thrown) {
        assertThat(thrown).isInstanceOf(RpcException.class);
        return (RpcException) thrown;
    }

    /** Stands for a transport that this machine has not. */
    private static final class Unavailable implements TransportUnderTest {
        @Override
        public RpcServerBuilder listen(RpcServerBuilder server) {
            throw new IllegalStateException("the transport is not available here");
        }

        @Override
        public RpcClientBuilder connect(RpcClientBuilder client, RpcServer server) {
            throw new IllegalStateException("the transport is not available here");
        }

        @Override
        public void close() {}
    }
}
