package io.rpcidl.benchmarks.rpc;

import java.util.Locale;

/**
 * One contender at one workload in one round; times in nanoseconds, memory in octets, both for one call or item.
 *
 * @param rate calls, or items, a second
 * @param clientCpu processor time of the client's process
 */
record Measurement(
        String workload,
        String contender,
        int round,
        double rate,
        Latency latency,
        double clientCpu,
        double serverCpu,
        double clientAllocated,
        double serverAllocated) {
    static final String HEADER = "workload,contender,round,rate,p50_ns,p90_ns,p99_ns,p999_ns,max_ns,client_cpu_ns,"
            + "server_cpu_ns,client_allocated,server_allocated";

    /** How long calls took; for streams how long a stream took. */
    record Latency(long p50, long p90, long p99, long p999, long max) {
        static final Latency NONE = new Latency(0, 0, 0, 0, 0);
    }

    /** The result line of a client, with what the server has used meanwhile. */
    static Measurement of(String workload, String contender, int round, String[] result, Usage server) {
        long calls = Math.max(1, Long.parseLong(result[0]));
        long nanos = Long.parseLong(result[1]);
        Latency latency = new Latency(
                Long.parseLong(result[2]),
                Long.parseLong(result[3]),
                Long.parseLong(result[4]),
                Long.parseLong(result[5]),
                Long.parseLong(result[6]));
        return new Measurement(
                workload,
                contender,
                round,
                calls * 1e9 / nanos,
                latency,
                Double.parseDouble(result[7]) / calls,
                (double) server.cpuNanos() / calls,
                Double.parseDouble(result[8]) / calls,
                (double) server.allocated() / calls);
    }

    /** A single figure: where {@code rate} stands for what the workload's name says. */
    static Measurement figure(String workload, String contender, int round, double value) {
        return new Measurement(workload, contender, round, value, Latency.NONE, 0, 0, 0, 0);
    }

    String csv() {
        return String.format(
                Locale.ROOT,
                "%s,%s,%d,%.3f,%d,%d,%d,%d,%d,%.1f,%.1f,%.1f,%.1f",
                workload,
                contender,
                round,
                rate,
                latency.p50(),
                latency.p90(),
                latency.p99(),
                latency.p999(),
                latency.max(),
                clientCpu,
                serverCpu,
                clientAllocated,
                serverAllocated);
    }

    /** What {@link #csv} has written. */
    static Measurement parse(String line) {
        String[] cells = line.split(",", -1);
        Latency latency = new Latency(
                Long.parseLong(cells[4]),
                Long.parseLong(cells[5]),
                Long.parseLong(cells[6]),
                Long.parseLong(cells[7]),
                Long.parseLong(cells[8]));
        return new Measurement(
                cells[0],
                cells[1],
                Integer.parseInt(cells[2]),
                Double.parseDouble(cells[3]),
                latency,
                Double.parseDouble(cells[9]),
                Double.parseDouble(cells[10]),
                Double.parseDouble(cells[11]),
                Double.parseDouble(cells[12]));
    }
}
