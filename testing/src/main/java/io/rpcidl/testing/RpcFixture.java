package io.rpcidl.testing;

import io.rpcidl.RpcClient;
import io.rpcidl.RpcClientBuilder;
import io.rpcidl.RpcServer;
import io.rpcidl.RpcServerBuilder;
import io.rpcidl.ServiceBinding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A server and a client in this process, joined in memory, that find out at their end what a test has left behind. For tests
 * with JUnit there is {@link RpcExtension}, which opens and closes one for each test.
 */
public final class RpcFixture implements AutoCloseable {
    private final Duration grace;
    private final FaultTransport faults;
    private final ExecutorService handlers;
    private final ThreadCheck threads = ThreadCheck.begin();
    private final RpcServer server;
    private final RpcClient client;
    private boolean closed;

    private RpcFixture(Builder builder) {
        this.grace = builder.grace;
        this.faults = FaultTransport.inMemory();
        AtomicInteger number = new AtomicInteger();
        this.handlers = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "rpcidl-test-handler-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        RunningHandlers running = faults.orders().runningHandlers();
        RpcServerBuilder serverBuilder = RpcServer.builder()
                .inProcess()
                .transport(faults)
                .gracePeriod(grace)
                .executor(work -> handlers.execute(() -> running.run("a handler", work)));
        builder.services.forEach(service -> serverBuilder.add(service.apply(faults)));
        this.server = builder.serverOptions.apply(serverBuilder).start();
        this.client = builder.clientOptions
                .apply(RpcClient.builder().loopback(server))
                .build();
    }

    /** A builder with no services. */
    public static Builder builder() {
        return new Builder();
    }

    /** The client; generated clients are made of it: {@code new OrdersClient(fixture.client())}. */
    public RpcClient client() {
        return client;
    }

    /** The server. */
    public RpcServer server() {
        return server;
    }

    /** The transport between the two, on which faults are ordered. */
    public FaultTransport faults() {
        return faults;
    }

    /**
     * Closes everything and checks that nothing is left: no call in flight, no handler at work, no octets held by a fault, no
     * thread, and no fault that was ordered and did not strike. Calls and handlers get a moment to end by themselves. Any
     * number of times.
     *
     * @throws AssertionError when something is left; the message names all of it
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        List<String> left = new ArrayList<>();
        try {
            closeAndCheck(left);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            left.add("the check itself was interrupted: run the test again");
        } finally {
            faults.close();
            handlers.shutdownNow();
            threads.end();
        }
        if (!left.isEmpty()) {
            throw new AssertionError("the test left behind:\n  - " + String.join("\n  - ", left));
        }
    }

    private void closeAndCheck(List<String> left) throws InterruptedException {
        Orders orders = faults.orders();
        orders.openLinks()
                .awaitEnds(grace)
                .forEach(call -> left.add(call + " is in flight: await it, or cancel it and close its stream"));
        orders.notStruck()
                .forEach(fault -> left.add("the fault '" + fault
                        + "' was ordered and has not struck: make the call that comes to it, or withdraw it"));
        int held = heldOctets();
        if (held > 0) {
            left.add(held + " octets are held by a stall: release it");
        }
        client.close();
        server.close();
        orders.runningHandlers()
                .awaitEnds(grace)
                .forEach(handler -> left.add(handler + "\n    end the handler when its call is given up"));
        faults.close();
        handlers.shutdown();
        boolean ended = handlers.awaitTermination(grace.toNanos(), TimeUnit.NANOSECONDS);
        if (ended && left.isEmpty()) {
            threads.awaitEnds(grace).forEach(thread -> left.add("the thread " + thread + " is alive: end it"));
        }
    }

    /** Asks on the loop, where the octets are. */
    private int heldOctets() throws InterruptedException {
        CompletableFuture<Integer> held = new CompletableFuture<>();
        faults.loop().execute(() -> held.complete(faults.orders().openLinks().heldOctets()));
        try {
            return held.get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Collects what a fixture needs. */
    public static final class Builder {
        private final List<Function<FaultTransport, ServiceBinding>> services = new ArrayList<>();
        private UnaryOperator<RpcServerBuilder> serverOptions = UnaryOperator.identity();
        private UnaryOperator<RpcClientBuilder> clientOptions = UnaryOperator.identity();
        private Duration grace = Duration.ofSeconds(10);

        private Builder() {}

        /**
         * Offers a service: {@code serve(Orders.class, Orders::service, handler)}. Faults see when the handler is entered.
         *
         * @param type the generated interface, blocking or async
         * @param binding its method that binds a handler
         */
        public <S> Builder serve(Class<S> type, Function<S, ServiceBinding> binding, S handler) {
            services.add(faults -> binding.apply(faults.watch(type, handler)));
            return this;
        }

        /** Offers a service whose handlers faults don't see: those after its dispatch never strike. */
        public Builder serve(ServiceBinding binding) {
            services.add(faults -> binding);
            return this;
        }

        /** Changes how the server is built; its transport and endpoint stay those of the fixture. */
        public Builder server(UnaryOperator<RpcServerBuilder> options) {
            serverOptions = options;
            return this;
        }

        /** Changes how the client is built; its transport and target stay those of the fixture. */
        public Builder client(UnaryOperator<RpcClientBuilder> options) {
            clientOptions = options;
            return this;
        }

        /**
         * How long calls and handlers get to end when the test is over, 10 seconds by default. It is waited for only while
         * something is left.
         *
         * @throws IllegalArgumentException when it is not positive
         */
        public Builder grace(Duration time) {
            if (time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException("a grace of " + time + " is none; choose a positive one");
            }
            grace = time;
            return this;
        }

        /** Starts the server and makes the client. */
        public RpcFixture start() {
            return new RpcFixture(this);
        }
    }
}
