package io.rpcidl;

import io.rpcidl.balance.ConnectionState;
import io.rpcidl.call.CallPolicy;
import io.rpcidl.call.ClientCalls;
import io.rpcidl.introspection.ClientSnapshot;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A client of one service's servers; all threads may share it.
 *
 * <p>It connects when the first call is made, and again with the next call after a connection was lost, unless it was built to
 * connect eagerly. While a connection is being made calls wait for it, within their deadline. When every address was tried in
 * vain they fail as not executed, and so do those that come until the next attempt is due, unless they were told to {@linkplain
 * CallOptions#waitForReady wait}. Everything about the connections of one client happens on one loop.
 */
public final class RpcClient extends CallChannel implements AutoCloseable {
    private final ClientCalls calls;
    private final Resources resources;

    RpcClient(ClientCalls calls, ClientInterceptors interceptors, CallPolicy defaults, Resources resources) {
        super(calls, interceptors, defaults);
        this.calls = calls;
        this.resources = resources;
    }

    /** A builder with no target and the default limits. */
    public static RpcClientBuilder builder() {
        return new RpcClientBuilder();
    }

    /**
     * Connects now, however long the wait after the last failure would still be, and waits until a server has answered.
     *
     * @throws IOException when every address was tried in vain, when the client is closed, when the time is over or when the
     *     thread is interrupted; the message says which, and why there is no connection
     * @throws IllegalStateException on a thread that delivers replies
     */
    public void connect(Duration timeout) throws IOException {
        if (calls.deliversReplies()) {
            throw new IllegalStateException(
                    "connect would wait for ever on a thread that delivers replies; use connectAsync there");
        }
        CompletableFuture<@Nullable Void> connected = calls.connect();
        try {
            connected.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw new IOException(cause.getMessage(), cause);
        } catch (TimeoutException late) {
            throw new IOException("no connection within " + timeout + "; it is still being made", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("the thread was interrupted while it waited for a connection", interrupted);
        }
    }

    /** As {@link #connect}, without waiting: the stage completes when a server has answered, on the client's loop. */
    public CompletionStage<@Nullable Void> connectAsync() {
        return calls.connect();
    }

    /** What is known of the way to the servers, now. */
    public ConnectionState state() {
        return calls.state();
    }

    /** Tells {@code listener} of each change of {@link #state} from now on, on the client's executor. */
    public void onStateChange(Consumer<? super ConnectionState> listener) {
        calls.onStateChange(listener);
    }

    /**
     * What the client is doing: its addresses and connections, what has become of its calls, its retries, and what went wrong
     * lately. Any thread. The client's loop looks when it comes to it, so the stage completes soon, on the loop, where whoever
     * waits for it must not be; at once when the client's transport is closed. Nothing is stopped for it.
     */
    public CompletionStage<ClientSnapshot> snapshot() {
        return calls.snapshot();
    }

    /**
     * Takes no more calls, which fail as not executed, lets those that were made end within {@code grace}, their further
     * attempts with them, and then closes. Waits until all is gone, except on a thread that delivers replies.
     *
     * @throws IllegalArgumentException when the time is negative
     */
    public void close(Duration grace) {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("a grace of " + grace + " is over before it begins; choose 0 or more");
        }
        release(calls.drain(grace));
    }

    /**
     * Ends every call with its true outcome, then the connections and threads of this client; later calls fail as not
     * executed. Waits until all is gone, except on a thread that delivers replies. Any thread, any number of times.
     */
    @Override
    public void close() {
        release(calls.close());
    }

    private void release(CompletableFuture<?> ended) {
        CompletableFuture<Void> released = ended.thenRun(resources::release);
        if (!calls.deliversReplies()) {
            released.join();
            resources.await();
        }
    }
}
