package io.rpcidl.processes.serve;

import io.netty.buffer.PooledByteBufAllocator;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.Objects;

/**
 * What a process holds.
 *
 * @param heap octets on the heap that are reachable
 * @param direct octets outside of the heap that buffers have
 * @param descriptors files and sockets that are open
 * @param threads that are alive
 */
public record Memory(long heap, long direct, long descriptors, int threads) {
    private static final int COLLECTIONS = 5;

    /** Of this process, after what is garbage is gone. */
    public static Memory now() {
        long heap = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            heap = Math.min(
                    heap,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        long pooled = PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory();
        int descriptors = Objects.requireNonNullElse(new File("/proc/self/fd").list(), new String[0]).length;
        return new Memory(heap, pooled, descriptors, Thread.activeCount());
    }

    /** As a child writes it. */
    public String line() {
        return "memory " + heap + " " + direct + " " + descriptors + " " + threads;
    }

    /** As a child has written it. */
    public static Memory parse(String line) {
        String[] words = line.split(" ");
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
