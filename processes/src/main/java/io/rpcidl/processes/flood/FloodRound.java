package io.rpcidl.processes.flood;

import io.rpcidl.processes.child.Child;
import io.rpcidl.processes.serve.Memory;
import io.rpcidl.processes.serve.ServerProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server with a small heap, a good client and a hostile one, each in a process of its own but for the good one. */
final class FloodRound implements AutoCloseable {
    private static final long SETTLE_SECONDS = 60;

    private final Child server;
    private final Child hostile;
    private final GoodClient good;

    FloodRound(Path ledger, List<String> settings) {
        server = ServerProcess.start(ledger, 0, settings, List.of("-Xmx128m"));
        int port = Integer.parseInt(server.line());
        hostile = HostileProcess.start(port);
        good = new GoodClient(port);
    }

    /**
     * What a flood has done, and what the server did.
     *
     * @param ends how the hostile connections have ended, each way with its number
     * @param good what the good client has seen meanwhile
     * @param before what the server held before
     * @param after what it held when all was over
     */
    record Result(String ends, GoodClient.Seen good, Memory before, Memory after) {
        /** A row of the table. */
        String row(Flood flood, GoodClient.Seen idle) {
            return String.format(
                    Locale.ROOT,
                    "%-28s %9d %9d %9d %7.1f %8d %8d %6d  %s%n",
                    flood,
                    good.calls(),
                    TimeUnit.NANOSECONDS.toMicros(idle.p99()),
                    TimeUnit.NANOSECONDS.toMicros(good.p99()),
                    (double) good.p99() / idle.p99(),
                    before.heap() >> 10,
                    after.heap() >> 10,
                    good.failed(),
                    ends);
        }

        /** The heads of the columns. */
        static String head() {
            return String.format(
                    Locale.ROOT,
                    "%-28s %9s %9s %9s %7s %8s %8s %6s  %s%n",
                    "flood",
                    "calls",
                    "idle p99",
                    "p99, µs",
                    "times",
                    "heap KiB",
                    "after",
                    "failed",
                    "what the server did");
        }
    }

    /** What the good client sees while nobody floods, for so many seconds. */
    GoodClient.Seen idle(long seconds) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        over.completeOnTimeout(null, seconds, TimeUnit.SECONDS);
        return good.callDuring(over);
    }

    /** Floods the server once. */
    Result flood(Flood flood, int scale) {
        Memory before = memory();
        CompletableFuture<String> ends = CompletableFuture.supplyAsync(() -> hostile.ask(flood + " " + scale));
        GoodClient.Seen seen = good.callDuring(ends);
        Memory after = memory();
        long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLE_SECONDS);
        while (after.descriptors() > before.descriptors() && System.nanoTime() < latest) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            after = memory();
        }
        return new Result(ends.join(), seen, before, after);
    }

    /** What the server has logged last. */
    String log() {
        return server.errors();
    }

    private Memory memory() {
        return Memory.parse(server.ask("memory"));
    }

    @Override
    public void close() {
        good.close();
        hostile.close();
        server.close();
    }
}
