package io.rpcidl;

import io.rpcidl.call.Answering;
import io.rpcidl.call.BoundService;
import io.rpcidl.call.DirectExecutor;
import io.rpcidl.call.FairHandlers;
import io.rpcidl.call.HandlerThreads;
import io.rpcidl.call.ServerConnections;
import io.rpcidl.call.ServerSettings;
import io.rpcidl.codec.ServiceDescriptor;
import io.rpcidl.connection.ConnectionSettings;
import io.rpcidl.connection.ConnectionTimes;
import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.ServerTls;
import io.rpcidl.transport.SocketApi;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.memory.MemoryTransport;
import io.rpcidl.transport.netty.NettyTransport;
import io.rpcidl.wire.Limits;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Collects what a server needs. */
public final class RpcServerBuilder {
    private static final Duration LONGEST_PERIOD = Duration.ofDays(1);
    private static final Duration DEFAULT_GRACE_PERIOD = Duration.ofSeconds(30);
    private static final Duration DEFAULT_IDLE_TIMEOUT =
            Duration.ofMillis(ConnectionLimits.DEFAULT.idleTimeoutMillis());
    /** How far the age of a connection may be from what was asked for, in each direction. */
    private static final double AGE_JITTER = 0.1;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long LEAST_MEMORY = 1 << 20;
    private static final int POOL_THREADS = 64;
    private static final int MOST_VIRTUAL = 16_384;
    private static final int STREAM_THREADS = 1_024;
    private static final int POOL_QUEUE = 4_096;

    private final Map<String, ServiceBinding> services = new LinkedHashMap<>();
    private final List<ServerInterceptor> interceptors = new ArrayList<>();
    private RandomGenerator random = RANDOM;
    private final List<ServerFeature> features = new ArrayList<>();
    private final List<DrainListener> drainListeners = new ArrayList<>();
    private @Nullable Endpoint endpoint;
    private @Nullable Transport transport;
    private @Nullable Executor executor;
    private Duration gracePeriod = DEFAULT_GRACE_PERIOD;
    private Duration lameDuck = Duration.ZERO;
    private Duration idleTimeout = DEFAULT_IDLE_TIMEOUT;
    private @Nullable Duration connectionAge;
    private Duration ageGrace = DEFAULT_GRACE_PERIOD;
    private RpcLimits limits = RpcLimits.DEFAULTS;
    private @Nullable ServerTls tls;
    private SocketApi sockets = SocketApi.BEST;
    private ConnectionSettings.Budgets budgets = MemoryBudgets.PROCESS;
    private boolean plaintext;

    RpcServerBuilder() {}

    /**
     * Offers a service.
     *
     * @throws IllegalArgumentException when a service of this name was added before
     */
    public RpcServerBuilder add(ServiceBinding binding) {
        String name = binding.service().name();
        if (services.putIfAbsent(name, binding) != null) {
            throw new IllegalArgumentException("service " + name + " was added twice; add it once");
        }
        return this;
    }

    /** Adds an interceptor behind those that were added before; see {@link ServerInterceptor} for the order. */
    public RpcServerBuilder intercept(ServerInterceptor interceptor) {
        interceptors.add(Objects.requireNonNull(interceptor, "interceptor"));
        return this;
    }

    /** Where to listen; port 0 asks for any free port. */
    public RpcServerBuilder listen(String host, int port) {
        endpoint = new Endpoint(host, port);
        return this;
    }

    /** Where to listen: a Unix socket, whose file is made for the server's own user alone and removed when it is closed. */
    public RpcServerBuilder listenUnix(Path path) {
        endpoint = Endpoint.unix(path);
        return this;
    }

    /** The server's certificate and which clients it lets in; a server needs this, or {@link #plaintext}. */
    public RpcServerBuilder tls(ServerTls how) {
        tls = Objects.requireNonNull(how, "tls");
        return this;
    }

    /** Which interface of the operating system carries the server's own sockets; {@link SocketApi#BEST} by default. */
    public RpcServerBuilder sockets(SocketApi api) {
        sockets = Objects.requireNonNull(api, "sockets");
        return this;
    }

    /**
     * Has the server be reached within this process alone, by {@link DirectClient#of} and {@link RpcClientBuilder#loopback}: it
     * has no port, and nothing that TLS could protect.
     */
    public RpcServerBuilder inProcess() {
        endpoint = RpcServer.IN_PROCESS;
        return plaintext();
    }

    /** Asks for connections without TLS: whoever sees the network sees and can change every call. */
    public RpcServerBuilder plaintext() {
        plaintext = true;
        return this;
    }

    /** Uses a transport that the application has opened and closes itself; by default the server opens one for TCP. */
    public RpcServerBuilder transport(Transport shared) {
        transport = Objects.requireNonNull(shared, "transport");
        return this;
    }

