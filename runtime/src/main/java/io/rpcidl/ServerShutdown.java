package io.rpcidl;

import io.rpcidl.call.ServerConnections;
import io.rpcidl.introspection.ServerState;
import io.rpcidl.transport.Listener;
import io.rpcidl.transport.Loop;
import io.rpcidl.transport.LoopTimer;
import io.rpcidl.transport.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The way of one server out: lame duck, drain, grace, end; each step once, whichever thread asks first.
 *
 * <p>The steps that wait for a time run on a loop of the transport. When that is closed already, there is nothing to wait for.
 */
final class ServerShutdown {
    private static final System.Logger LOG = System.getLogger(ServerShutdown.class.getName());

    private final Transport transport;
    private final ServerConnections connections;
    private final Plan plan;
    private final Runnable release;
    private final AtomicReference<@Nullable Listener> listener = new AtomicReference<>();
    private final AtomicBoolean leaving = new AtomicBoolean();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final CompletableFuture<@Nullable Void> stopped = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> terminated = new CompletableFuture<>();
    /** The threads that tell the listeners; what these call must not wait for the steps behind them. */
    private final Set<Thread> telling = ConcurrentHashMap.newKeySet();

    /**
     * How a server goes.
     *
     * @param lameDuck between the announcement and the drain
     * @param grace between the drain and the end of what is stuck
     * @param listeners who is told
     */
    record Plan(Duration lameDuck, Duration grace, List<DrainListener> listeners) {
        Plan {
            listeners = List.copyOf(listeners);
        }
    }

    /** For one server, whose own resources {@code release} lets go of at the end, without waiting. */
    ServerShutdown(Transport transport, ServerConnections connections, Plan plan, Runnable release) {
        this.transport = transport;
        this.connections = connections;
        this.plan = plan;
        this.release = release;
    }

    /** The server listens from now on; false when it has been told to go before. */
    boolean listening(Listener opened) {
        listener.set(opened);
        return !draining.get();
    }

    /** Where the server listens, or has listened; null before. */
    @Nullable
    Listener listener() {
        return listener.get();
    }

    ServerState state() {
        if (terminated.isDone()) {
            return ServerState.ENDED;
        } else if (draining.get()) {
            return ServerState.DRAINING;
        } else if (leaving.get()) {
            return ServerState.LEAVING;
        }
        return listener.get() == null ? ServerState.NEW : ServerState.SERVING;
    }

    boolean begun() {
        return leaving.get();
    }

    /** Completes when nothing is left. */
    CompletableFuture<@Nullable Void> terminated() {
        return terminated;
    }

    /** Whether the calling thread is one that the end has to wait for. */
    boolean onItsThreads() {
        return telling.contains(Thread.currentThread()) || connections.onTheirThreads();
    }

    /** Announces the end, and begins to drain when the lame duck period is over. */
    void begin() {
        if (!leaving.compareAndSet(false, true)) {
            return;
        }
        tell(DrainListener::leaving);
        if (listener.get() == null || plan.lameDuck().isZero()) {
            drain();
        } else {
            after(plan.lameDuck(), this::drain, stopped);
        }
    }

    /** Ends everything at once. */
    void now(String reason) {
        if (leaving.compareAndSet(false, true)) {
            tell(DrainListener::leaving);
        }
        connections.refuseFromNowOn(reason);
        drain();
        connections.reset(reason);
    }

    private void drain() {
        if (!draining.compareAndSet(false, true)) {
            return;
        }
        stopped.complete(null);
        Listener open = listener.get();
        if (open != null) {
            open.close();
        }
        after(plan.grace(), () -> connections.close("the server's grace period is over"), terminated);
        CompletableFuture<Void> unused = connections.drain().thenRun(() -> {
            release.run();
            terminated.complete(null);
        });
        tell(DrainListener::draining);
    }

    /** Runs {@code step} when {@code wait} is over, unless {@code needless} completes first. */
    private void after(Duration wait, Runnable step, CompletableFuture<@Nullable Void> needless) {
        Loop loop = transport.loop();
        boolean alive = execute(loop, () -> {
            LoopTimer timer = loop.schedule(loop.now() + wait.toNanos(), step);
            CompletableFuture<Void> unused = needless.thenRun(() -> execute(loop, timer::cancel));
        });
        if (!alive) {
            step.run();
        }
    }

    private static boolean execute(Loop loop, Runnable task) {
        try {
            loop.execute(task);
            return true;
        } catch (RejectedExecutionException loopClosed) {
            LOG.log(System.Logger.Level.DEBUG, "the transport was closed before its server");
            return false;
        }
    }

    private void tell(Consumer<DrainListener> what) {
        telling.add(Thread.currentThread());
        for (DrainListener told : plan.listeners()) {
            try {
                what.accept(told);
            } catch (RuntimeException | Error faulty) { // application code; the server goes all the same
                LOG.log(System.Logger.Level.WARNING, "a listener of the server's drain failed", faulty);
            }
        }
        telling.remove(Thread.currentThread());
    }
}
