package io.rpcidl.processes.network;

import io.rpcidl.CallOptions;
import io.rpcidl.RpcClient;
import io.rpcidl.processes.child.Child;
import io.rpcidl.processes.child.Commands;
import io.rpcidl.processes.ledger.Ledger;
import io.rpcidl.processes.load.Load;
import io.rpcidl.processes.load.Patience;
import io.rpcidl.processes.load.Tally;
import io.rpcidl.processes.load.Told;
import io.rpcidl.processes.serve.ServerProcess;
import io.rpcidl.value.Bytes;
import io.rpcidl.value.NotExecutedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import ledger.v1.Task;
import ledger.v1.Work;
import ledger.v1.WorkClient;

/**
 * A client, in a network namespace with its server, to which each trouble happens while calls are in flight. It tells a line
 * about each; the exit code is 1 when somebody was told a lie, or a call did not end.
 */
public final class NetworkProcess {
    private static final int IN_FLIGHT = 100;
    /** So many calls go well before the trouble begins, and behind it. */
    private static final int WELL = 200;

    private static final Duration DEADLINE = Duration.ofSeconds(2);
    /** Against hangs only; keep-alive takes 20 to 30 seconds to notice. */
    private static final int LONGEST_SECONDS = 120;

    private static final int CALLS_AFTERWARDS = 10;
    private static final int ATTEMPTS = 1_000;
    private static final int LARGE = 1 << 20;
    private static final int SMALL_CALLS = 100;

    private final Path ledger;
    private final Child server;
    private final int port;
    private final AtomicLong ids = new AtomicLong();
    private final Random random = new Random();
    private boolean wrong;

    private NetworkProcess(Path ledger) {
        this.ledger = ledger;
        server = ServerProcess.start(ledger, 0, List.of(), List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"));
        port = Integer.parseInt(server.line());
    }

    /** Runs all; the argument is the path of the ledger. */
    public static void main(String[] arguments) throws InterruptedException {
        Trouble.prepare();
        NetworkProcess process = new NetworkProcess(Path.of(arguments[0]));
        try {
            for (Trouble trouble : Trouble.values()) {
                process.run(trouble, CallOptions.DEFAULT.withDeadline(DEADLINE));
            }
            process.run(Trouble.C07_OTHER_WAY, CallOptions.DEFAULT.withoutDeadline());
            process.slow();
        } finally {
            process.server.close();
        }
        System.exit(process.wrong ? 1 : 0);
    }

    /** Calls go on through the trouble; those that fail are not made again, and the trouble is over when none is left. */
    private void run(Trouble trouble, CallOptions options) throws InterruptedException {
        try (RpcClient client = RpcClient.builder()
                .plaintext()
                .target("127.0.0.1:" + port)
                .withoutRetries()
                .build()) {
            Load load = new Load(
                    List.of(client), new Load.Shape(IN_FLIGHT, options), ids, random, UnaryOperator.identity());
            callsThatGoWell(client); // it is connected, and has loaded its classes
            load.start();
            awaitWell(load, WELL);
            trouble.begin(port);
            if (trouble.passes()) {
                awaitWell(load, 2 * WELL);
                load.stop();
            }
            boolean ended = load.awaitEnd(LONGEST_SECONDS);
            Trouble.end();
            Tally tally = new Tally();
            tally.add(load.made(), Ledger.read(ledger));
            long afterwards = callsThatGoWell(client);
            boolean held = ended && tally.lies().isEmpty() && afterwards == CALLS_AFTERWARDS;
            wrong |= !held;
            System.out.println((held ? "held " : "NOT HELD ") + trouble + " " + options + ": " + tally.calls()
                    + " calls, OK " + tally.told(Told.OK) + ", NOT_EXECUTED " + tally.told(Told.NOT_EXECUTED)
                    + ", MAYBE_EXECUTED " + tally.told(Told.MAYBE_EXECUTED) + " of which " + tally.neverBegun()
                    + " had not begun, lies " + tally.lies().size() + ", afterwards " + afterwards + " went well");
        }
    }

    /** A message of a mebibyte on a narrow link does not hold up small calls that are made behind it (row C06). */
    private void slow() {
        Commands.require(
                "tc", "qdisc", "add", "dev", "lo", "root", "tbf", "rate", "2mbit", "burst", "16kb", "latency", "50ms");
        try (RpcClient client =
                RpcClient.builder().plaintext().target("127.0.0.1:" + port).build()) {
            Patience.awaitAnswer(client, ids.incrementAndGet());
            Work.Async work = new WorkClient(client).with(Patience.OPTIONS).async();
            CompletableFuture<Long> large = look(work, new byte[LARGE]);
            List<CompletableFuture<Long>> small = IntStream.range(0, SMALL_CALLS)
                    .mapToObj(call -> look(work, new byte[0]))
                    .toList();
            small.forEach(CompletableFuture::join);
            boolean held = !large.isDone();
            wrong |= !held;
            large.join();
            System.out.println((held ? "held " : "NOT HELD ") + "C06_BANDWIDTH: " + SMALL_CALLS
                    + " small calls behind a mebibyte at 2 Mbit/s were answered "
                    + (held ? "before it was" : "after it"));
        } finally {
            Commands.require("tc", "qdisc", "del", "dev", "lo", "root");
        }
    }

    private CompletableFuture<Long> look(Work.Async work, byte[] load) {
        return work.look(new Task(ids.incrementAndGet(), 0, Bytes.of(load))).toCompletableFuture();
    }

    private static void awaitWell(Load load, long count) throws InterruptedException {
        long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (load.well() < count && !load.awaitEnd(0) && System.nanoTime() < latest) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    /** A client whose network is well again gets along without help; an attempt to connect may have begun before. */
    private long callsThatGoWell(RpcClient client) {
        WorkClient work = new WorkClient(client).with(Patience.OPTIONS);
        long well = 0;
        for (int attempt = 0; attempt < ATTEMPTS && well < CALLS_AFTERWARDS; attempt++) {
            long id = ids.incrementAndGet();
            try {
                well += work.look(new Task(id, 0, Bytes.EMPTY)) == id ? 1 : 0;
            } catch (NotExecutedException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        }
        return well;
    }
}
