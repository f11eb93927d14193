package io.rpcidl;

import io.rpcidl.transport.Transport;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * What a client or a server has made for itself and ends with it; what the application has given stays as it is.
 *
 * @param transport our own transport, or null
 * @param executor our own executor, or null
 */
record Resources(@Nullable Transport transport, @Nullable ExecutorService executor) {
    /** Lets go of everything without waiting; may run on a loop of the transport. */
    void release() {
        if (executor != null) {
            executor.shutdown();
        }
        if (transport != null) {
            transport.close();
        }
    }

    /** Waits until the threads of the transport are gone; not on one of them. */
    void await() {
        if (transport != null) {
            transport.close();
        }
    }
}
