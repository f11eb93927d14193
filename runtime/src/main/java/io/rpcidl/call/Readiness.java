package io.rpcidl.call;

import io.rpcidl.balance.ConnectionState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a client says of the way to its servers, and those who wait for it; changed on the loop, read on any thread. */
final class Readiness {
    private static final System.Logger LOG = System.getLogger(Readiness.class.getName());

    private final Executor executor;
    private final List<Consumer<? super ConnectionState>> listeners = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<@Nullable Void>> waiting = new ArrayList<>();
    private volatile ConnectionState state = ConnectionState.IDLE;
    /** As long as nobody has closed the client, only its transport can be what is closed. */
    private volatile String whyClosed = Failures.TRANSPORT_CLOSED;

    Readiness(Executor executor) {
        this.executor = executor;
    }

    ConnectionState state() {
        return state;
    }

    /** Tells {@code listener} of each change from now on, in order where the executor keeps it. */
    void listen(Consumer<? super ConnectionState> listener) {
        listeners.add(listener);
    }

    /** Whether somebody waits for a connection. */
    boolean awaited() {
        return !waiting.isEmpty();
    }

    /** Completes {@code told} with the next connection, or failure; false when it is complete already. */
    boolean await(CompletableFuture<@Nullable Void> told) {
        if (state == ConnectionState.READY) {
            told.complete(null);
        } else if (state == ConnectionState.SHUTDOWN) {
            told.completeExceptionally(closed());
        } else {
            waiting.add(told);
            return true;
        }
        return false;
    }

    /** Why there will be no connection any more; any thread. */
    IOException closed() {
        return new IOException(whyClosed);
    }

    void changed(ConnectionState now) {
        if (state == now || state == ConnectionState.SHUTDOWN) {
            return;
        }
        state = now;
        if (now == ConnectionState.READY) {
            takeWaiting().forEach(told -> told.complete(null));
        }
        for (Consumer<? super ConnectionState> listener : listeners) {
            try {
                executor.execute(() -> tell(listener, now));
            } catch (RejectedExecutionException closed) {
                LOG.log(System.Logger.Level.DEBUG, "nobody hears that a client is {0}: its executor is closed", now);
            }
        }
    }

    private static void tell(Consumer<? super ConnectionState> listener, ConnectionState now) {
        try {
            listener.accept(now);
        } catch (RuntimeException | Error faulty) { // it may run on the loop, which has other work
            LOG.log(System.Logger.Level.WARNING, "a listener of a client's state failed", faulty);
        }
    }

    /** Every address was tried in vain. */
    void failed(String why) {
        takeWaiting().forEach(told -> told.completeExceptionally(new IOException(why)));
    }

    void close(String why) {
        if (state != ConnectionState.SHUTDOWN) {
            whyClosed = why;
        }
        takeWaiting().forEach(told -> told.completeExceptionally(closed()));
        changed(ConnectionState.SHUTDOWN);
    }

    private List<CompletableFuture<@Nullable Void>> takeWaiting() {
        List<CompletableFuture<@Nullable Void>> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }
}
