package io.rpcidl.benchmarks.codec;

import java.util.Locale;

/**
 * How long measuring takes, and how much the figures are worth.
 *
 * @param rounds over everything that is selected
 * @param forks fresh JVMs for each subject and direction in one round; with none it is measured in this JVM
 * @param millis of one iteration, to warm up too
 */
record Depth(int rounds, int forks, int warmups, int iterations, int millis) {

    static final Depth QUICK = new Depth(1, 1, 4, 5, 300);
    static final Depth FULL = new Depth(2, 1, 4, 6, 500);

    /** For people. */
    String describe() {
        return String.format(
                Locale.ROOT,
                "Forks: %d; iterations of each: %d of %d ms, after %d to warm up",
                rounds * forks,
                iterations,
                millis,
                warmups);
    }
}
