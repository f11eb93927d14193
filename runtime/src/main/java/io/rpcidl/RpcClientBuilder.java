package io.rpcidl;

import io.rpcidl.call.Answering;
import io.rpcidl.call.BoundService;
import io.rpcidl.call.ClientCalls;
import io.rpcidl.call.ClientSettings;
import io.rpcidl.call.HandlerThreads;
import io.rpcidl.call.ServerHooks;
import io.rpcidl.connection.ConnectionSettings;
import io.rpcidl.connection.ConnectionTimes;
import io.rpcidl.frame.ConnectionLimits;
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
import org.jspecify.annotations.Nullable;

/** Collects what a client needs. */
public final class RpcClientBuilder {
    private static final int UPLOAD_THREADS = 1_024;
    /** It is the server that ends what takes too long once it drains; a client has the deadlines of its calls. */
    private static final Duration LONGEST_DRAIN = Duration.ofDays(1);

    private static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final Map<String, BoundService> services = new HashMap<>();
    private final List<ClientInterceptor> interceptors = new ArrayList<>();
    private @Nullable Endpoint target;
    private @Nullable Transport transport;
    private @Nullable Executor executor;
    private Duration connectTimeout = DEFAULT_CONNECT_TIMEOUT;
    private RpcLimits limits = RpcLimits.DEFAULTS;
    private @Nullable ClientTls tls;
    private SocketApi sockets = SocketApi.BEST;
    private boolean plaintext;

    RpcClientBuilder() {}

    /**
     * The server, as {@code host:port}, {@code [IPv6 address]:port}, or {@code unix:/path} for a Unix socket.
     *
     * @throws IllegalArgumentException when it is not written like that
     */
    public RpcClientBuilder target(String hostAndPort) {
        target = Endpoint.parse(hostAndPort);
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
        return executor(Runnable::run);
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
     * there are no virtual threads.
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
        if (target == null) {
            throw new IllegalStateException("a client needs a target; name one with target(\"host:port\")");
        }
        if (plaintext && tls != null) {
            throw new IllegalStateException("a client has TLS or not; call tls(...) or plaintext(), not both");
        }
        if (transport != null && sockets != SocketApi.BEST) {
            throw new IllegalStateException(
                    "the transport has its sockets already; call sockets(...) or transport(...)");
        }
        if (!plaintext && target.isUnixSocket() && tls == null) {
            throw new IllegalStateException(
                    target + " has no host name for TLS; ask for plaintext(), or name the server with tls(...)");
        }
        ClientTls security = plaintext || tls != null ? tls : ClientTls.platform();
        Transport own = transport == null ? NettyTransport.withLoops(1, RpcClock.system(), sockets) : null;
        ExecutorService ownExecutor = executor == null ? completionPool() : null;
        Executor completions = executor == null ? Objects.requireNonNull(ownExecutor) : executor;
        Transport base = transport == null ? Objects.requireNonNull(own) : transport;
        Transport used = security == null ? base : base.secured(security);
        ExecutorService uploads = HandlerThreads.openForStreams(UPLOAD_THREADS);
        ClientCalls calls = new ClientCalls(used, target, settings(used.clock(), completions, uploads));
        return new RpcClient(calls, new ClientInterceptors(interceptors), new Resources(own, ownExecutor, uploads));
    }

    private ClientSettings settings(RpcClock clock, Executor completions, Executor uploads) {
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
                services.isEmpty() ? null : answering(clock, uploads));
    }

    /** Handlers of callbacks wait for peers, like whoever pulls items: each has a thread of its own. */
    private Answering answering(RpcClock clock, Executor threads) {
        return new Answering(
                clock,
                Limits.DEFAULTS.withMessageBytes(limits.largestMessage()),
                new Answering.Workers(threads, threads),
                ServerHooks.NONE,
                RpcServerBuilder::correlationId);
    }

    private static ExecutorService completionPool() {
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        return new ForkJoinPool(threads, ForkJoinPool.defaultForkJoinWorkerThreadFactory, null, true);
    }
}
