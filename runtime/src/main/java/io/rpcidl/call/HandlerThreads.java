package io.rpcidl.call;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The threads for user code when the application names no executor: a virtual thread each where the running JDK has them,
 * else a pool whose threads and queue are bounded.
 *
 * <p>This is the one class that looks for virtual threads, which the release that we compile for does not have.
 */
public final class HandlerThreads {
    private static final System.Logger LOG = System.getLogger(HandlerThreads.class.getName());
    private static final long KEEP_ALIVE_SECONDS = 30;

    private HandlerThreads() {}

    /**
     * An executor of daemon threads, which the caller closes.
     *
     * @param poolThreads the most threads of the pool, where there are no virtual threads
     * @param poolQueue how many tasks may wait for one of them; further ones are rejected
     */
    public static ExecutorService open(int poolThreads, int poolQueue) {
        try {
            return virtualThreads();
        } catch (Throwable absent) {
            LOG.log(System.Logger.Level.DEBUG, "no virtual threads here; a pool of {0} threads is used", poolThreads);
            return pool(poolThreads, poolQueue);
        }
    }

    /** Whether an executor that {@link #open} has made has threads for a part of its tasks only. */
    public static boolean bounded(ExecutorService opened) {
        return opened instanceof HandlerPool;
    }

    /**
     * An executor of daemon threads for work that waits for peers: no task waits for another, since the one may wait for the
     * other.
     *
     * @param mostThreads the most threads, where there are no virtual threads; tasks beyond are rejected
     */
    public static ExecutorService openForStreams(int mostThreads) {
        try {
            return virtualThreads();
        } catch (Throwable absent) {
            return streamPool(mostThreads);
        }
    }

    static ExecutorService streamPool(int mostThreads) {
        return new ThreadPoolExecutor(
                0,
                mostThreads,
                KEEP_ALIVE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                daemons("rpcidl-stream-"));
    }

    private static ThreadFactory daemons(String name) {
        AtomicLong number = new AtomicLong();
        return work -> {
            Thread thread = new Thread(work, name + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    private static ExecutorService virtualThreads() throws Throwable {
        MethodHandle factory = MethodHandles.publicLookup()
                .findStatic(
                        Executors.class,
                        "newVirtualThreadPerTaskExecutor",
                        MethodType.methodType(ExecutorService.class));
        return (ExecutorService) factory.invokeExact();
    }

    static ExecutorService pool(int threads, int queue) {
        return new HandlerPool(threads, queue, daemons("rpcidl-handler-"));
    }
}
