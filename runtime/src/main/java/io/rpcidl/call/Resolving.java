package io.rpcidl.call;

import io.rpcidl.resolve.Resolver;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.LoopTimer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a client knows of its addresses: asks the resolver, not too often, and brings its answers to the loop. */
final class Resolving implements Resolver.Listener {
    /** After a failure the resolver is asked again at once, but not twice within this time. */
    private static final long SHORTEST_PAUSE = TimeUnit.SECONDS.toNanos(5);

    private static final System.Logger LOG = System.getLogger(Resolving.class.getName());

    private final ClientConnections client;
    private final Resolver resolver;
    private final ReconnectDelay delay;
    private Resolver.@Nullable Watch watch;
    private @Nullable LoopTimer timer;
    private @Nullable String failure;
    private boolean known;
    private boolean pending;
    private long askedAt;

    Resolving(ClientConnections client, Resolver resolver, ReconnectDelay delay) {
        this.client = client;
        this.resolver = resolver;
        this.delay = delay;
    }

    String target() {
        return resolver.target();
    }

    /** Why there are no addresses; null when there are, or when nothing is known yet. */
    @Nullable
    String failure() {
        return known ? null : failure;
    }

    /** Whether addresses are looked for and none are known. */
    boolean pending() {
        return pending;
    }

    /** From when on {@link #attend} has something to do. */
    long dueAt() {
        if (pending) {
            return Subchannel.NEVER;
        }
        if (!known) {
            return delay.retryAt(); // at once in the beginning
        }
        long freshFor = resolver.freshFor().toNanos();
        return freshFor == 0 ? Subchannel.NEVER : askedAt + freshFor;
    }

    /** Asks the resolver when it is time to. */
    void attend() {
        if (dueAt() > client.now()) {
            return;
        }
        askedAt = client.now();
        if (!known) {
            pending = true;
            timer = client.loop()
                    .schedule(askedAt + client.settings().connectTimeout().toNanos(), this::late);
        }
        Resolver.Watch watching = watch;
        if (watching == null) {
            watch = resolver.watch(this);
        } else {
            watching.refresh();
        }
    }

    /** A connection has failed: the servers may be elsewhere by now. */
    void suspect() {
        Resolver.Watch watching = watch;
        if (watching != null && known && client.now() - askedAt >= SHORTEST_PAUSE) {
            askedAt = client.now();
            watching.refresh();
        }
    }

    /** Lets the resolver be asked at once. */
    void forgetFailures() {
        delay.forget();
    }

    void close() {
        stopTimer();
        if (watch != null) {
            watch.close();
        }
    }

    @Override
    public void resolved(List<Endpoint> addresses) {
        List<Endpoint> fixed = List.copyOf(addresses);
        if (fixed.isEmpty() || fixed.size() > Resolver.MOST_ADDRESSES) {
            String problem = fixed.isEmpty()
                    ? "there are none"
                    : "there are " + fixed.size() + ", and a client takes " + Resolver.MOST_ADDRESSES;
            onLoop(() -> failed(problem));
        } else {
            onLoop(() -> accept(fixed));
        }
    }

    @Override
    public void failed(Throwable cause) {
        onLoop(() -> failed(String.valueOf(cause.getMessage())));
    }

    private void onLoop(Runnable news) {
        if (client.inLoop()) {
            news.run();
        } else {
            client.later(news);
        }
    }

    private void accept(List<Endpoint> addresses) {
        pending = false;
        known = true;
        stopTimer();
        client.resolved(addresses);
    }

    private void failed(String problem) {
        if (known) {
            LOG.log(System.Logger.Level.DEBUG, "the addresses of {0} stay as they are: {1}", target(), problem);
            return;
        }
        pending = false;
        failure = problem;
        client.note(target(), "can't find the addresses: " + problem);
        stopTimer();
        delay.failed(client.now());
        client.connectionsChanged();
    }

    private void late() {
        timer = null;
        if (pending) {
            failed("no answer within " + client.settings().connectTimeout().toMillis() + " ms");
        }
    }

    private void stopTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
