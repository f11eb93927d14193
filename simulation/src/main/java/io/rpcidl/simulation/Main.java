package io.rpcidl.simulation;

import io.rpcidl.simulation.host.Sabotage;
import java.io.PrintStream;

/** Runs as many schedules as are asked for, and reports; ends with 1 when one has failed. */
public final class Main {
    private static final String USAGE =
            "usage: <first seed> <number of schedules> [threads]; seeds and numbers are whole, at least 0";

    private Main() {}

    /** {@code <first seed> <number of schedules> [threads]}. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    static int run(String[] arguments, PrintStream out) {
        if (arguments.length < 2 || arguments.length > 3) {
            out.println(USAGE);
            return 2;
        }
        long from;
        long count;
        int threads = Runtime.getRuntime().availableProcessors();
        try {
            from = Long.parseUnsignedLong(arguments[0]);
            count = Long.parseUnsignedLong(arguments[1]);
            threads = arguments.length == 3 ? Integer.parseUnsignedInt(arguments[2]) : threads;
        } catch (NumberFormatException malformed) {
            out.println(USAGE);
            return 2;
        }
        Quiet.please();
        long began = System.nanoTime();
        Campaign.Summary summary = Campaign.run(from, count, Math.max(1, threads), () -> Sabotage.NONE);
        out.print(Report.summary(summary, System.nanoTime() - began));
        Run failure = summary.failure();
        if (failure == null) {
            return 0;
        }
        out.print(Report.failure(Shrinker.shrink(failure, () -> Sabotage.NONE)));
        return 1;
    }
}
