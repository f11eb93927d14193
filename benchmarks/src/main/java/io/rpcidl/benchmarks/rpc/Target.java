package io.rpcidl.benchmarks.rpc;

import io.rpcidl.benchmarks.rpc.Results.Metric;
import io.rpcidl.benchmarks.rpc.Results.Spread;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What this project wants to reach, as a ratio within one run, or as a figure.
 *
 * @param workload at which
 * @param metric of what
 * @param contender whose
 * @param other compared with whom; null for a figure by itself
 * @param bound the least or the most
 * @param side whether the bound is the least or the most
 */
record Target(
        String workload,
        Metric metric,
        String contender,
        @Nullable String other,
        double bound,
        Side side) {
    private static final double OCTETS_IDLE = 8 * 1_024;

    /** Which way a bound bounds. */
    enum Side {
        AT_LEAST("≥"),
        AT_MOST("≤");

        private final String sign;

        Side(String sign) {
            this.sign = sign;
        }
    }

    /** All of them. */
    static List<Target> all() {
        return List.of(
                most("async-small-1", Metric.P50, "rpcidl", "netty", 1.1),
                most("async-small-1", Metric.P50, "rpcidl-spin", "netty", 0.2),
                least("async-small-16", "rpcidl", "grpc", 2.5),
                least("async-small-128", "rpcidl", "grpc", 6),
                least("async-small-1024", "rpcidl", "grpc", 16),
                least("async-small-16", "rpcidl", "netty", 0.75),
                least("async-small-128", "rpcidl", "netty", 0.7),
                least("async-small-1024", "rpcidl", "netty", 0.55),
                least("async-small-1024", "rpcidl-default", "grpc-default", 30),
                least("blocking-small-16", "rpcidl", "grpc", 3),
                least("blocking-small-128", "rpcidl", "grpc", 3),
                least("blocking-small-16", "rpcidl", "thrift", 1),
                least("blocking-small-128", "rpcidl", "thrift", 1),
                least("async-media-128", "rpcidl", "grpc", 5),
                least("async-64k-8", "rpcidl", "grpc", 2.5),
                least("async-1m-2", "rpcidl", "grpc", 1.6),
                least("async-64k-8", "rpcidl", "netty", 0.85),
                least("async-1m-2", "rpcidl", "netty", 0.85),
                least("server-stream-small", "rpcidl", "grpc", 7),
                least("server-stream-64k", "rpcidl", "netty", 0.95),
                most("async-small-128", Metric.CLIENT_ALLOCATED, "rpcidl", null, 350),
                most("async-small-128", Metric.SERVER_ALLOCATED, "rpcidl", null, 250),
                most(Figures.idle(1_000) + "-client", Metric.RATE, "rpcidl", null, OCTETS_IDLE),
                most(Figures.idle(1_000) + "-server", Metric.RATE, "rpcidl", null, OCTETS_IDLE),
                most(Figures.START, Metric.RATE, "rpcidl", "netty", 1.1),
                least("async-small-128", "rpcidl-tls", "grpc-tls", 4));
    }

    private static Target least(String workload, String contender, String other, double bound) {
        return new Target(workload, Metric.RATE, contender, other, bound, Side.AT_LEAST);
    }

    private static Target most(String workload, Metric metric, String contender, @Nullable String other, double bound) {
        return new Target(workload, metric, contender, other, bound, Side.AT_MOST);
    }

    /** What was measured; without a figure when it was not. */
    Spread measured(Results results) {
        return other == null
                ? results.spread(workload, contender, metric::of)
                : results.ratio(workload, metric, contender, other);
    }

    /** Whether a measured figure reaches it. */
    String verdict(Spread measured) {
        if (measured.count() == 0) {
            return "not measured";
        }
        boolean reached = side == Side.AT_LEAST ? measured.median() >= bound : measured.median() <= bound;
        return reached ? "PASS" : "MISS";
    }

    /** Such as {@code p50 of rpcidl at async-small-1}. */
    String subject() {
        String what = switch (metric) {
            case RATE -> workload.startsWith("idle") ? "octets" : workload.equals(Figures.START) ? "time" : "rate";
            case P50 -> "p50";
            case CLIENT_ALLOCATED -> "octets allocated, client";
            case SERVER_ALLOCATED -> "octets allocated, server";
        };
        return workload + ", " + what;
    }

    /** Such as {@code ≥ 6 × grpc}. */
    String wanted() {
        String figure = bound == Math.rint(bound)
                ? String.format(Locale.ROOT, "%,d", (long) bound)
                : String.format(Locale.ROOT, "%.2f", bound).replaceAll("0$", "");
        return side.sign + " " + figure + (other == null ? "" : " × " + other);
    }
}
