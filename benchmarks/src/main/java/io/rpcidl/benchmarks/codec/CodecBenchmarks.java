package io.rpcidl.benchmarks.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
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
        String selected = rest.isEmpty() ? "" : rest.get(0);
        CodecPage page = measure(expression(selected), quick ? Depth.QUICK : Depth.FULL);
        if (page.isEmpty()) {
            refuse("nothing matches " + selected + "; there are " + Subjects.names()
                    + ", each with /encode and /decode");
        }
        String markdown = page.markdown();
        System.out.println(markdown);
        if (rest.size() > 1) {
            Files.writeString(Path.of(rest.get(1)), markdown);
        }
    }

    private static Pattern expression(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException problem) {
            refuse("not a regular expression: " + problem.getMessage());
            throw problem;
        }
    }

    private static void refuse(String problem) {
        System.err.println(problem);
        System.exit(2);
    }

    /** All that the expression finds. */
    static CodecPage measure(Pattern selected, Depth depth) throws RunnerException {
        CodecPage page = new CodecPage(depth.describe());
        for (int round = 0; round < depth.rounds(); round++) {
            for (String subject : Subjects.names()) {
                for (String direction : DIRECTIONS) {
                    if (selected.matcher(subject + "/" + direction).find()) {
                        page.add(subject, direction, run(subject, direction, depth));
                    }
                }
            }
        }
        return page;
    }

    private static RunResult run(String subject, String direction, Depth depth) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(Pattern.quote(CodecBenchmark.class.getName() + "." + direction) + "$")
                .param("subject", subject)
                .forks(depth.forks())
                .param("warmUp", Integer.toString(depth.warmUp()))
                .warmupIterations(1)
                .warmupTime(TimeValue.milliseconds(depth.millis()))
                .measurementIterations(depth.iterations())
                .measurementTime(TimeValue.milliseconds(depth.millis()))
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
}
