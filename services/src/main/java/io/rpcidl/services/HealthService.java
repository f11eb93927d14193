package io.rpcidl.services;

import io.rpcidl.DrainListener;
import io.rpcidl.RpcServerBuilder;
import io.rpcidl.ServerFeature;
import io.rpcidl.codec.ServiceDescriptor;
import io.rpcidl.services.health.Health;
import io.rpcidl.services.health.HealthCheck;
import io.rpcidl.services.health.ServingStatus;
import io.rpcidl.services.health.UnknownService;
import io.rpcidl.value.CallRefusedException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Tells whoever asks whether the server and its services take calls: {@code builder.with(new HealthService())} adds the service
 * {@code rpcidl.health.v1.HealthCheck}. Safe for use by several threads.
 *
 * <p>The server is SERVING until somebody says something else, and each of its services is what the server is, until somebody
 * says something else about it. A server that is told to drain is NOT_SERVING from the first moment on, with all its services,
 * whatever is set later; streams that watch it end when it sends DRAIN.
 */
public final class HealthService implements ServerFeature {
    private static final String SERVER = "";
    /** So many streams may watch one server; more are refused, not executed. */
    private static final int MOST_WATCHES = 1_024;

    private static final int MOST_SERVICES = 10_000;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final Map<String, ServingStatus> statuses = new HashMap<>();
    private final Set<String> offered = new LinkedHashSet<>();
    private final Set<StatusWatch> watches = new LinkedHashSet<>();
    private boolean leaving;
    private boolean draining;

    /** The health of a server that takes calls. */
    public HealthService() {
        statuses.put(SERVER, ServingStatus.SERVING);
    }

    /** Says whether the server as a whole takes calls. */
    public void set(ServingStatus status) {
        set(SERVER, status);
    }

    /**
     * Says whether a service takes calls, which need not be one of the server's: it may also be a name for something that
     * several of them need.
     *
     * @throws IllegalStateException when statuses of more than 10,000 names would be kept
     */
    public void set(String service, ServingStatus status) {
        Objects.requireNonNull(status, "status");
        synchronized (this) {
            if (statuses.size() >= MOST_SERVICES && !statuses.containsKey(service)) {
                throw new IllegalStateException(
                        "the health of " + MOST_SERVICES + " services is known already; clear some of them");
            }
            statuses.put(service, status);
        }
        tellWatches();
    }

    /** Forgets what was said about a service: it is what the server is again. */
    public void clear(String service) {
        synchronized (this) {
            if (service.equals(SERVER)) {
                statuses.put(SERVER, ServingStatus.SERVING);
            } else {
                statuses.remove(service);
            }
        }
        tellWatches();
    }

    /** What is known of a service, of the whole server by the empty name; null when it is none of the server's. */
    public synchronized @Nullable ServingStatus status(String service) {
        ServingStatus said = statuses.get(service);
        if (said == null && !offered.contains(service)) {
            return null;
        }
        if (leaving) {
            return ServingStatus.NOT_SERVING;
        }
        return said == null ? statuses.get(SERVER) : said;
    }

    @Override
    public void addTo(RpcServerBuilder server) {
        server.add(HealthCheck.asyncService(new Handler())).onDrain(new DrainListener() {
            @Override
            public void leaving() {
                goAway(false);
            }

            @Override
            public void draining() {
                goAway(true);
            }
        });
    }

    @Override
    public synchronized void offered(List<ServiceDescriptor> services) {
        services.forEach(service -> offered.add(service.name()));
    }

    private void goAway(boolean now) {
        synchronized (this) {
            leaving = true;
            draining = draining || now;
        }
        tellWatches();
    }

    /** Watches hear outside of the lock: they run code of streams. */
    private void tellWatches() {
        List<StatusWatch> all;
        boolean last;
        synchronized (this) {
            all = List.copyOf(watches);
            last = draining;
        }
        for (StatusWatch watch : all) {
            tell(watch, last);
        }
    }

    private void tell(StatusWatch watch, boolean last) {
        watch.tell(status(watch.service()));
        if (last) {
            watch.end();
        }
    }

    private void watch(StatusWatch watch) {
        boolean last;
        synchronized (this) {
            if (watches.size() >= MOST_WATCHES) {
                throw CallRefusedException.overloaded(MOST_WATCHES + " streams watch this server already", RETRY_AFTER);
            }
            watches.add(watch);
            last = draining;
        }
        watch.begin();
        tell(watch, last);
    }

    private synchronized void forget(StatusWatch watch) {
        watches.remove(watch);
    }

    private final class Handler implements HealthCheck.Async {
        @Override
        public CompletionStage<Health> check(String service) {
            ServingStatus status = status(service);
            return status == null
                    ? CompletableFuture.failedFuture(new UnknownService(service))
                    : CompletableFuture.completedFuture(new Health(status));
        }

        @Override
        public Flow.Publisher<Health> watch(String service) {
            return subscriber ->
                    HealthService.this.watch(new StatusWatch(service, subscriber, HealthService.this::forget));
        }
    }
}
