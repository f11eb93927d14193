package io.rpcidl.benchmarks.rpc;

import io.rpcidl.benchmarks.Machine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;

/** Under which conditions a run has run, in the words of its page. */
final class Conditions {
    private Conditions() {}

    static String describe(Options options) {
        return String.format(
                Locale.ROOT,
                "%s, begun %s. %s. Each end of each contender is a process of its own (JVM options %s) on the loopback"
                        + " interface. Versions: %s. %d generations of processes with %d rounds each; a round measures each"
                        + " contender for %d ms, one after the other, after warming up for %d ms (%d ms the first time)",
                options.name(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Machine.describe(),
                String.join(" ", Pair.JVM_OPTIONS),
                versions(),
                options.generations(),
                options.repetitions(),
                options.windowMillis(),
                options.warmMillis(),
                options.firstWarmMillis());
    }

    static String atTheEnd() {
        return String.format(
                Locale.ROOT,
                "; load at the end %.1f.",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String versions() {
        Properties versions = new Properties();
        try (InputStream in = Conditions.class.getResourceAsStream("versions.properties")) {
            if (in == null) {
                throw new IllegalStateException("versions.properties is missing from the jar; build it again");
            }
            versions.load(in);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return versions.stringPropertyNames().stream()
                .sorted()
                .map(name -> name + " " + versions.getProperty(name))
                .collect(Collectors.joining(", "));
    }
}
