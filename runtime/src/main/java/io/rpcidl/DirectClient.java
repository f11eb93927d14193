package io.rpcidl;

import io.rpcidl.call.Answering;
import io.rpcidl.call.BoundService;
import io.rpcidl.call.CallPolicy;
import io.rpcidl.call.DirectCalls;
import io.rpcidl.call.DirectSide;
import io.rpcidl.call.HandlerThreads;
import io.rpcidl.call.ServerHooks;
import io.rpcidl.connection.ServiceTable;
import io.rpcidl.wire.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Calls the handlers of a server in this process, with the very values that the caller has: nothing is encoded, and there is no
 * connection. Values are immutable, so that nobody can tell.
 *
 * <p>Everything else is as from another process: handlers run on the server's executor, behind its interceptors and its
 * admission, and calls have deadlines, cancellation, metadata, streams and outcomes. No call is ever {@link
 * io.rpcidl.value.Outcome#MAYBE_EXECUTED}, because both sides see whether the handler was entered. Constraints that only
 * encoding looks at, and sizes, are not checked; {@link RpcClientBuilder#loopback} does that. All threads may
 * share it.
 */
public final class DirectClient extends CallChannel implements AutoCloseable {
    private final DirectCalls calls;
    private final Resources resources;

    private DirectClient(DirectCalls calls, ClientInterceptors interceptors, Resources resources) {
        super(calls, interceptors, CallPolicy.ONCE);
        this.calls = calls;
        this.resources = resources;
    }

    /** A client of {@code server}, which answers it from when it was built until it is closed, and need not be started. */
    public static Builder of(RpcServer server) {
        return new Builder(server);
    }

    /**
     * Ends every call with its true outcome, then the threads of this client; later calls fail as not executed. Waits until all
     * is gone, except on a thread that delivers replies. Any thread, any number of times.
     */
    @Override
    public void close() {
        calls.close();
        resources.release();
        if (!calls.deliversReplies()) {
            resources.await();
        }
    }

    /** Collects what a direct client needs. */
    public static final class Builder {
        private final DirectSide server;
        private final Map<String, BoundService> services = new HashMap<>();
        private final List<ClientInterceptor> interceptors = new ArrayList<>();
        private @Nullable Executor executor;

        private Builder(RpcServer server) {
            this.server = server.direct();
        }

        /** Where asynchronous calls complete; by default a small pool of the client's own, whose tasks should not block. */
        public Builder executor(Executor completions) {
            executor = Objects.requireNonNull(completions, "executor");
            return this;
        }

        /** Completes asynchronous calls on the thread that ends them, a handler's for example: fastest, and it must not block. */
        public Builder directExecutor() {
            return executor(Runnable::run);
        }

        /** Adds an interceptor behind those that were added before; see {@link ClientInterceptor} for the order. */
        public Builder intercept(ClientInterceptor interceptor) {
            interceptors.add(Objects.requireNonNull(interceptor, "interceptor"));
            return this;
        }

        /**
         * Offers a service to the server's handlers, which find it with {@link CallContext#caller()}; as {@link
         * RpcClientBuilder#offer} does.
         *
         * @throws IllegalArgumentException when a service of this name was offered before
         */
        public Builder offer(ServiceBinding binding) {
            String name = binding.service().name();
            if (services.putIfAbsent(name, binding.bound()) != null) {
                throw new IllegalArgumentException("service " + name + " was offered twice; offer it once");
            }
            return this;
        }

        /** The client. */
        public DirectClient build() {
            ExecutorService own = executor == null ? RpcClientBuilder.completionPool() : null;
            Executor completions = executor == null ? Objects.requireNonNull(own) : executor;
            ExecutorService threads = HandlerThreads.openForStreams(RpcClientBuilder.UPLOAD_THREADS);
            DirectCalls calls = new DirectCalls(server, caller(threads), completions, threads);
            return new DirectClient(calls, new ClientInterceptors(interceptors), new Resources(null, own, threads));
        }

        private DirectSide caller(Executor threads) {
            Map<String, BoundService> offered = Map.copyOf(services);
            Answering answering = new Answering(
                    server.clock(),
                    Limits.DEFAULTS,
                    new Answering.Workers(threads, threads),
                    ServerHooks.NONE,
                    RpcServerBuilder::correlationId);
            return server.caller(offered.isEmpty() ? ServiceTable.EMPTY : offered::get, answering);
        }
    }
}
