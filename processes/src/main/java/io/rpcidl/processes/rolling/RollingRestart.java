package io.rpcidl.processes.rolling;

import io.rpcidl.CallOptions;
import io.rpcidl.RpcClient;
import io.rpcidl.balance.Balancer;
import io.rpcidl.processes.child.Child;
import io.rpcidl.processes.ledger.Ledger;
import io.rpcidl.processes.load.Load;
import io.rpcidl.processes.load.Patience;
import io.rpcidl.processes.load.Tally;
import io.rpcidl.processes.serve.ServerProcess;
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
 * Three servers, clients that know all of them, and one server after the other that drains, ends, and is started again on its
 * port, while calls go on (row G06 of the catalogue).
 */
public final class RollingRestart implements AutoCloseable {
    private static final int SERVERS = 3;
    private static final int CLIENTS = 2;
    private static final List<String> JVM = List.of("-Xmx128m", "-XX:TieredStopAtLevel=1");
    private static final Load.Shape SHAPE =
            new Load.Shape(100, CallOptions.DEFAULT.withDeadline(Duration.ofSeconds(60)));
    /** So many calls go well between two restarts. */
    private static final long BETWEEN = 500;
    /** Against hangs only. */
    private static final int LONGEST_SECONDS = 120;

    private final Path ledger;
    private final PrintStream out;
    private final List<Child> servers = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private final List<RpcClient> clients = new ArrayList<>();

    /** Starts the servers and the clients. */
    public RollingRestart(Path ledger, PrintStream out) {
        this.ledger = ledger;
        this.out = out;
        for (int i = 0; i < SERVERS; i++) {
            servers.add(ServerProcess.start(ledger, 0, List.of(), JVM));
        }
        servers.forEach(server -> ports.add(Integer.parseInt(server.line())));
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(RpcClient.builder()
                    .plaintext()
                    .targets(ports.stream().map(port -> "127.0.0.1:" + port).toList())
                    .balancer(Balancer.roundRobin())
                    .build());
        }
    }

    /** Restarts each server at least once, and goes on so for {@code seconds}. */
    public Tally run(long seconds) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        AtomicLong ids = new AtomicLong();
        Load load = new Load(clients, SHAPE, ids, new Random(), UnaryOperator.identity());
        clients.forEach(client -> Patience.awaitAnswer(client, ids.incrementAndGet()));
        load.start();
        int restarts = 0;
        while (restarts < SERVERS || System.nanoTime() < until) {
            awaitWell(load, load.well() + BETWEEN);
            restart(restarts % SERVERS);
            restarts++;
        }
        awaitWell(load, load.well() + BETWEEN);
        load.stop();
        boolean ended = load.awaitEnd(LONGEST_SECONDS);
        out.println(restarts + " restarts" + (ended ? "" : ", and calls that do not end"));
        Tally tally = new Tally();
        tally.add(load.made(), Ledger.read(ledger));
        return tally;
    }

    private void restart(int index) {
        Child server = servers.get(index);
        String closed = server.ask("close");
        if (!closed.equals("closed")) {
            throw new IllegalStateException("the server has not closed, it said " + closed);
        }
        server.end();
        server.close();
        servers.set(index, ServerProcess.start(ledger, ports.get(index), List.of(), JVM));
        servers.get(index).line();
    }

    private static void awaitWell(Load load, long count) {
        long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (load.well() < count && System.nanoTime() < latest) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    @Override
    public void close() {
        clients.forEach(RpcClient::close);
        servers.forEach(Child::close);
    }
}
