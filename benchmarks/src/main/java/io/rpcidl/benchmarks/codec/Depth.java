package io.rpcidl.benchmarks.codec;

import java.util.Locale;

/**
 * How long measuring takes, and how much the figures are worth.
 *
 * @param rounds over everything that is selected
 * @param forks fresh JVMs for each subject and direction in one round; with none it is measured in this JVM
 * @param warmUp milliseconds that the thread runs before one more iteration that does not count
 * @param iterations that count
 * @param millis of one iteration by the clock
 */
record Depth(int rounds, int forks, int warmUp, int iterations, int millis) {

    static final Depth QUICK = new Depth(1, 1, 600, 5, 200);
    static final Depth FULL = new Depth(2, 1, 800, 6, 300);

    /** For people. */
    String describe() {
        return String.format(
                Locale.ROOT,
                "Forks: %d; iterations of each: %d of %d ms, after %d ms to warm up",
                rounds * forks,
                iterations,
                millis,
                warmUp);
    }
}
