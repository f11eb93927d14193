package io.rpcidl;

import io.rpcidl.balance.Balancer;
import io.rpcidl.call.Answering;
import io.rpcidl.call.BoundService;
import io.rpcidl.call.ChannelSettings;
import io.rpcidl.call.ClientCalls;
import io.rpcidl.call.ClientSettings;
import io.rpcidl.call.DirectExecutor;
import io.rpcidl.call.HandlerThreads;
import io.rpcidl.call.Patience;
import io.rpcidl.connection.ConnectionSettings;
import io.rpcidl.connection.ConnectionTimes;
import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.resolve.Resolver;
import io.rpcidl.retry.Backoff;
import io.rpcidl.retry.Hedging;
import io.rpcidl.retry.RetryPolicy;
import io.rpcidl.transport.ClientTls;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.SocketApi;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.netty.NettyTransport;
import io.rpcidl.wire.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Collects what a client needs. */
public final class RpcClientBuilder {
    static final int UPLOAD_THREADS = 1_024;
    /** It is the server that ends what takes too long once it drains; a client has the deadlines of its calls. */
    private static final Duration LONGEST_DRAIN = Duration.ofDays(1);

    private static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final Map<String, BoundService> services = new HashMap<>();
    private final List<ClientInterceptor> interceptors = new ArrayList<>();
    private final ChannelOptions channel = new ChannelOptions();
    private final List<ServerInterceptor> offeredInterceptors = new ArrayList<>();
    private @Nullable Executor offeredExecutor;
    private @Nullable Transport transport;
    private @Nullable Executor executor;
    private Duration connectTimeout = DEFAULT_CONNECT_TIMEOUT;
    private RpcLimits limits = RpcLimits.DEFAULTS;
    private @Nullable ClientTls tls;
    private SocketApi sockets = SocketApi.BEST;
    private boolean plaintext;

    RpcClientBuilder() {}

    /**
     * The server, as {@code host:port}, {@code [IPv6 address]:port}, or {@code unix:/path} for a Unix socket. A host name
     * stands for all its addresses, IPv4 and IPv6; which of them take calls is up to the {@link #balancer}.
     *
     * @throws IllegalArgumentException when it is not written like that
     */
    public RpcClientBuilder target(String hostAndPort) {
        return targets(List.of(hostAndPort));
    }

    /**
     * The servers, each written as for {@link #target}, in the order of preference; of several, each host is one address.
     *
     * @throws IllegalArgumentException when there is none, or when one is not written like that
     */
    public RpcClientBuilder targets(List<String> hostsAndPorts) {
        List<Endpoint> endpoints = hostsAndPorts.stream().map(Endpoint::parse).toList();
        if (endpoints.isEmpty() || endpoints.size() > Resolver.MOST_ADDRESSES) {
            throw new IllegalArgumentException(
                    endpoints.size() + " targets were named; name 1 to " + Resolver.MOST_ADDRESSES);
        }
        channel.targets = endpoints;
        channel.resolver = null;
        return this;
    }

    /** Finds the servers in a way of the application's own, instead of by a target. */
    public RpcClientBuilder resolver(Resolver resolver) {
        channel.resolver = Objects.requireNonNull(resolver, "resolver");
        return this;
    }

    /** Which of the servers take calls; {@link Balancer#pickFirst} by default. */
    public RpcClientBuilder balancer(Balancer.Factory balancer) {
        channel.balancer = Objects.requireNonNull(balancer, "balancer");
        return this;
    }

    /** Connects when the client is built, and again as soon as a connection was lost; by default it does so when it is used. */
    public RpcClientBuilder connectEagerly() {
        channel.beginning = ChannelSettings.Beginning.EAGER;
        return this;
    }

    /** How long an address is left alone after a failed attempt; {@link Backoff#RECONNECT} by default. */
    public RpcClientBuilder reconnectBackoff(Backoff backoff) {
        channel.reconnect = Objects.requireNonNull(backoff, "backoff");
        return this;
    }

    /**
     * Lets calls wait for a connection until their deadline although attempts to make one fail. By default they fail as not
     * executed when every address was tried in vain; {@link CallOptions#failFast} and {@link CallOptions#waitForReady} say
     * it for one call.
     */
    public RpcClientBuilder waitForReady() {
        channel.patience = Patience.WAIT;
        return this;
    }

