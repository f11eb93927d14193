package io.rpcidl.benchmarks.rpc;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * One end of a contender in a process of its own. It takes a command a line and answers each with a line that begins with
 * {@code @}; what begins otherwise is for people. When its input ends, so does it.
 *
 * <p>Arguments: {@code server <contender>} or {@code client <contender> <port>}.
 */
public final class Agent {
    private static final int BATCH = 256;
    private static final int ATTEMPTS = 5;

    private final PrintStream out = System.out;
    private final List<Contender.ClientSide> idle = new ArrayList<>();
    private @Nullable Load running;

    private Agent() {}

    /** Runs one end. */
    public static void main(String[] arguments) throws Exception {
        Agent agent = new Agent();
        Contender contender = Contenders.of(arguments[1]);
        if (arguments[0].equals("server")) {
            try (Contender.ServerSide server = contender.serve()) {
                agent.say("port " + server.port());
                agent.serve();
            }
        } else {
            int port = Integer.parseInt(arguments[2]);
            try (Contender.ClientSide client = contender.connect(port)) {
                agent.drive(contender, client, port);
            }
        }
        System.exit(0); // whatever threads a contender leaves
    }

    private void say(String line) {
        out.println("@" + line);
        out.flush();
    }

    private static BufferedReader commands() {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }

    private void serve() throws Exception {
        BufferedReader commands = commands();
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            answer(line);
        }
    }

    private void answer(String line) {
        switch (line) {
            case "usage" -> {
                Usage usage = Usage.now();
                say("usage " + usage.cpuNanos() + " " + usage.allocated());
            }
            case "heap" -> say("heap " + Usage.heap());
            case "compiled" -> say("compiled " + Usage.compiledMillis());
            default -> throw new IllegalArgumentException("unknown command '" + line + "'");
        }
    }

    private void drive(Contender contender, Contender.ClientSide client, int port) throws Exception {
        BufferedReader commands = commands();
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "first" -> {
                    connect(client);
                    say("answered");
                }
                case "start" -> {
                    connect(client);
                    running = Load.of(Workload.of(words[1]), contender, client, port);
                    running.start();
                    say("started");
                }
                case "measure" -> measure(running(), Long.parseLong(words[1]));
                case "ended" -> say("ended " + running().ended());
                case "stop" -> stop(running());
                case "connect" -> connect(contender, port, Integer.parseInt(words[1]));
                case "disconnect" -> disconnect();
                case "hold" -> hold(client, Integer.parseInt(words[1]), Integer.parseInt(words[2]));
                default -> answer(line);
            }
        }
    }

    private Load running() {
        Load load = running;
        if (load == null) {
            throw new IllegalStateException("no load runs; start one");
        }
        return load;
    }

    private void measure(Load load, long millis) throws InterruptedException {
        say("begin");
        load.latencies(); // those of the warm-up
        Usage usage = Usage.now();
        long calls = load.ended();
        long began = System.nanoTime();
        Thread.sleep(millis);
        calls = load.ended() - calls;
        long nanos = System.nanoTime() - began;
        usage = Usage.now().minus(usage);
        Histogram latencies = load.latencies();
        say("over");
        say(String.format(
                Locale.ROOT,
                "result %d %d %d %d %d %d %d %d %d",
                calls,
                nanos,
                latencies.getValueAtPercentile(50),
                latencies.getValueAtPercentile(90),
                latencies.getValueAtPercentile(99),
                latencies.getValueAtPercentile(99.9),
                latencies.getMaxValue(),
                usage.cpuNanos(),
                usage.allocated()));
    }

    private void stop(Load load) throws InterruptedException {
        load.stop();
        load.awaitEnd();
        Throwable failure = load.failure();
        if (failure == null) {
            say("stopped");
        } else {
            failure.printStackTrace();
            say("failed " + failure);
        }
    }

    /** Two processes that have just begun, on a machine that does other work, may be too slow for their own timeouts. */
    private static void connect(Contender.ClientSide client) throws Exception {
        for (int left = ATTEMPTS; ; left--) {
            try {
                client.callAndWait(Message.SMALL);
                return;
            } catch (RuntimeException failed) {
                if (left == 1) {
                    throw failed;
                }
            }
        }
    }

    /** Opens connections, each of which makes one call, and keeps them. */
    private void connect(Contender contender, int port, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            Contender.ClientSide client = contender.connect(port);
            idle.add(client);
            client.callAndWait(Message.SMALL);
        }
        say("connected " + count);
    }

    private void disconnect() {
        idle.forEach(Contender.ClientSide::close);
        idle.clear();
        say("disconnected");
    }

    /** Makes calls that stay unanswered for a while. */
    private void hold(Contender.ClientSide client, int count, int millis) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(count);
        AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
        for (int i = 0; i < count; i++) {
            client.hold(millis, failure -> {
                failed.compareAndSet(null, failure);
                ended.countDown();
            });
            if (i % BATCH == 0) {
                Thread.sleep(1);
            }
        }
        say("held " + count);
        Waiting.until(ended, "held calls");
        say(failed.get() == null ? "released" : "failed " + failed.get());
    }
}
