package io.rpcidl.processes.serve;

import io.netty.buffer.PooledByteBufAllocator;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What a process holds.
 *
 * @param heap octets on the heap that are reachable
 * @param direct octets outside of the heap that buffers have
 * @param descriptors files and sockets that are open
 * @param threads that are alive
 */
public record Memory(long heap, long direct, long descriptors, int threads) {
    private static final String[] OF_STRINGS = {String[].class.getName()};

    /** Of this process, after what is garbage is gone. */
    public static Memory now() {
        long heap = live();
        long pooled = PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory();
        int descriptors = Objects.requireNonNullElse(new File("/proc/self/fd").list(), new String[0]).length;
        return new Memory(heap, pooled, descriptors, Thread.activeCount());
    }

    /**
     * The sum of all objects that are reachable, which the JVM counts one by one: what is in use of the heap is more by gaps,
     * and by the room that threads have for their next objects, some megabytes in all.
     */
    private static long live() {
        try {
            Object histogram = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            OF_STRINGS);
            String[] lines = histogram.toString().stripTrailing().split("\n", -1);
            String[] total = lines[lines.length - 1].trim().split(" +", -1);
            return Long.parseLong(total[total.length - 1]);
        } catch (JMException unknown) {
            throw new IllegalStateException("this JVM does not count its objects", unknown);
        }
    }

    /** As a child writes it. */
    public String line() {
        return "memory " + heap + " " + direct + " " + descriptors + " " + threads;
    }

    /** As a child has written it. */
    public static Memory parse(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 5 || !words[0].equals("memory")) {
            throw new IllegalArgumentException("'" + line + "' does not tell of memory");
        }
        return new Memory(
                Long.parseLong(words[1]),
                Long.parseLong(words[2]),
                Long.parseLong(words[3]),
                Integer.parseInt(words[4]));
    }
}
