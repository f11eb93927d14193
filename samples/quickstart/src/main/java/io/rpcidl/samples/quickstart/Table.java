package io.rpcidl.samples.quickstart;

import io.rpcidl.value.Outcome;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Prints what was tried, a line each: its outcome, how long it took, what came back. */
final class Table {

    private static final String ROW = "%-44s %-15s %10s  %s%n";
    private static final double NANOS_A_MILLISECOND = 1e6;

    private final PrintStream out;
    private final LongSupplier nanoTime;

    Table(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        out.printf(ROW, "what was tried", "outcome", "time", "what came back");
    }

    /** What became of something that was tried. */
    record Result(Outcome outcome, String words) {}

    /** Something to try. */
    interface Trial {
        Result run() throws Exception;
    }

    /** Tries it and prints its line. */
    void row(String name, Trial trial) throws Exception {
        long start = nanoTime.getAsLong();
        Result result = trial.run();
        double milliseconds = (nanoTime.getAsLong() - start) / NANOS_A_MILLISECOND;
        out.printf(ROW, name, result.outcome(), String.format(Locale.ROOT, "%.1f ms", milliseconds), result.words());
    }
}
