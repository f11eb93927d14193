package io.rpcidl.benchmarks.rpc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** All measurements of one run. */
final class Results {
    private final List<Measurement> measurements = new ArrayList<>();

    void add(Measurement measurement) {
        measurements.add(measurement);
    }

    List<Measurement> all() {
        return List.copyOf(measurements);
    }

    Set<String> workloads() {
        Set<String> names = new LinkedHashSet<>();
        measurements.forEach(measurement -> names.add(measurement.workload()));
        return names;
    }

    Set<String> contenders(String workload) {
        Set<String> names = new LinkedHashSet<>();
        measurements.stream()
                .filter(measurement -> measurement.workload().equals(workload))
                .forEach(measurement -> names.add(measurement.contender()));
        return names;
    }

    List<Measurement> of(String workload, String contender) {
        return measurements.stream()
                .filter(measurement -> measurement.workload().equals(workload)
                        && measurement.contender().equals(contender))
                .toList();
    }

    /** The spread of one figure over all rounds. */
    Spread spread(String workload, String contender, ToDoubleFunction<Measurement> figure) {
        return Spread.of(of(workload, contender).stream().mapToDouble(figure).toArray());
    }

    /** The spread of the ratios of a figure, each within one round, so that a slower machine slows both. */
    Spread ratio(String workload, Metric metric, String contender, String other) {
        List<Double> ratios = new ArrayList<>();
        for (Measurement one : of(workload, contender)) {
            for (Measurement two : of(workload, other)) {
                if (two.round() == one.round()) {
                    ratios.add(metric.of(one) / metric.of(two));
                }
            }
        }
        return Spread.of(ratios.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** What a measurement says of a contender. */
    enum Metric {
        RATE,
        P50,
        CLIENT_ALLOCATED,
        SERVER_ALLOCATED;

        double of(Measurement measurement) {
            return switch (this) {
                case RATE -> measurement.rate();
                case P50 -> measurement.latency().p50();
                case CLIENT_ALLOCATED -> measurement.clientAllocated();
                case SERVER_ALLOCATED -> measurement.serverAllocated();
            };
        }
    }

    /** The median, and the quartiles around it; NaN when there are no figures. */
    record Spread(double low, double median, double high, int count) {
        static Spread of(double[] figures) {
            double[] sorted = figures.clone();
            Arrays.sort(sorted);
            return new Spread(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75), sorted.length);
        }

        private static double quantile(double[] sorted, double share) {
            if (sorted.length == 0) {
                return Double.NaN;
            }
            double place = share * (sorted.length - 1);
            int below = (int) Math.floor(place);
            int above = Math.min(below + 1, sorted.length - 1);
            return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
        }
    }
}