    /** How often calls are tried again; {@link RetryPolicy#DEFAULT} by default. */
    public RpcClientBuilder retries(RetryPolicy policy) {
        channel.retries = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /** Makes one attempt at each call, unless its options say otherwise; callers hear of whatever becomes of it. */
    public RpcClientBuilder withoutRetries() {
        return retries(channel.retries.withAttempts(1));
    }

    /** Lets the attempts at calls of {@code readonly} methods without streams overlap; by default they do not. */
    public RpcClientBuilder hedging(Hedging hedging) {
        channel.hedging = Objects.requireNonNull(hedging, "hedging");
        return this;
    }

    /** Leaves out servers that say they do not serve; by default nobody asks them. */
    public RpcClientBuilder health(ConnectionHealth health) {
        channel.health = Objects.requireNonNull(health, "health");
        return this;
    }

    /** What waits and choices are drawn from, on the client's loop only; a generator with a random seed by default. */
    public RpcClientBuilder random(RandomGenerator random) {
        channel.random = Objects.requireNonNull(random, "random");
        return this;
    }

    /**
     * How TLS is used; without this call as {@link ClientTls#platform} says: the server's certificate has to come from whom the
     * platform trusts, and to be for the host of the target.
     */
    public RpcClientBuilder tls(ClientTls how) {
        tls = Objects.requireNonNull(how, "tls");
        return this;
    }

    /**
     * Calls a server in this process that was built with {@link RpcServerBuilder#inProcess} and started: over its transport in
     * memory, with everything encoded. For tests above all; {@link DirectClient} saves the encoding.
     *
     * @throws IllegalArgumentException when the server listens for others
     */
    public RpcClientBuilder loopback(RpcServer server) {
        transport(server.loopback());
        return target(RpcServer.IN_PROCESS.host() + ":" + server.port()).plaintext();
    }

    /** Asks for a connection without TLS: whoever sees the network sees and can change every call. */
    public RpcClientBuilder plaintext() {
        plaintext = true;
        return this;
    }

    /** Which interface of the operating system carries the client's own sockets; {@link SocketApi#BEST} by default. */
    public RpcClientBuilder sockets(SocketApi api) {
        sockets = Objects.requireNonNull(api, "sockets");
        return this;
    }

    /** Uses a transport that the application has opened and closes after the client; by default the client opens one for TCP. */
    public RpcClientBuilder transport(Transport shared) {
        transport = Objects.requireNonNull(shared, "transport");
        return this;
    }

    /** Where asynchronous calls complete; by default a small pool of the client's own, whose tasks should not block. */
    public RpcClientBuilder executor(Executor completions) {
        executor = Objects.requireNonNull(completions, "executor");
        return this;
    }

    /** Completes asynchronous calls on the connection's own loop: fastest, and whatever blocks there stops the client. */
    public RpcClientBuilder directExecutor() {
        return executor(DirectExecutor.INSTANCE);
    }

    /** How long one attempt to connect may take, 5 seconds by default; calls give up earlier when their deadline passes. */
    public RpcClientBuilder connectTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("connect timeout " + timeout + " is not positive; choose a longer one");
        }
        connectTimeout = timeout;
        return this;
    }

    /** The bounds of the client. */
    public RpcClientBuilder limits(RpcLimits bounds) {
        limits = Objects.requireNonNull(bounds, "limits");
        return this;
    }

    /**
     * Offers a service to the server, which calls it over the connection that this client has opened: a handler of the
     * server finds its way back with {@link CallContext#caller()}. Handlers run on threads of their own, at most 1,024 where
     * there are no virtual threads, or where {@link #offeredExecutor} says.
     *
     * @throws IllegalArgumentException when a service of this name was offered before
     */
    public RpcClientBuilder offer(ServiceBinding binding) {
        String name = binding.service().name();
        if (services.putIfAbsent(name, binding.bound()) != null) {
            throw new IllegalArgumentException("service " + name + " was offered twice; offer it once");
        }
        return this;
    }

    /** Adds an interceptor around the handlers of what is offered, behind those that were added before: the same as a server's. */
    public RpcClientBuilder interceptOffered(ServerInterceptor interceptor) {
        offeredInterceptors.add(Objects.requireNonNull(interceptor, "interceptor"));
        return this;
    }

    /** Where the handlers of what is offered run; they wait for peers when they have streams. */
    public RpcClientBuilder offeredExecutor(Executor handlers) {
        offeredExecutor = Objects.requireNonNull(handlers, "executor");
        return this;
    }

    /** Adds an interceptor behind those that were added before; see {@link ClientInterceptor} for the order. */
    public RpcClientBuilder intercept(ClientInterceptor interceptor) {
        interceptors.add(Objects.requireNonNull(interceptor, "interceptor"));
        return this;
    }

    /**
     * The client; it connects when it is used.
     *
     * @throws IllegalStateException when there is no target, or when what was asked for doesn't go together or can't be had
     * @throws UnsupportedOperationException when the given transport has no TLS, and plaintext was not asked for
     */
    public RpcClient build() {
        if (!channel.complete()) {
            throw new IllegalStateException("a client needs a target; name one with target(\"host:port\")");
        }
        if (plaintext && tls != null) {
            throw new IllegalStateException("a client has TLS or not; call tls(...) or plaintext(), not both");
        }
        if (transport != null && sockets != SocketApi.BEST) {
            throw new IllegalStateException(
                    "the transport has its sockets already; call sockets(...) or transport(...)");
        }
        Endpoint nameless = channel.targets.stream()
                .filter(Endpoint::isUnixSocket)
                .findFirst()
                .orElse(null);
        if (!plaintext && nameless != null && tls == null) {
            throw new IllegalStateException(
                    nameless + " has no host name for TLS; ask for plaintext(), or name the server with tls(...)");
        }
        ClientTls security = plaintext || tls != null ? tls : ClientTls.platform();
        Transport own = transport == null ? NettyTransport.withLoops(1, RpcClock.system(), sockets) : null;
        ExecutorService ownExecutor = executor == null ? completionPool() : null;
        Executor completions = executor == null ? Objects.requireNonNull(ownExecutor) : executor;
        Transport base = transport == null ? Objects.requireNonNull(own) : transport;
        Transport used = security == null ? base : base.secured(security);
        ExecutorService uploads = HandlerThreads.openForStreams(UPLOAD_THREADS);
        ClientCalls calls = new ClientCalls(used, settings(used, completions, uploads));
        return new RpcClient(
                calls,
                new ClientInterceptors(interceptors),
                channel.policy(),
                new Resources(own, ownExecutor, uploads));
    }

    private ClientSettings settings(Transport used, Executor completions, Executor uploads) {
        ConnectionLimits announced = ConnectionLimits.DEFAULT
                .withLargestMessage(limits.largestMessage())
                .withCallsInFlight(services.isEmpty() ? 0 : limits.callsInFlight())
                .withRequestBytes(limits.requestBytesInFlight());
        Map<String, BoundService> offered = Map.copyOf(services);
        return new ClientSettings(
                ConnectionSettings.offering(offered::get)
                        .withLimits(announced)
                        .withTimes(ConnectionTimes.DEFAULT.withDrain(LONGEST_DRAIN.toNanos()))
                        .withWaitingCalls(limits.waitingCalls())
                        .withStreamBytes(limits.streamBytesInFlight()),
                Limits.DEFAULTS.withMessageBytes(limits.largestMessage()),
                connectTimeout,
                limits.waitingCalls(),
                completions,
                uploads,
                channel.settings(used),
                services.isEmpty()
                        ? null
                        : answering(used.clock(), offeredExecutor == null ? uploads : offeredExecutor));
    }

    /** Handlers of callbacks wait for peers, like whoever pulls items: each has a thread of its own. */
    private Answering answering(RpcClock clock, Executor threads) {
        return new Answering(
                clock,
                Limits.DEFAULTS.withMessageBytes(limits.largestMessage()),
                new Answering.Workers(threads, threads),
                ServerInterceptors.of(offeredInterceptors),
                RpcServerBuilder::correlationId);
    }

    /** Where asynchronous calls complete when the application does not say. */
    static ExecutorService completionPool() {
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        return new ForkJoinPool(threads, ForkJoinPool.defaultForkJoinWorkerThreadFactory, null, true);
    }
}
