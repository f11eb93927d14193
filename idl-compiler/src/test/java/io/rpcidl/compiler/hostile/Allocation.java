package io.rpcidl.compiler.hostile;

import java.lang.management.ManagementFactory;

/** What work costs, as numbers that do not depend on how busy the machine is. */
final class Allocation {

    private Allocation() {}

    /** The bytes that the work allocates on this thread. */
    static long of(Runnable work) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
