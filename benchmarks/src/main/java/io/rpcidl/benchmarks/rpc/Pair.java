package io.rpcidl.benchmarks.rpc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Both ends of one contender, each in a process of its own. */
final class Pair implements AutoCloseable {
    /** The same for all; nothing is tuned but the heap. */
    static final List<String> JVM_OPTIONS = List.of("-Xms256m", "-Xmx1g");

    /** So many times as long as asked warming up may take. */
    private static final int LONGEST_WARM_UP = 5;

    private static final long STEP_MILLIS = 250;
    /** The compilers wait for so many calls before they begin with the last stage. */
    private static final long WARM_CALLS = 20_000;

    /** Compilers that work for less than this share of the time have nothing of weight to do. */
    private static final double COMPILING = 0.04;

    private final Contender contender;
    private final AgentProcess server;
    private final AgentProcess client;

    private Pair(Contender contender, AgentProcess server, AgentProcess client) {
        this.contender = contender;
        this.server = server;
        this.client = client;
    }

    /** Starts a server, and then a client of it. */
    static Pair open(Contender contender, String certificate) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(JVM_OPTIONS);
        options.add(certificate);
        AgentProcess server = new AgentProcess(options, "server", contender.name());
        try {
            String port = server.await("port")[0];
            return new Pair(contender, server, new AgentProcess(options, "client", contender.name(), port));
        } catch (IOException | InterruptedException | RuntimeException failed) {
            server.close(); // it may spin
            throw failed;
        }
    }

    /** Runs a load: it warms up at least so long, and is counted so long. */
    Measurement load(Workload workload, int round, long warmMillis, long windowMillis) throws InterruptedException {
        client.ask("start " + workload.name(), "started");
        warmUp(warmMillis);
        client.command("measure " + windowMillis);
        client.await("begin");
        Usage before = server.usage();
        client.await("over");
        Usage used = server.usage().minus(before);
        String[] result = client.await("result");
        client.ask("stop", "stopped");
        return Measurement.of(workload.name(), contender.name(), round, result, used);
    }

    /** On a machine that does other work too, compiling takes its time: what is not compiled yet is not measured. */
    private void warmUp(long millis) throws InterruptedException {
        long before = compiledMillis();
        for (long warm = 0; warm < LONGEST_WARM_UP * millis; warm += STEP_MILLIS) {
            Thread.sleep(STEP_MILLIS);
            long now = compiledMillis();
            boolean quiet = now - before < STEP_MILLIS * COMPILING;
            before = now;
            if (quiet
                    && warm + STEP_MILLIS >= millis
                    && Long.parseLong(client.ask("ended", "ended")[0]) >= WARM_CALLS) {
                return;
            }
        }
    }

    private long compiledMillis() throws InterruptedException {
        return Long.parseLong(client.ask("compiled", "compiled")[0])
                + Long.parseLong(server.ask("compiled", "compiled")[0]);
    }

    /** Live octets that each of so many idle connections takes: at the client, then at the server. */
    double[] idle(int connections) throws InterruptedException {
        client.ask("connect 50", "connected"); // classes, pools and what else there is once
        client.ask("disconnect", "disconnected");
        long clientBefore = client.heap();
        long serverBefore = server.heap();
        client.ask("connect " + connections, "connected");
        double clientEach = (double) (client.heap() - clientBefore) / connections;
        double serverEach = (double) (server.heap() - serverBefore) / connections;
        client.ask("disconnect", "disconnected");
        return new double[] {clientEach, serverEach};
    }

    /** Live octets that each of so many unanswered calls takes: at the client, then at the server. */
    double[] held(int calls, int millis) throws InterruptedException {
        client.ask("hold 100 1", "held");
        client.await("released");
        long clientBefore = client.heap();
        long serverBefore = server.heap();
        client.ask("hold " + calls + " " + millis, "held");
        double clientEach = (double) (client.heap() - clientBefore) / calls;
        double serverEach = (double) (server.heap() - serverBefore) / calls;
        client.await("released");
        return new double[] {clientEach, serverEach};
    }

    /** Nanoseconds from the start of a server's process, and then of a client's, to the first answer. */
    static double start(Contender contender, String certificate) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (Pair pair = open(contender, certificate)) {
            pair.client.ask("first", "answered");
            return System.nanoTime() - began;
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
