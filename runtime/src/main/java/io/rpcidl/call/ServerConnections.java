package io.rpcidl.call;

import io.rpcidl.transport.Link;
import io.rpcidl.transport.LinkAcceptor;
import io.rpcidl.transport.LinkListener;
import io.rpcidl.transport.RpcClock;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The connections of one server, on any number of loops; its methods may be called on any thread. */
public final class ServerConnections implements LinkAcceptor {
    private static final System.Logger LOG = System.getLogger(ServerConnections.class.getName());

    /** How the reason begins when the peer broke a rule of the wire: with the rule (W-8.1). */
    private static final String CLAUSE = "W-";

    private final RpcClock clock;
    private final ServerSettings settings;
    private final RateLimitedLog peerLog = new RateLimitedLog(LOG);
    private final ConnectionQuota quota;
    private final LongAdder refused = new LongAdder();
    private final LongAdder evicted = new LongAdder();
    private final Set<ServerConnection> open = Collections.synchronizedSet(new LinkedHashSet<>());
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
    private volatile boolean draining;
    private volatile @Nullable String refusing;

    /** No connections yet. */
    public ServerConnections(RpcClock clock, ServerSettings settings) {
        this.clock = clock;
        this.settings = settings;
        this.quota = new ConnectionQuota(settings.bounds());
    }

    @Override
    public LinkListener accept(Link link) {
        String origin = link.origin();
        String full = refusing == null ? quota.take(origin) : refusing;
        if (full != null) {
            refused.increment();
            peerLog.warn(clock.nanoTime(), "connection of " + link.peer() + " refused: " + full);
            link.reset();
            return RefusedLink.INSTANCE;
        }
        ServerConnection connection = new ServerConnection(link, this, settings, origin);
        open.add(connection);
        ServerConnection silent = quota.begins(connection);
        if (silent != null) {
            evict(silent);
        }
        if (refusing != null) {
            connection.reset(refusing);
        } else if (draining) {
            connection.drain();
        } else {
            connection.turn(); // sets the timer that ends it when nothing ever comes
        }
        return connection;
    }

    private void evict(ServerConnection silent) {
        evicted.increment();
        String why = "more than " + settings.bounds().beforeHello() + " connections have not said HELLO";
        peerLog.warn(clock.nanoTime(), "connection of " + silent.peer() + " ended: " + why);
        execute(silent, connection -> connection.reset(why));
    }

    /** The peer has said HELLO. */
    void spoke(ServerConnection connection) {
        quota.spoke(connection);
    }

    /** Places that have connections open. */
    int origins() {
        return quota.origins();
    }

    /** How many connections are open. */
    public int size() {
        return open.size();
    }

    /** Lets every connection finish what it has accepted; the future completes when all are gone. */
    public CompletableFuture<@Nullable Void> drain() {
        draining = true;
        forEach(ServerConnection::drain);
        completeWhenEnded();
        return ended;
    }

    /** Ends every connection; what is written already is sent, and calls that have not ended are given up. */
    public void close(String reason) {
        forEach(connection -> connection.close(reason));
    }

    /** Resets connections that are accepted from now on. */
    public void refuseFromNowOn(String reason) {
        refusing = reason;
    }

    /** Ends every connection at once. */
    public void reset(String reason) {
        forEach(connection -> connection.reset(reason));
    }

    /**
     * Whether the calling thread runs a loop or a handler of this server, and so must not wait for its end.
     *
     * <p>The stack tells: to keep a mark on each handler's thread would cost every call, and this is asked once in the life
     * of a server.
     */
    public boolean onTheirThreads() {
        boolean inHandler = StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(ServerCall.class.getName())));
        return inHandler || List.copyOf(open).stream().anyMatch(ServerConnection::inLoop);
    }

    void ended(ServerConnection connection, String reason) {
        open.remove(connection);
        quota.release(connection);
        if (reason.startsWith(CLAUSE)) {
            peerLog.warn(clock.nanoTime(), "connection of " + connection.peer() + " ended: " + reason);
        }
        completeWhenEnded();
    }

    private void forEach(Consumer<ServerConnection> action) {
        List.copyOf(open).forEach(connection -> execute(connection, action));
    }

    private static void execute(ServerConnection connection, Consumer<ServerConnection> action) {
        try {
            connection.loop().execute(() -> action.accept(connection));
        } catch (RejectedExecutionException loopClosed) {
            LOG.log(System.Logger.Level.DEBUG, "a connection is gone with its loop");
        }
    }

    private void completeWhenEnded() {
        if (draining && open.isEmpty()) {
            ended.complete(null);
        }
    }
}
