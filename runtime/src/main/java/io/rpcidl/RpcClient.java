package io.rpcidl;

import io.rpcidl.call.ClientCalls;
import java.util.concurrent.CompletableFuture;

/**
 * A client of one server; all threads may share it.
 *
 * <p>It connects when the first call is made, and again with the next call after a connection was lost. Calls wait for the
 * connection within their deadline.
 */
public final class RpcClient extends CallChannel implements AutoCloseable {
    private final ClientCalls calls;
    private final Resources resources;

    RpcClient(ClientCalls calls, ClientInterceptors interceptors, Resources resources) {
        super(calls, interceptors);
        this.calls = calls;
        this.resources = resources;
    }

    /** A builder with no target and the default limits. */
    public static RpcClientBuilder builder() {
        return new RpcClientBuilder();
    }

    /**
     * Ends every call with its true outcome, then the connections and threads of this client; later calls fail as not
     * executed. Waits until all is gone, except on a thread that delivers replies. Any thread, any number of times.
     */
    @Override
    public void close() {
        CompletableFuture<Void> released = calls.close().thenRun(resources::release);
        if (!calls.deliversReplies()) {
            released.join();
            resources.await();
        }
    }
}
