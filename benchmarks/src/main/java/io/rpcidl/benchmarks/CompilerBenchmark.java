package io.rpcidl.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Measures {@code check} and {@code generate} of a generated schema of N files and of one of 2N, each in fresh JVMs with
 * two processors and 1 GiB of heap, and prints a page of Markdown.
 */
public final class CompilerBenchmark {

    private static final long SEED = 1;
    private static final double NANOS = 1e9;
    private static final double MEBIBYTE = 1 << 20;

    private final int runs;
    private final Path folder;

    private CompilerBenchmark(int runs, Path folder) {
        this.runs = runs;
        this.folder = folder;
    }

    /** What a row of the page is about; options are those of the JVM beside what all of them have. */
    private record Subject(String name, boolean generate, List<String> options) {}

    /** The last is what the script {@code rpcidl} starts, but for its archive of classes. */
    private static final List<Subject> SUBJECTS = List.of(
            new Subject("check", false, List.of()),
            new Subject("generate", true, List.of()),
            new Subject("generate, C1 and serial", true, List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")));

    /** What one JVM took: seconds of time and of CPU, MiB of heap and of resident memory at most. */
    private record Cost(double wall, double cpu, double heap, double resident) {}

    /** Takes N and the number of runs. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int files = Integer.parseInt(arguments[0]);
        int runs = Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("rpcidl-benchmark");
        try {
            new CompilerBenchmark(runs, folder).run(files);
        } finally {
            delete(folder);
        }
    }

    private void run(int files) throws IOException, InterruptedException {
        say("# The compiler on a large schema");
        say("");
        say(Machine.describe() + "; each JVM uses two processors");
        say("");
        say(String.format(
                Locale.ROOT,
                "Each of %d runs is a fresh JVM with `-Xmx1g`. Figures are the median, and the least and the most behind it;"
                        + " CPU is user and system time of the process, which a busy machine disturbs less.",
                runs));
        say("");
        say("| what | files | structs | services | lines | time, s | CPU, s | peak heap, MiB | peak resident, MiB |");
        say("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (Subject subject : SUBJECTS) {
            List<Cost> once = measure(files, subject);
            List<Cost> twice = measure(2 * files, subject);
            say(String.format(
                    Locale.ROOT,
                    "| %s, 2N to N | | | | | × %.2f | × %.2f | | |",
                    subject.name(),
                    median(twice, Cost::wall) / median(once, Cost::wall),
                    median(twice, Cost::cpu) / median(once, Cost::cpu)));
        }
    }

    private List<Cost> measure(int files, Subject subject) throws IOException, InterruptedException {
        Path root = folder.resolve("schema" + files);
        if (!Files.exists(root)) {
            new SchemaGenerator(files, SEED).write(root);
        }
        List<Cost> costs = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            // each run fills a folder of its own: a file system may search long for room where files were just deleted
            costs.add(once(root, subject, Files.createTempDirectory(folder, "out")));
        }
        say(String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %,d | %,d | %s | %s | %s | %s |",
                subject.name(),
                files,
                files * SchemaGenerator.STRUCTS,
                files,
                lines(root),
                spread(costs, Cost::wall),
                spread(costs, Cost::cpu),
                spread(costs, Cost::heap),
                spread(costs, Cost::resident)));
        return costs;
    }

    private static Cost once(Path root, Subject subject, Path output) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:ActiveProcessorCount=2"));
        command.addAll(subject.options());
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), CompilerRun.class.getName(), root.toString()));
        if (subject.generate()) {
            command.add(output.toString());
        }
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (Scanner printed = new Scanner(process.getInputStream(), StandardCharsets.UTF_8)) {
            int exit = process.waitFor();
            double wall = (System.nanoTime() - start) / NANOS;
            if (exit != 0) {
                throw new IllegalStateException("the compiler failed on " + root);
            }
            return new Cost(
                    wall, printed.nextLong() / NANOS, printed.nextLong() / MEBIBYTE, printed.nextLong() / MEBIBYTE);
        }
    }

    private static String spread(List<Cost> costs, ToDoubleFunction<Cost> figure) {
        double least = costs.stream().mapToDouble(figure).min().orElseThrow();
        double most = costs.stream().mapToDouble(figure).max().orElseThrow();
        String format = most < 100 ? "%.2f (%.2f–%.2f)" : "%.0f (%.0f–%.0f)";
        return String.format(Locale.ROOT, format, median(costs, figure), least, most);
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
        double[] sorted = costs.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static long lines(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            long lines = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lines += Files.readString(file).lines().count();
            }
            return lines;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
