package io.rpcidl.transport;

/**
 * The one monotonic clock of a transport and of everything above it.
 *
 * <p>Any thread may read it. Only differences between two readings of one clock mean anything.
 */
@FunctionalInterface
public interface RpcClock {
    /** Nanoseconds since some fixed but arbitrary moment. */
    long nanoTime();

    /** The clock of the machine, which never goes back. */
    static RpcClock system() {
        return SystemClock.INSTANCE;
    }
}
