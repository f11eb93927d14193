package io.rpcidl;

import io.rpcidl.call.BoundService;
import io.rpcidl.call.DirectSide;
import io.rpcidl.call.ServerConnections;
import io.rpcidl.introspection.MethodSnapshot;
import io.rpcidl.introspection.ServerSnapshot;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Listener;
import io.rpcidl.transport.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A server of any number of services; its methods may be called on any thread. */
public final class RpcServer implements AutoCloseable {
    /** Where servers listen that have no port; clients find them by the object and not by this name. */
    static final Endpoint IN_PROCESS = new Endpoint("in-process", 0);

    private final Transport transport;
    private final Endpoint endpoint;
    private final ServerConnections connections;
    private final List<BoundService> services;
    private final Resources resources;
    private final ServerShutdown shutdown;
    private final AtomicBoolean started = new AtomicBoolean();

    /** What belongs to a server: what it offers, by name, and what it has made for itself. */
    record Parts(Collection<BoundService> services, Resources resources) {}

    RpcServer(
            Transport transport,
            Endpoint endpoint,
            ServerConnections connections,
            ServerShutdown.Plan plan,
            Parts parts) {
        this.transport = transport;
        this.endpoint = endpoint;
        this.connections = connections;
        this.services = List.copyOf(parts.services());
        this.resources = parts.resources();
        this.shutdown = new ServerShutdown(transport, connections, plan, resources::release);
    }

    /** A builder with no services and the default limits. */
    public static RpcServerBuilder builder() {
        return new RpcServerBuilder();
    }

    /**
     * Begins to listen.
     *
     * @return this server
     * @throws UncheckedIOException when the endpoint can't be listened on
     * @throws IllegalStateException when the server was started or closed before
     */
    public RpcServer start() {
        if (shutdown.begun() || !started.compareAndSet(false, true)) {
            throw new IllegalStateException("the server was started or closed before; build another one");
        }
        try {
            Listener opened = transport.listen(endpoint, connections);
            if (!shutdown.listening(opened)) {
                opened.close(); // another thread has closed the server meanwhile
            }
        } catch (IOException failure) {
            close();
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    /**
     * The port on which the server listens, the one that was given to it when it had asked for any; 0 on a Unix socket.
     *
     * @throws IllegalStateException before the server was started
     */
    public int port() {
        return endpoint().port();
    }

    /**
     * Where the server listens, as a client names it: {@code host:port}, or {@code unix:/path}.
     *
     * @throws IllegalStateException before the server was started
     */
    public String target() {
        return endpoint().toString();
    }

    private Endpoint endpoint() {
        Listener listener = shutdown.listener();
        if (listener == null) {
            throw new IllegalStateException("the server has no port before it is started");
        }
        return listener.endpoint();
    }

    /**
     * The transport by which callers in this process reach it with encoding.
     *
     * @throws IllegalArgumentException when it was not built with {@link RpcServerBuilder#inProcess}
     */
    @SuppressWarnings("ReferenceEquality") // one object stands for it; an endpoint that is written like it is another
    Transport loopback() {
        if (endpoint != IN_PROCESS) {
            throw new IllegalArgumentException("the server listens at " + endpoint
                    + "; build it with inProcess(), or name it to the client with target(\"host:port\")");
        }
        return transport;
    }

    /** The way to its handlers for callers in this process. */
    DirectSide direct() {
        return connections.direct(transport.loop());
    }

    /** How many connections are open. */
    int openConnections() {
        return connections.size();
    }

    /**
     * What the server is doing. Each connection is looked at on its own loop when that comes to it, so the stage completes soon,
     * on one of the loops, where whoever waits for it must not be. Nothing is stopped for it.
     */
    public CompletionStage<ServerSnapshot> snapshot() {
        return connections.snapshot().thenApply(open -> {
            List<MethodSnapshot> methods = new ArrayList<>();
            services.forEach(service -> methods.addAll(service.snapshot()));
            return new ServerSnapshot(
                    shutdown.state(),
                    connections.totals(),
                    connections.memory(),
                    open,
                    methods,
                    connections.failures());
        });
    }

    /**
     * Begins a graceful end and returns at once; any number of times, on any thread.
     *
     * <p>The {@link DrainListener}s hear of it first, and the server goes on for its lame duck period. Then it stops listening
     * and sends DRAIN, which names to each peer the last call that was accepted: later ones are not executed, and their callers
     * know. Calls in flight have the grace period to end; what is stuck is then given up, its handlers are interrupted, and
     * its callers learn that it may have been executed.
     */
    public void drain() {
        shutdown.begin();
    }

    /**
     * {@link #drain}, and waits until all is over, except on a thread of a loop or a handler, where it returns at once: the
     * handler itself is one of those that have to finish. Any number of times.
     *
     * <p>When the waiting thread is interrupted, the rest ends at once.
     */
    @Override
    public void close() {
        drain();
        awaitEnd();
    }

    /**
     * Ends at once, also when {@link #drain} or {@link #close} has begun: no lame duck period and no grace. Connections are reset
     * and handlers interrupted; callers learn the truth, for most of them that their call may have been executed. Waits like
     * {@link #close}, any number of times.
     */
    public void closeNow() {
        shutdown.now("the server was closed at once");
        awaitEnd();
    }

    /** Waits until the server has been closed, by any thread, and everything has ended. */
    public void awaitTermination() throws InterruptedException {
        try {
            shutdown.terminated().get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Waits like {@link #awaitTermination()}, but no longer than {@code timeout}; false when that was over first. */
    public boolean awaitTermination(Duration timeout) throws InterruptedException {
        try {
            shutdown.terminated().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException over) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void awaitEnd() {
        if (shutdown.onItsThreads()) {
            return;
        }
        try {
            awaitTermination();
        } catch (InterruptedException interrupted) {
            shutdown.now("the wait for the end of the server was interrupted");
            Thread.currentThread().interrupt();
            return;
        }
        resources.await();
    }
}
