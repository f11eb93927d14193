package io.rpcidl.benchmarks.rpc;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The virtual threads of the running JDK, which the release that we compile for does not have. */
final class VirtualThreads {
    private VirtualThreads() {}

    static boolean available() {
        return Runtime.version().feature() >= 21;
    }

    static ExecutorService executor() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException absent) {
            throw new IllegalStateException(
                    "this JDK has no virtual threads; run the comparison on JDK 21 or later", absent);
        }
    }
}
