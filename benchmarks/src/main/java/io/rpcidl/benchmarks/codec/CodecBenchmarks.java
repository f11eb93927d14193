package io.rpcidl.benchmarks.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link CodecBenchmark} for shapes, formats and directions that a regular expression selects, and prints a page of
 * Markdown.
 *
 * <p>Each fork is a round of its own over everything selected, so that a machine which gets slower meanwhile is not slower for
 * one format only.
 */
public final class CodecBenchmarks {

    static final List<String> DIRECTIONS = List.of("encode", "decode");

    /**
     * A heap that does not grow, compiling before going on (else a busy machine measures what is not compiled yet), and the
     * package that SBE's buffers want.
     */
    private static final String[] ARGUMENTS = {
        "-Xms1g", "-Xmx1g", "-XX:-BackgroundCompilation", "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED"
    };

    private CodecBenchmarks() {}

    /** Takes {@code [quick] [regular expression] [file for the page]}; with none of them everything runs in full. */
    public static void main(String[] arguments) throws IOException, RunnerException {
        // What counts is the time that a thread runs, so another run beside this one does little harm.
        System.setProperty("jmh.ignoreLock", "true");
        List<String> rest = new ArrayList<>(List.of(arguments));
        boolean quick = rest.remove("quick");
        Pattern selected = Pattern.compile(rest.isEmpty() ? "" : rest.get(0));
        Depth depth = quick ? Depth.QUICK : Depth.FULL;
        CodecPage page = new CodecPage(depth.toString());
        for (int round = 0; round < depth.rounds; round++) {
            for (String subject : Subjects.names()) {
                for (String direction : DIRECTIONS) {
                    if (selected.matcher(subject + "/" + direction).find()) {
                        page.add(subject, direction, run(subject, direction, depth));
                    }
                }
            }
        }
        if (page.isEmpty()) {
            System.err.println("nothing matches " + selected + "; there are " + Subjects.names()
                    + ", each with /encode and /decode");
            System.exit(2);
        }
        String markdown = page.markdown();
        System.out.println(markdown);
        if (rest.size() > 1) {
            Files.writeString(Path.of(rest.get(1)), markdown);
        }
    }

    private static RunResult run(String subject, String direction, Depth depth) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(Pattern.quote(CodecBenchmark.class.getName() + "." + direction) + "$")
                .param("subject", subject)
                .forks(1)
                .warmupIterations(depth.warmups)
                .warmupTime(TimeValue.milliseconds(depth.millis))
                .measurementIterations(depth.iterations)
                .measurementTime(TimeValue.milliseconds(depth.millis))
                .addProfiler(GCProfiler.class)
                .addProfiler(WorkerTime.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .jvmArgsAppend(ARGUMENTS)
                .build();
        RunResult result = new Runner(options).runSingle();
        System.err.printf(
                Locale.ROOT,
                "%s/%s %.1f ns%n",
                subject,
                direction,
                result.getPrimaryResult().getScore());
        return result;
    }

    /** How long it takes, and how much the figures are worth. */
    private enum Depth {
        QUICK(1, 4, 5, 300),
        FULL(2, 5, 8, 700);

        private final int rounds;
        private final int warmups;
        private final int iterations;
        private final int millis;

        Depth(int rounds, int warmups, int iterations, int millis) {
            this.rounds = rounds;
            this.warmups = warmups;
            this.iterations = iterations;
            this.millis = millis;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d forks, each with %d iterations of %d ms after %d to warm up",
                    rounds,
                    iterations,
                    millis,
                    warmups);
        }
    }
}
