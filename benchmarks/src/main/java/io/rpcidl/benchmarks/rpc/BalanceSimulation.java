package io.rpcidl.benchmarks.rpc;

import io.rpcidl.balance.Balancer;
import io.rpcidl.balance.Candidate;
import io.rpcidl.balance.Picker;
import io.rpcidl.transport.Endpoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;

/**
 * A fleet of servers and its clients in virtual time, with the balancers of the runtime itself: how long calls take, and how
 * long the longest queue was. Each server works on one call after the other; times of service are exponential.
 *
 * <p>The same seed gives the same table.
 */
final class BalanceSimulation {
    private static final int SERVERS = 1_000;
    private static final double LOAD = 0.7;
    private static final double SERVICE_MILLIS = 1;
    /** One server in twenty takes three times as long. */
    private static final int SLOW_ONE_IN = 20;

    private static final double SLOWER = 3;
    /** How many calls the table of the documentation is made of. */
    static final int CALLS = 2_000_000;

    /** One call in so many is not counted, at the beginning. */
    private static final int WARM_PART = 10;

    private static final long SEED = 20_261_128;
    private static final double TICKS = 1_000;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<Server> servers = new ArrayList<>();
    private final List<Client> clients = new ArrayList<>();
    private final PriorityQueue<Server> ends = new PriorityQueue<>((left, right) -> {
        int order = Double.compare(left.endsAt, right.endsAt);
        return order != 0 ? order : Integer.compare(left.number, right.number);
    });
    private final Histogram millis = new Histogram(3);
    private final Fleet fleet;
    private int longestQueue;

    private BalanceSimulation(Balancer.Factory balancing, int clientCount, Fleet fleet) {
        this.fleet = fleet;
        for (int i = 0; i < SERVERS; i++) {
            boolean slow = fleet == Fleet.WITH_SLOW_ONES && i % SLOW_ONE_IN == 0;
            servers.add(new Server(i, slow ? SLOWER * SERVICE_MILLIS : SERVICE_MILLIS));
        }
        for (int i = 0; i < clientCount; i++) {
            clients.add(new Client(balancing.create(random.split())));
        }
    }

    /** Whether all servers are alike. */
    private enum Fleet {
        ALIKE("all alike"),
        WITH_SLOW_ONES("one in twenty three times as slow");

        private final String title;

        Fleet(String title) {
            this.title = title;
        }
    }

    /** What becomes of so many calls, for each fleet, number of clients and balancer, as a table of Markdown. */
    static String table(int calls) {
        StringBuilder table = new StringBuilder();
        table.append("| servers | clients | balancer | p50, ms | p99, ms | p99.9, ms | longest queue |\n")
                .append("| --- | ---: | --- | ---: | ---: | ---: | ---: |\n");
        for (Fleet fleet : Fleet.values()) {
            for (int clients : new int[] {1, 10, 100}) {
                table.append(row("round robin", new BalanceSimulation(Balancer.roundRobin(), clients, fleet), calls));
                table.append(row(
                        "least loaded of two", new BalanceSimulation(Balancer.leastLoaded(), clients, fleet), calls));
            }
        }
        return table.toString();
    }

    private static String row(String name, BalanceSimulation simulation, int calls) {
        simulation.run(calls);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %.1f | %.1f | %.1f | %d |\n",
                simulation.fleet.title,
                simulation.clients.size(),
                name,
                simulation.millis.getValueAtPercentile(50) / TICKS,
                simulation.millis.getValueAtPercentile(99) / TICKS,
                simulation.millis.getValueAtPercentile(99.9) / TICKS,
                simulation.longestQueue);
    }

    private void run(int calls) {
        double capacity =
                servers.stream().mapToDouble(server -> 1 / server.serviceMillis).sum();
        double pause = 1 / (LOAD * capacity);
        double now = 0;
        for (int call = 0; call < calls; call++) {
            now += exponential(pause);
            endUntil(now);
            Client client = clients.get(random.nextInt(clients.size()));
            client.picker.pick().take(now, call >= calls / WARM_PART);
        }
        endUntil(Double.MAX_VALUE);
    }

    private void endUntil(double time) {
        for (Server next = ends.peek(); next != null && next.endsAt <= time; next = ends.peek()) {
            ends.poll();
            next.finish();
        }
    }

    private double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    /** One client with a connection to each server. */
    private final class Client {
        private final Picker<Connection> picker;

        Client(Balancer balancer) {
            List<Connection> connections = new ArrayList<>();
            servers.forEach(server -> connections.add(new Connection(server)));
            picker = balancer.picker(connections);
        }
    }

    /** What a client knows of a server: the calls that it has there itself, and no others. */
    private static final class Connection implements Candidate {
        private final Server server;
        private int unfinished;

        Connection(Server server) {
            this.server = server;
        }

        void take(double now, boolean counted) {
            unfinished++;
            server.take(new Call(this, now, counted));
        }

        @Override
        public Endpoint endpoint() {
            return server.endpoint;
        }

        @Override
        public int unfinishedCalls() {
            return unfinished;
        }
    }

    private record Call(Connection connection, double began, boolean counted) {}

    /** Works on one call after the other. */
    private final class Server {
        private final int number;
        private final Endpoint endpoint;
        private final double serviceMillis;
        private final ArrayDeque<Call> queue = new ArrayDeque<>();
        private double endsAt;

        Server(int number, double serviceMillis) {
            this.number = number;
            this.endpoint = new Endpoint("server-" + number, 1);
            this.serviceMillis = serviceMillis;
        }

        void take(Call call) {
            queue.add(call);
            longestQueue = Math.max(longestQueue, queue.size());
            if (queue.size() == 1) {
                begin(call.began());
            }
        }

        private void begin(double now) {
            endsAt = now + exponential(serviceMillis);
            ends.add(this);
        }

        void finish() {
            Call over = queue.remove();
            over.connection().unfinished--;
            if (over.counted()) {
                millis.recordValue(Math.round((endsAt - over.began()) * TICKS));
            }
            if (!queue.isEmpty()) {
                begin(endsAt);
            }
        }
    }
}
