package io.rpcidl.call;

import io.rpcidl.connection.ConnectionSettings;
import io.rpcidl.introspection.ConnectionSnapshot;
import io.rpcidl.introspection.RecentFailure;
import io.rpcidl.introspection.ServerSnapshot;
import io.rpcidl.transport.Link;
import io.rpcidl.transport.LinkAcceptor;
import io.rpcidl.transport.LinkListener;
import io.rpcidl.transport.Loop;
import io.rpcidl.transport.RpcClock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
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

    private static final String GOING_AWAY = "the server is about to go away";
    private static final Set<String> HANDLERS = Set.of(ServerCall.class.getName(), DirectAnswer.class.getName());

    private final RpcClock clock;
    private final ServerSettings settings;
    private final RateLimitedLog peerLog = new RateLimitedLog(LOG);
    private final ConnectionQuota quota;
    private final LongAdder accepted = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder evicted = new LongAdder();
    private final Set<ServerConnection> open = Collections.synchronizedSet(new LinkedHashSet<>());
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
    private volatile boolean draining;
    private volatile @Nullable String refusing;
    private @Nullable DirectSide direct;

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
            note(link.peer(), "refused: " + full);
            link.reset();
            return RefusedLink.INSTANCE;
        }
        ServerConnection connection = new ServerConnection(link, this, settings, origin);
        open.add(connection);
        accepted.increment();
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
        note(silent.peer(), "ended: " + why);
        execute(silent, connection -> connection.reset(why));
    }

    /** The peer has said HELLO. */
    void spoke(ServerConnection connection) {
        quota.spoke(connection);
    }

    private void note(String peer, String what) {
        long now = clock.nanoTime();
        peerLog.warn(now, "connection of " + peer + " " + what);
        settings.answering().recentFailures().add(now, peer, "connection " + what);
    }

    /** How many connections have come, and what has become of them. */
    public ServerSnapshot.Totals totals() {
        return new ServerSnapshot.Totals(accepted.sum(), refused.sum(), evicted.sum());
    }

    /** What its connections hold, with all others that share their budgets. */
    public ServerSnapshot.Memory memory() {
        ConnectionSettings.Budgets budgets = settings.connection().budgets();
        return new ServerSnapshot.Memory(
                budgets.inbound().used(),
                budgets.inbound().limit(),
                budgets.outbound().used(),
                budgets.outbound().limit());
    }

    /** What went wrong lately. */
    public List<RecentFailure> failures() {
        return settings.answering().recentFailures().all(clock.nanoTime());
    }

    /** What each open connection is doing; each is looked at on its loop, when it comes to it. */
    public CompletableFuture<List<ConnectionSnapshot>> snapshot() {
        List<CompletableFuture<@Nullable ConnectionSnapshot>> asked = new ArrayList<>();
        for (ServerConnection one : List.copyOf(open)) {
            CompletableFuture<@Nullable ConnectionSnapshot> answer = new CompletableFuture<>();
            asked.add(answer);
            if (!execute(one, connection -> answer.complete(connection.snapshot()))) {
                answer.complete(null);
            }
        }
        return CompletableFuture.allOf(asked.toArray(new CompletableFuture<?>[0]))
                .thenApply(all -> asked.stream()
                        .map(CompletableFuture::join)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** Places that have connections open. */
    int origins() {
        return quota.origins();
    }

    /** The way to this server's handlers for calls within this process, whose deadlines the timers of {@code loop} see to. */
    public synchronized DirectSide direct(Loop loop) {
        DirectSide known = direct;
        if (known == null) {
            known = new DirectSide(
                    settings.connection().services(),
                    settings.answering(),
                    settings.connection().limits().callsInFlight(),
                    loop);
            CompletableFuture<Void> unused = known.end().thenRun(this::completeWhenEnded);
            direct = known;
            if (draining) {
                CompletableFuture<@Nullable Void> unusedDrain = known.drain(GOING_AWAY); // its end was asked for above
            }
        }
        return known;
    }

    private synchronized @Nullable DirectSide knownDirect() {
        return direct;
    }

    /** How many connections are open. */
    public int size() {
        return open.size();
    }

    /** Lets every connection finish what it has accepted; the future completes when all are gone. */
    public CompletableFuture<@Nullable Void> drain() {
        draining = true;
        forEach(ServerConnection::drain);
        DirectSide local = knownDirect();
        if (local != null) {
            CompletableFuture<@Nullable Void> unused =
                    local.drain(GOING_AWAY); // its end was asked for when it was made
        }
        completeWhenEnded();
        return ended;
    }

    /** Ends every connection; what is written already is sent, and calls that have not ended are given up. */
    public void close(String reason) {
        forEach(connection -> connection.close(reason));
        resetDirect(reason);
    }

    /** Resets connections that are accepted from now on. */
    public void refuseFromNowOn(String reason) {
        refusing = reason;
    }

    /** Ends every connection at once. */
    public void reset(String reason) {
        forEach(connection -> connection.reset(reason));
        resetDirect(reason);
    }

    private void resetDirect(String reason) {
        DirectSide local = knownDirect();
        if (local != null) {
            local.reset(reason);
        }
    }

    /**
     * Whether the calling thread runs a loop or a handler of this server, and so must not wait for its end.
     *
     * <p>The stack tells: to keep a mark on each handler's thread would cost every call, and this is asked once in the life
     * of a server.
     */
    public boolean onTheirThreads() {
        boolean inHandler = StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> HANDLERS.contains(frame.getClassName())));
        return inHandler || List.copyOf(open).stream().anyMatch(ServerConnection::inLoop);
    }

    void ended(ServerConnection connection, String reason) {
        open.remove(connection);
        quota.release(connection);
        if (reason.startsWith(CLAUSE)) {
            note(connection.peer(), "ended: " + reason);
        }
        completeWhenEnded();
    }

    private void forEach(Consumer<ServerConnection> action) {
        List.copyOf(open).forEach(connection -> execute(connection, action));
    }

    private static boolean execute(ServerConnection connection, Consumer<ServerConnection> action) {
        try {
            connection.loop().execute(() -> action.accept(connection));
            return true;
        } catch (RejectedExecutionException loopClosed) {
            LOG.log(System.Logger.Level.DEBUG, "a connection is gone with its loop");
            return false;
        }
    }

    private void completeWhenEnded() {
        DirectSide local = knownDirect();
        if (draining && open.isEmpty() && (local == null || local.end().isDone())) {
            ended.complete(null);
        }
    }
}
