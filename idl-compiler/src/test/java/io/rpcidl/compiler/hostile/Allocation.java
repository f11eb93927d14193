package io.rpcidl.compiler.hostile;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;

/** What work costs, as numbers that do not depend on how busy the machine is. */
final class Allocation {

    private Allocation() {}

    /** The bytes that the work allocates on this thread. */
    static long of(Runnable work) {
        long before = threads().getCurrentThreadAllocatedBytes();
        work.run();
        return threads().getCurrentThreadAllocatedBytes() - before;
    }

    /** The bytes that are allocated while the work runs, on this thread and on those that live as long. */
    static long ofAllThreads(Runnable work) {
        long before = all();
        work.run();
        return all() - before;
    }

    private static long all() {
        return LongStream.of(threads().getThreadAllocatedBytes(threads().getAllThreadIds()))
                .filter(bytes -> bytes > 0) // less than none: the thread has ended
                .sum();
    }

    private static ThreadMXBean threads() {
        return (ThreadMXBean) ManagementFactory.getThreadMXBean();
    }
}
