package io.rpcidl.benchmarks.rpc;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;

/**
 * What this process has used so far.
 *
 * @param cpuNanos processor time of all threads, those that compile and collect garbage among them
 * @param allocated octets that the threads that live have allocated
 */
record Usage(long cpuNanos, long allocated) {
    private static final int COLLECTIONS = 3;

    static Usage now() {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        com.sun.management.OperatingSystemMXBean system =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long allocated = 0;
        for (long octets : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
            allocated += Math.max(0, octets);
        }
        return new Usage(system.getProcessCpuTime(), allocated);
    }

    Usage minus(Usage before) {
        return new Usage(cpuNanos - before.cpuNanos, allocated - before.allocated);
    }

    /** How long the JVM has compiled so far. */
    static long compiledMillis() {
        return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    }

    /** Octets of live objects. */
    static long heap() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return heap.getUsed();
    }
}
