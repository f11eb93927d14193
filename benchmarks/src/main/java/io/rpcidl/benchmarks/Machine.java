package io.rpcidl.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a page of results says about where they come from. */
public final class Machine {

    private Machine() {}

    /** The JDK, the system, the processor and how busy it is at the moment, in one sentence without a full stop. */
    public static String describe() {
        return String.format(
                Locale.ROOT,
                "JDK %s (%s), %s %s, %s, %d processors; load of the machine when it started %.1f",
                System.getProperty("java.version"),
                System.getProperty("java.vm.name"),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                processor(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String processor() {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.exists(info)) {
            return "unknown processor";
        }
        try {
            return Files.readAllLines(info).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