    /**
     * Where handlers run. A call that the executor rejects fails as not executed, overloaded.
     *
     * <p>By default each handler has a virtual thread where the running JDK has them, 16,384 at most, else there is a pool of 64
     * threads. 4,096 calls may wait for one; they are served in turn by their connections, so that one that sends more than
     * others does not make them wait. Handlers that pull or give a stream in the blocking form always have a thread each, of at
     * most 1,024 where there are no virtual threads: in a pool they could wait for each other for ever.
     */
    public RpcServerBuilder executor(Executor handlers) {
        executor = Objects.requireNonNull(handlers, "executor");
        return this;
    }

    /** Runs handlers on the connections' own loops: fastest for short handlers, and whatever blocks there stops the server. */
    public RpcServerBuilder directExecutor() {
        return executor(DirectExecutor.INSTANCE);
    }

    /** Adds what a feature consists of, like the health service. */
    public RpcServerBuilder with(ServerFeature feature) {
        Objects.requireNonNull(feature, "feature").addTo(this);
        features.add(feature);
        return this;
    }

    /** Adds someone who is told when the server goes away. */
    public RpcServerBuilder onDrain(DrainListener listener) {
        drainListeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /** How long {@link RpcServer#drain} waits for calls in flight, 30 seconds by default, one day at most. */
    public RpcServerBuilder gracePeriod(Duration period) {
        gracePeriod = checked("grace period", period, Duration.ofNanos(1));
        return this;
    }

    /**
     * How long a server that was told to drain goes on as before, but for what it says of its health: so much time has whoever
     * looks at that to send calls elsewhere. Zero by default, one day at most.
     */
    public RpcServerBuilder lameDuckPeriod(Duration period) {
        lameDuck = checked("lame duck period", period, Duration.ZERO);
        return this;
    }

    /**
     * How long a connection may be without a call before it ends, 5 minutes by default, one day at most. Its peer connects again
     * when it has a call to make.
     */
    public RpcServerBuilder idleTimeout(Duration timeout) {
        idleTimeout = checked("idle timeout", timeout, Duration.ofMillis(1));
        return this;
    }

    /**
     * How long a connection may be open, so that peers spread over servers that have come later; a tenth more or less, so that
     * not all of them come back at once. By default there is no bound.
     *
     * @param age at least one second, at most one day
     * @param grace how long calls in flight may go on after that, one day at most; what is stuck is then given up
     */
    public RpcServerBuilder maxConnectionAge(Duration age, Duration grace) {
        connectionAge = checked("greatest age of a connection", age, Duration.ofSeconds(1));
        ageGrace = checked("grace of a connection's age", grace, Duration.ofNanos(1));
        return this;
    }

    /** What the ages of connections are drawn from, on any of the server's loops; a secure generator by default. */
    public RpcServerBuilder random(RandomGenerator generator) {
        random = Objects.requireNonNull(generator, "random");
        return this;
    }

    private static Duration checked(String name, Duration period, Duration least) {
        if (period.compareTo(least) < 0 || period.compareTo(LONGEST_PERIOD) > 0) {
            throw new IllegalArgumentException(
                    name + " " + period + " is not between " + least + " and " + LONGEST_PERIOD);
        }
        return period;
    }

    /** The bounds of the server. */
    public RpcServerBuilder limits(RpcLimits bounds) {
        limits = Objects.requireNonNull(bounds, "limits");
        return this;
    }

    /**
     * How many octets all connections of this server may hold together. By default all servers of a process share two budgets of
     * an eighth of the heap each: what each connection may hold would be more than there is when all did.
     *
     * <p>A connection may hold as much as the others have left free. A call that finds no room is refused, not executed, and may
     * be tried again; so are calls of a peer that leaves too many answers unread, and answers to it may be dropped.
     *
     * @param inbound of requests and items that have come, at least 1,048,576
     * @param outbound of answers that have not gone, at least 1,048,576
     */
    public RpcServerBuilder memory(long inbound, long outbound) {
        if (inbound < LEAST_MEMORY || outbound < LEAST_MEMORY) {
            throw new IllegalArgumentException("a memory of " + inbound + " octets inbound and " + outbound
                    + " outbound is too little; choose at least " + LEAST_MEMORY + " for each");
        }
        budgets = MemoryBudgets.of(inbound, outbound);
        return this;
    }

    /**
     * The server, which does not listen before {@link RpcServer#start}.
     *
     * @throws IllegalStateException when it has no endpoint, when it has neither TLS nor was plaintext asked for, or when what
     *     was asked for doesn't go together or can't be had
     * @throws UnsupportedOperationException when the given transport has no TLS
     */
    public RpcServer build() {
        if (endpoint == null) {
            throw new IllegalStateException("a server needs an endpoint; name one with listen(host, port)");
        }
        if (plaintext == (tls != null)) {
            throw new IllegalStateException(
                    plaintext
                            ? "a server has TLS or not; call tls(...) or plaintext(), not both"
                            : "a server needs TLS; give it a certificate with tls(...), or ask for connections without TLS"
                                    + " with plaintext()");
        }
        if (transport != null && sockets != SocketApi.BEST) {
            throw new IllegalStateException(
                    "the transport has its sockets already; call sockets(...) or transport(...)");
        }
        Map<String, BoundService> offered = offered();
        Transport own = transport == null ? ownTransport() : null;
        Transport base = transport == null ? Objects.requireNonNull(own) : transport;
        Transport used = tls == null ? base : base.secured(tls);
        ExecutorService ownExecutor = executor == null ? HandlerThreads.open(POOL_THREADS, POOL_QUEUE) : null;
        Executor handlers = ownExecutor == null ? Objects.requireNonNull(executor) : fair(ownExecutor);
        ExecutorService streams = HandlerThreads.openForStreams(STREAM_THREADS);
        ServerSettings settings = settings(used.clock(), new Answering.Workers(handlers, streams), offered);
        ServerConnections connections = new ServerConnections(used.clock(), settings);
        ServerShutdown.Plan plan = new ServerShutdown.Plan(lameDuck, gracePeriod, drainListeners);
        RpcServer.Parts parts = new RpcServer.Parts(offered.values(), new Resources(own, ownExecutor, streams));
        return new RpcServer(used, endpoint, connections, plan, parts);
    }

    /** A pool has its threads; virtual ones are many, and yet not without an end. */
    private static Executor fair(ExecutorService threads) {
        int most = HandlerThreads.bounded(threads) ? POOL_THREADS : MOST_VIRTUAL;
        return new FairHandlers(threads, most, POOL_QUEUE);
    }

    /** Builds the server and starts it. */
    public RpcServer start() {
        return build().start();
    }

    private Map<String, BoundService> offered() {
        List<ServiceDescriptor> all =
                services.values().stream().map(ServiceBinding::service).toList();
        features.forEach(feature -> feature.offered(all));
        Map<String, BoundService> offered = new TreeMap<>();
        for (ServiceBinding binding : services.values()) {
            offered.put(binding.service().name(), binding.bound());
        }
        return offered;
    }

    private ServerSettings settings(RpcClock clock, Answering.Workers workers, Map<String, BoundService> offered) {
        ConnectionLimits announced = ConnectionLimits.DEFAULT
                .withLargestMessage(limits.largestMessage())
                .withCallsInFlight(limits.callsInFlight())
                .withRequestBytes(limits.requestBytesInFlight())
                .withIdleTimeoutMillis(idleTimeout.toMillis());
        Answering answering = new Answering(
                clock,
                Limits.DEFAULTS.withMessageBytes(limits.largestMessage()),
                workers,
                ServerInterceptors.of(interceptors),
                RpcServerBuilder::correlationId);
        return new ServerSettings(
                ConnectionSettings.offering(offered::get)
                        .withLimits(announced)
                        .withTimes(times())
                        .withBudgets(budgets)
                        .withStreamBytes(limits.streamBytesInFlight()),
                new ServerSettings.Bounds(
                        limits.connections(), limits.connectionsPerAddress(), limits.connectionsBeforeHello()),
                age(),
                answering);
    }

    /** A connection may drain a little longer than the server, which ends it when the grace period is over. */
    private ConnectionTimes times() {
        ConnectionTimes defaults = ConnectionTimes.DEFAULT;
        long longest = Math.max(gracePeriod.toNanos(), ageGrace.toNanos());
        return defaults.withDrain(longest + defaults.drain());
    }

    private ServerSettings.Age age() {
        Duration about = connectionAge;
        return about == null
                ? ServerSettings.Age.UNBOUNDED
                : new ServerSettings.Age(() -> jittered(about.toNanos()), ageGrace.toNanos());
    }

    private long jittered(long nanos) {
        return nanos + (long) (nanos * AGE_JITTER * (2 * random.nextDouble() - 1));
    }

    /** Not 0, which stands for none. */
    static long correlationId() {
        return RANDOM.nextLong() | 1;
    }

    @SuppressWarnings("ReferenceEquality") // one object stands for it; an endpoint that is written like it is another
    private Transport ownTransport() {
        if (endpoint == RpcServer.IN_PROCESS) {
            return MemoryTransport.withThread(RpcClock.system());
        }
        return NettyTransport.withLoops(Runtime.getRuntime().availableProcessors(), RpcClock.system(), sockets);
    }
}
