package io.rpcidl.processes.idle;

import io.rpcidl.processes.child.Child;
import io.rpcidl.processes.child.Commands;
import io.rpcidl.processes.security.Security;
import io.rpcidl.processes.serve.Memory;
import io.rpcidl.processes.serve.ServerProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Measures what a connection costs at each end on which one call was made and nothing happens any more (row L05). */
public final class IdleConnections {
    /** What is there before anything is counted: loops, classes, the first buffers of each thread. */
    private static final int WARM = 200;
    /** Descriptors that a process needs for itself. */
    private static final int OWN = 500;

    private IdleConnections() {}

    /**
     * Octets of one connection.
     *
     * @param heap of one end
     * @param direct of one end, outside of the heap
     */
    public record Cost(long heap, long direct) {
        /** Both together. */
        public long octets() {
            return heap + direct;
        }

        static Cost of(Memory before, Memory after, int connections) {
            return new Cost(
                    (after.heap() - before.heap()) / connections, (after.direct() - before.direct()) / connections);
        }
    }

    /**
     * What was measured.
     *
     * @param connections that were open at once
     * @param security how both ends speak
     * @param unconnected of an {@code RpcClient} of its own that has no connection, not counted in the next one
     * @param client of one connection at the end that has connected
     * @param server of one connection at the end that has accepted
     */
    public record Measured(int connections, Security security, Cost unconnected, Cost client, Cost server) {
        /** The table for people. */
        public String table() {
            String row = "%-8s %8d %8d %8d%n";
            return String.format(Locale.ROOT, "%d idle connections over %s, octets of each%n", connections, security)
                    + String.format(Locale.ROOT, "%-8s %8s %8s %8s%n", "end", "heap", "direct", "both")
                    + String.format(
                            Locale.ROOT,
                            row,
                            "(client)",
                            unconnected.heap(),
                            unconnected.direct(),
                            unconnected.octets())
                    + String.format(Locale.ROOT, row, "client", client.heap(), client.direct(), client.octets())
                    + String.format(Locale.ROOT, row, "server", server.heap(), server.direct(), server.octets());
        }
    }

    /** How many connections the limit of descriptors lets each end have. */
    public static int most() {
        String limit = Commands.require("sh", "-c", "ulimit -n").trim();
        return limit.equals("unlimited") ? Integer.MAX_VALUE : Integer.parseInt(limit) - OWN;
    }

    /**
     * Opens {@code connections}, each end in a process of its own, and measures.
     *
     * @throws IllegalArgumentException when the limit of descriptors does not allow it
     */
    public static Measured measure(Path ledger, int connections, Security security) {
        if (connections > most() || connections <= WARM) {
            throw new IllegalArgumentException(connections + " connections are not above " + WARM + " and at most "
                    + most() + ", which the limit of descriptors allows; raise it with ulimit -n");
        }
        List<String> options = List.of("-Xmx1g");
        List<String> settings = List.of("connections=" + (connections + 1), ServerProcess.secured(security));
        try (Child server = ServerProcess.start(ledger, 0, settings, options);
                Child client = HolderProcess.start(Integer.parseInt(server.line()), security, options)) {
            client.ask("open " + WARM);
            memory(client); // the question itself loads classes
            memory(server);
            Memory unbuilt = memory(client);
            client.ask("build " + connections);
            Memory clientBefore = memory(client);
            Memory serverBefore = memory(server);
            client.ask("open " + connections);
            Memory clientAfter = memory(client);
            Memory serverAfter = memory(server);
            requireOpen(connections - WARM, serverBefore, serverAfter);
            return new Measured(
                    connections,
                    security,
                    Cost.of(unbuilt, clientBefore, connections - WARM),
                    Cost.of(clientBefore, clientAfter, connections - WARM),
                    Cost.of(serverBefore, serverAfter, connections - WARM));
        }
    }

    private static Memory memory(Child child) {
        return Memory.parse(child.ask("memory"));
    }

    private static void requireOpen(int more, Memory before, Memory after) {
        long opened = after.descriptors() - before.descriptors();
        if (opened < more) {
            throw new IllegalStateException("the server has " + opened + " more connections than before, not " + more);
        }
    }
}
