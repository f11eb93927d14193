package io.rpcidl.benchmarks.rpc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares calls of this project with the yardstick and with peers: the contenders take turns, each end in a process of its
 * own, and what counts are ratios within one round. Prints a page of Markdown and writes it, with every measurement and plots,
 * to a folder.
 */
public final class Compare {
    private final Options options;
    private final String certificate;
    private final Results results = new Results();
    private final Progress progress = new Progress();
    private final long began = System.nanoTime();

    private Compare(Options options, String certificate) {
        this.options = options;
        this.certificate = certificate;
    }

    /** Runs the comparison; {@code --help} says what it takes. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("--table")) {
            ReadmeTable.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        if (arguments.length == 1 && arguments[0].equals("--balance")) {
            System.out.print(BalanceSimulation.table(BalanceSimulation.CALLS));
            return;
        }
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        if (options.help()) {
            System.out.print(Options.USAGE);
            return;
        }
        Path scratch = Files.createTempDirectory("rpcidl-compare");
        try {
            new Compare(options, Certificates.make(scratch)).run();
        } finally {
            Files.deleteIfExists(scratch.resolve(Certificates.FILE));
            Files.delete(scratch);
        }
    }

    private void run() throws IOException, InterruptedException {
        String machine = Conditions.describe(options);
        figures();
        for (int generation = 0; generation < options.generations(); generation++) {
            loads(generation);
        }
        Path folder = options.folder(LocalDate.now(ZoneOffset.UTC));
        Report report = new Report(machine + Conditions.atTheEnd(), results);
        report.write(folder);
        System.out.print(report.markdown());
        System.out.println("\nwritten to " + folder);
    }

    /** All loads, some times over, with one pair of processes for each contender. */
    private void loads(int generation) throws IOException, InterruptedException {
        Map<String, Pair> pairs = new LinkedHashMap<>();
        try {
            for (int repetition = 0; repetition < options.repetitions(); repetition++) {
                int round = generation * options.repetitions() + repetition;
                long warm = repetition == 0 ? options.firstWarmMillis() : options.warmMillis();
                for (Workload workload : options.workloads()) {
                    for (Contender contender : turn(options.contenders(workload), round)) {
                        tryLoad(pairs, workload, contender, round, warm);
                    }
                }
            }
        } finally {
            pairs.values().forEach(Pair::close);
        }
    }

    private void tryLoad(Map<String, Pair> pairs, Workload workload, Contender contender, int round, long warm)
            throws InterruptedException {
        if (!attempt(workload.name(), contender, () -> load(pairs, workload, contender, round, warm))) {
            Pair broken = pairs.remove(contender.name());
            if (broken != null) {
                broken.close();
            }
        }
    }

    private void load(Map<String, Pair> pairs, Workload workload, Contender contender, int round, long warm)
            throws IOException, InterruptedException {
        if (contender.spins()) {
            try (Pair pair = Pair.open(contender, certificate)) {
                add(pair.load(workload, round, options.firstWarmMillis(), options.windowMillis()));
            }
            return;
        }
        Pair pair = pairs.get(contender.name());
        if (pair == null) {
            pair = Pair.open(contender, certificate);
            pairs.put(contender.name(), pair);
        }
        add(pair.load(workload, round, warm, options.windowMillis()));
    }

    /** The contenders in another order each time, so that none always follows the same other. */
    private static List<Contender> turn(List<Contender> contenders, int round) {
        List<Contender> turned = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            turned.add(contenders.get((i + round) % contenders.size()));
        }
        return turned;
    }

    private void figures() throws InterruptedException {
        if (options.wants(Figures.START)) {
            for (int i = 0; i < options.starts(); i++) {
                int round = i;
                for (Contender contender : turn(options.figureContenders(), round)) {
                    attempt(Figures.START, contender, () -> {
                        double nanos = Pair.start(contender, certificate);
                        add(Measurement.figure(Figures.START, contender.name(), round, nanos));
                    });
                }
            }
        }
        for (int connections : options.idleConnections()) {
            String name = Figures.idle(connections);
            forBothEnds(name, pair -> pair.idle(connections));
        }
        int calls = options.heldCalls();
        if (calls > 0) {
            forBothEnds(Figures.held(calls), pair -> pair.held(calls, options.heldMillis()));
        }
    }

    /** A figure of each end, with processes of its own. */
    private interface EndFigures {
        double[] of(Pair pair) throws InterruptedException;
    }

    private void forBothEnds(String name, EndFigures figures) throws InterruptedException {
        if (!options.wants(name)) {
            return;
        }
        for (Contender contender : options.figureContenders()) {
            attempt(name, contender, () -> {
                try (Pair pair = Pair.open(contender, certificate)) {
                    both(name, contender, figures.of(pair));
                }
            });
        }
    }

    /** One measurement. */
    private interface Attempt {
        void measure() throws IOException, InterruptedException;
    }

    /**
     * A measurement that fails, on a machine that is too busy for instance, is missing, and so is one for which no time is
     * left; the run goes on. False when there is none.
     */
    private boolean attempt(String name, Contender contender, Attempt attempt) throws InterruptedException {
        String subject = "no measurement of " + contender.name() + " at " + name + ": ";
        if (System.nanoTime() - began > options.mostNanos()) {
            System.err.println(subject + "the time of the run is over");
            return true;
        }
        try {
            attempt.measure();
            return true;
        } catch (IOException | IllegalStateException failed) {
            System.err.println(subject + failed.getMessage());
            return false;
        }
    }

    private void both(String name, Contender contender, double[] ends) {
        add(Measurement.figure(name + "-client", contender.name(), 0, ends[0]));
        add(Measurement.figure(name + "-server", contender.name(), 0, ends[1]));
    }

    private void add(Measurement measurement) {
        results.add(measurement);
        progress.tell(measurement);
    }

    /** One line on the error stream for each measurement, for whoever watches. */
    private static final class Progress {
        void tell(Measurement measurement) {
            System.err.println(measurement.csv());
        }
    }
}
