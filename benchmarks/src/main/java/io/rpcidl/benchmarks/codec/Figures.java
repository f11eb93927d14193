package io.rpcidl.benchmarks.codec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What all iterations of all forks have measured for one subject in one direction. */
final class Figures {

    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private final List<Double> run = new ArrayList<>();
    private final List<Double> elapsed = new ArrayList<>();
    private final List<Double> allocated = new ArrayList<>();

    void add(RunResult result) {
        result.getBenchmarkResults().forEach(fork -> fork.getIterationResults().forEach(this::add));
    }

    private void add(IterationResult iteration) {
        elapsed.add(iteration.getPrimaryResult().getScore());
        run.add(secondary(iteration, WorkerTime.LABEL));
        allocated.add(secondary(iteration, ALLOCATION));
    }

    private static double secondary(IterationResult iteration, String label) {
        for (Result<?> result : iteration.getSecondaryResults().values()) {
            if (result.getLabel().endsWith(label)) {
                return result.getScore();
            }
        }
        throw new IllegalStateException("JMH reports no " + label);
    }

    /** The median of the nanoseconds that the thread ran for one operation. */
    double nanos() {
        return quantile(run, 0.5);
    }

    /** Half of the range that holds the middle half of {@link #nanos}. */
    double spread() {
        return (quantile(run, 0.75) - quantile(run, 0.25)) / 2;
    }

    /** The median of the nanoseconds that passed for one operation. */
    double elapsed() {
        return quantile(elapsed, 0.5);
    }

    /** The octets that one operation allocates. */
    double allocated() {
        return quantile(allocated, 0.5);
    }

    private static double quantile(Collection<Double> values, double share) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
