package io.rpcidl;

import io.rpcidl.transport.Transport;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a client or a server has made for itself and ends with it; what the application has given stays as it is.
 *
 * @param transport our own transport, or null
 * @param executor our own executor, or null
 * @param streams our own executor of what waits for items
 */
record Resources(@Nullable Transport transport, @Nullable ExecutorService executor, ExecutorService streams) {
    private static final System.Logger LOG = System.getLogger(Resources.class.getName());
    private static final long LONGEST_WAIT_SECONDS = 5;

    /** Lets go of everything without waiting; may run on a loop of the transport. */
    void release() {
        if (executor != null) {
            executor.shutdown();
        }
        streams.shutdown();
        if (transport != null) {
            transport.close();
        }
    }

    /**
     * Waits until the threads of the transport and of the executor are gone; not on one of them. What the executor still
     * runs, a handler that ignores its interrupt, is waited for no longer than a few seconds.
     */
    void await() {
        if (transport != null) {
            transport.close();
        }
        if (executor != null) {
            awaitThreads(executor);
        }
        awaitThreads(streams);
    }

    private static void awaitThreads(ExecutorService executor) {
        try {
            if (!executor.awaitTermination(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "threads of handlers or callbacks are still busy after the close");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
