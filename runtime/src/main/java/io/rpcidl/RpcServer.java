package io.rpcidl;

import io.rpcidl.call.ServerConnections;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Listener;
import io.rpcidl.transport.Loop;
import io.rpcidl.transport.LoopTimer;
import io.rpcidl.transport.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A server of any number of services; its methods may be called on any thread. */
public final class RpcServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RpcServer.class.getName());

    private final Transport transport;
    private final Endpoint endpoint;
    private final ServerConnections connections;
    private final Duration gracePeriod;
    private final Resources resources;
    private final AtomicReference<@Nullable Listener> listener = new AtomicReference<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CompletableFuture<@Nullable Void> terminated = new CompletableFuture<>();

    RpcServer(
            Transport transport,
            Endpoint endpoint,
            ServerConnections connections,
            Duration gracePeriod,
            Resources resources) {
        this.transport = transport;
        this.endpoint = endpoint;
        this.connections = connections;
        this.gracePeriod = gracePeriod;
        this.resources = resources;
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
        if (listener.get() != null || closing.get()) {
            throw new IllegalStateException("the server was started or closed before; build another one");
        }
        try {
            listener.set(transport.listen(endpoint, connections));
        } catch (IOException failure) {
            close();
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    /**
     * The port on which the server listens, the one that was given to it when it had asked for any.
     *
     * @throws IllegalStateException before the server was started
     */
    public int port() {
        Listener started = listener.get();
        if (started == null) {
            throw new IllegalStateException("the server has no port before it is started");
        }
        return started.endpoint().port();
    }

    /**
     * Takes no more calls, lets those that are in flight finish within the grace period, then ends the rest and interrupts
     * their handlers.
     *
     * <p>Waits until all is over, except on a thread of a loop or a handler, where it returns at once: the handler itself is
     * one of those that have to finish. Any number of times.
     */
    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            Listener started = listener.get();
            if (started != null) {
                started.close();
            }
            endAfterGrace();
            CompletableFuture<Void> unused = connections.drain().thenRun(() -> {
                resources.release();
                terminated.complete(null);
            });
        }
        if (!connections.onTheirThreads()) {
            awaitEnd();
        }
    }

    /** Waits until the server has been closed, by any thread, and everything has ended. */
    public void awaitTermination() throws InterruptedException {
        try {
            terminated.get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Waits like {@link #awaitTermination()}, but no longer than {@code timeout}; false when that was over first. */
    public boolean awaitTermination(Duration timeout) throws InterruptedException {
        try {
            terminated.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException over) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void endAfterGrace() {
        Loop loop = transport.loop();
        execute(loop, () -> {
            LoopTimer over = loop.schedule(
                    loop.now() + gracePeriod.toNanos(), () -> connections.reset("the server's grace period is over"));
            CompletableFuture<Void> unused = terminated.thenRun(() -> execute(loop, over::cancel));
        });
    }

    private static void execute(Loop loop, Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException loopClosed) {
            LOG.log(System.Logger.Level.DEBUG, "the transport was closed before its server");
        }
    }

    private void awaitEnd() {
        try {
            awaitTermination();
        } catch (InterruptedException interrupted) {
            connections.reset("the wait for the end of the server was interrupted");
            Thread.currentThread().interrupt();
            return;
        }
        resources.await();
    }
}
