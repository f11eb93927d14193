package io.rpcidl.benchmarks.rpc;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a host with 64 processors and a fleet of 1,000 hosts would do, computed from what was measured on two: processor time
 * for one call times calls, memory for one connection times connections. It is an upper bound: nothing here knows of a
 * network, of memory bandwidth, or of work in handlers.
 */
final class ScaleTable {
    private static final int CORES = 64;
    private static final int FLEET = 1_000;
    private static final int CONNECTIONS = 100_000;
    private static final double GIB = 1L << 30;
    private static final double SECOND = 1e9;

    private final Results results;

    ScaleTable(Results results) {
        this.results = results;
    }

    String markdown() {
        StringBuilder page = new StringBuilder();
        page.append("| measured | | computed | |\n| --- | ---: | --- | ---: |\n");
        for (String workload : List.of("async-small-128", "async-small-1024", "async-media-128", "async-64k-8")) {
            cpu(page, workload);
        }
        idle(page, "client", "a client with a connection to each of a fleet of " + FLEET, FLEET);
        idle(page, "server", "a server with " + number(CONNECTIONS) + " idle connections", CONNECTIONS);
        return page.toString();
    }

    /** A server's share of a call, on all processors of a host; connections spread over its loops. */
    private void cpu(StringBuilder page, String workload) {
        double server = median(workload, Measurement::serverCpu);
        if (Double.isNaN(server)) {
            return;
        }
        row(
                page,
                "processor time of a call at the server, " + workload,
                Report.figure(server / 1_000) + " µs",
                "calls a second of a server on " + CORES + " processors, connections on all loops",
                number(CORES * SECOND / server));
        row(
                page,
                "the same at both ends",
                Report.figure((server + median(workload, Measurement::clientCpu)) / 1_000) + " µs",
                "processors of both ends together for a million calls a second",
                Report.figure((server + median(workload, Measurement::clientCpu)) * 1e6 / SECOND));
    }

    private void idle(StringBuilder page, String end, String computed, int connections) {
        double octets = median(Figures.idle(1_000) + "-" + end, Measurement::rate);
        if (Double.isNaN(octets)) {
            return;
        }
        row(
                page,
                "heap of an idle connection at the " + end,
                number(octets) + " octets",
                "heap of " + computed,
                Report.figure(octets * connections / GIB) + " GiB");
    }

    private double median(String workload, ToDoubleFunction<Measurement> figure) {
        return results.spread(workload, "rpcidl", figure).median();
    }

    private static void row(StringBuilder page, String measured, String value, String computed, String result) {
        page.append(String.format(Locale.ROOT, "| %s | %s | %s | %s |\n", measured, value, computed, result));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,d", Math.round(value));
    }
}
