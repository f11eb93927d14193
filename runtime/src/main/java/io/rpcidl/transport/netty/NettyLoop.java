package io.rpcidl.transport.netty;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import io.rpcidl.transport.ClosingTasks;
import io.rpcidl.transport.ConnectListener;
import io.rpcidl.transport.Loop;
import io.rpcidl.transport.LoopTimer;
import io.rpcidl.transport.RpcClock;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A Netty event loop with a clock that is read once for each thing that happens on it. */
final class NettyLoop implements Loop {
    private static final System.Logger LOG = System.getLogger(NettyLoop.class.getName());

    private final EventLoop eventLoop;
    private final RpcClock clock;
    private final SocketKind sockets;
    private final Set<NettyLink> links = new LinkedHashSet<>();
    /** Channels with TLS: those whose handshake is under way, or failed and lingers, are no links. */
    private final Set<TlsGuard> guarded = new LinkedHashSet<>();

    private final Set<ConnectListener> lookups = new LinkedHashSet<>();
    private final CompletableFuture<@Nullable Void> linksEnded = new CompletableFuture<>();
    private final ClosingTasks closingTasks = new ClosingTasks();
    private boolean closing;
    private long now;
    private byte[] lent = new byte[64 * 1_024];

    NettyLoop(EventLoop eventLoop, RpcClock clock, SocketKind sockets) {
        this.eventLoop = eventLoop;
        this.clock = clock;
        this.sockets = sockets;
    }

    SocketKind sockets() {
        return sockets;
    }

    EventLoop eventLoop() {
        return eventLoop;
    }

    /** Takes charge of a new link; false when the loop is closing and wants none. */
    boolean adopt(NettyLink link) {
        return !closing && links.add(link);
    }

    /** An address is being looked up for {@code listener}; false when the loop is closing and wants no more links. */
    boolean lookupBegins(ConnectListener listener) {
        return !closing && lookups.add(listener);
    }

    /** The lookup is over; false when the listener has been told meanwhile that the transport was closed. */
    boolean lookupEnds(ConnectListener listener) {
        return lookups.remove(listener);
    }

    /** The link is gone and its listener knows. */
    void forget(NettyLink link) {
        links.remove(link);
        completeWhenEmpty();
    }

    /** A channel has begun its handshake; false when the loop is closing and wants none. */
    boolean adopt(TlsGuard guard) {
        return !closing && guarded.add(guard);
    }

    /** The channel is gone. */
    void forget(TlsGuard guard) {
        guarded.remove(guard);
        completeWhenEmpty();
    }

    private void completeWhenEmpty() {
        if (closing && links.isEmpty() && guarded.isEmpty()) {
            linksEnded.complete(null);
        }
    }

    /** Resets all links; the future completes when their listeners have heard of it. Any thread, any number of times. */
    CompletableFuture<@Nullable Void> endLinks() {
        executeIfOpen(() -> {
            closing = true;
            List.copyOf(lookups).forEach(listener -> listener.failed(transportClosed()));
            lookups.clear();
            List.copyOf(links).forEach(NettyLink::reset);
            // A loop that ends may leave open what nobody has closed, with what it has received.
            List.copyOf(guarded).forEach(TlsGuard::abandon);
            closingTasks.run();
            completeWhenEmpty();
        });
        return linksEnded;
    }

    /** Runs {@code task} on the loop; when the loop has ended before, tells {@code listener} behind the loop's end. */
    void executeOrFail(Runnable task, ConnectListener listener) {
        try {
            execute(task);
        } catch (RejectedExecutionException closed) {
            if (inLoop()) {
                listener.failed(transportClosed());
            } else {
                eventLoop.terminationFuture().addListener(ended -> listener.failed(transportClosed()));
            }
        }
    }

    /** Why there is no link where the loop takes none any more. */
    static IOException transportClosed() {
        return new IOException("the transport was closed");
    }

    /** Reads the clock: called at the beginning of whatever Netty calls us for. */
    void refresh() {
        now = clock.nanoTime();
    }

    /** The array into which all links of this loop copy what they receive. */
    byte[] lentArray(int length) {
        if (lent.length < length) {
            lent = new byte[length];
        }
        return lent;
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public long refreshed() {
        refresh();
        return now;
    }

    @Override
    public boolean inLoop() {
        return eventLoop.inEventLoop();
    }

    @Override
    public void execute(Runnable task) {
        eventLoop.execute(() -> {
            refresh();
            task.run();
        });
    }

    /** As {@link #execute}, but drops the task when the loop has been closed. */
    void executeIfOpen(Runnable task) {
        try {
            execute(task);
        } catch (RejectedExecutionException closed) {
            LOG.log(System.Logger.Level.DEBUG, "a task came after its loop was closed");
        }
    }

    @Override
    public LoopTimer schedule(long atNanos, Runnable task) {
        long delay = Math.max(0, atNanos - clock.nanoTime());
        ScheduledFuture<?> timer = eventLoop.schedule(
                () -> {
                    refresh();
                    task.run();
                },
                delay,
                TimeUnit.NANOSECONDS);
        return () -> timer.cancel(false);
    }

    @Override
    public LoopTimer whenClosed(Runnable task) {
        return closingTasks.add(task);
    }
}
