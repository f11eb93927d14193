package io.rpcidl.processes.kill;

import io.rpcidl.CallOptions;
import io.rpcidl.RpcClient;
import io.rpcidl.RpcClientBuilder;
import io.rpcidl.processes.child.Child;
import io.rpcidl.processes.ledger.Ledger;
import io.rpcidl.processes.load.Load;
import io.rpcidl.processes.load.Patience;
import io.rpcidl.processes.load.Tally;
import io.rpcidl.processes.load.Told;
import io.rpcidl.processes.security.Security;
import io.rpcidl.processes.serve.ServerProcess;
import io.rpcidl.retry.Backoff;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/**
 * Kills a server under a thousand calls in flight, starts it again on the same port, and so on; then holds what each caller was
 * told against the ledger. Half of the clients try again what is safe (row C10 of the catalogue of faults).
 */
public final class KillRounds implements AutoCloseable {
    private static final List<String> JVM = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1");
    private static final int CLIENTS = 4;
    private static final Load.Shape SHAPE = new Load.Shape(1_000, CallOptions.DEFAULT.withoutDeadline());
    /** Fewer than a client has, so that some calls are still waiting in it when the server is killed. */
    private static final String CALLS = "calls=200";

    /** So many calls have gone well before it is time to think of killing. */
    private static final int WARM = 1_000;

    private static final int LATEST_MILLIS = 100;
    /** Against hangs only: a call that has not ended by then never will. */
    private static final int LONGEST_SECONDS = 60;

    /** A server that was killed is back within a second or two; clients need not wait longer than that for the next round. */
    private static final Backoff SOON = new Backoff(Duration.ofMillis(50), 1.5, Duration.ofMillis(250), 0.2);

    private final Path ledger;
    private final Security security;
    private final List<String> settings;
    private final Random random;
    private final UnaryOperator<Told> teller;
    private final PrintStream out;
    private final AtomicLong ids = new AtomicLong();
    private final Tally tally = new Tally();
    private final List<RpcClient> clients = new ArrayList<>();
    private Child server;

    /**
     * Starts the first server.
     *
     * @param ledger a file that is not there yet
     * @param security how clients and servers speak
     * @param seed of all that is drawn: when to kill, and which calls are made
     * @param teller what is taken down for what a caller was told: the same, unless a lie is to be planted
     * @param out where each round is told of
     */
    public KillRounds(Path ledger, Security security, long seed, UnaryOperator<Told> teller, PrintStream out) {
        this.ledger = ledger;
        this.security = security;
        this.settings = List.of(CALLS, ServerProcess.secured(security));
        this.random = new Random(seed);
        this.teller = teller;
        this.out = out;
        out.println("kill rounds over " + security + " from the seed " + seed);
        server = ServerProcess.start(ledger, 0, settings, JVM);
    }

    /** Runs so many rounds. */
    public Tally run(int rounds) throws InterruptedException {
        int port = Integer.parseInt(server.line());
        for (int i = 0; i < CLIENTS; i++) {
            RpcClientBuilder client =
                    security.of(RpcClient.builder()).target("127.0.0.1:" + port).reconnectBackoff(SOON);
            clients.add(i % 2 == 0 ? client.build() : client.withoutRetries().build());
        }
        for (int round = 1; round <= rounds; round++) {
            round(round, port);
        }
        return tally;
    }

    private void round(int round, int port) throws InterruptedException {
        Load load = new Load(clients, SHAPE, ids, random, teller);
        clients.forEach(client -> Patience.awaitAnswer(client, ids.incrementAndGet()));
        load.start();
        while (load.well() < WARM) {
            requireAlive();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(LATEST_MILLIS * 1_000)));
        long atKill = load.made().stream().filter(call -> call.ends() == 0).count();
        server.kill();
        server.close();
        load.stop();
        server = ServerProcess.start(ledger, port, settings, JVM);
        if (!load.awaitEnd(LONGEST_SECONDS)) {
            out.println("round " + round + ": calls have not ended after " + LONGEST_SECONDS + " seconds");
        }
        tally.add(load.made(), Ledger.read(ledger));
        server.line();
        out.println("round " + round + ": " + load.made().size() + " calls, " + atKill
                + " in flight when the server was killed, lies so far: "
                + tally.lies().size());
    }

    private void requireAlive() {
        if (!server.alive()) {
            throw new IllegalStateException("the server has ended before it was killed: " + server.errors());
        }
    }

    @Override
    public void close() {
        clients.forEach(RpcClient::close);
        server.close();
    }
}
