package io.rpcidl.benchmarks.rpc;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What a run measures, and how long. */
final class Options {
    static final String USAGE = """
            usage: compare.sh --table <page>...
                   compare.sh --balance
                   compare.sh [--quick] [--only <regex>] [--rounds <n>] [--seconds <n>] [--out <folder>]

              --table <page>...  renew the tables between the marks of these pages, and measure nothing
              --balance          simulate the balancers over 1,000 servers, and measure nothing
              --quick            the rows of the table of targets in some minutes
              --only <regex>     workloads, or workload/contender, that match: --only 'async-small-128/(rpcidl|grpc)'
              --rounds <n>       rounds with the same processes
              --seconds <n>      how long each contender is measured in a round
              --out <folder>     where the page, the measurements and the plots go; by default results/<date>-jdk<n>
            """;

    private static final List<Integer> SIZES =
            List.of(0, 16, 64, 256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_000_000);

    private boolean quick;
    private boolean help;
    private Pattern only = Pattern.compile("");
    private int rounds;
    private long seconds;
    private String out = "";

    private Options() {}

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException with a message that says what to do
     */
    static Options parse(String[] arguments) {
        Options options = new Options();
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            switch (name) {
                case "--quick" -> options.quick = true;
                case "--help" -> options.help = true;
                case "--only" -> options.only = pattern(value(arguments, ++i, name));
                case "--rounds" -> options.rounds = number(value(arguments, ++i, name), name);
                case "--seconds" -> options.seconds = number(value(arguments, ++i, name), name);
                case "--out" -> options.out = value(arguments, ++i, name);
                default -> throw new IllegalArgumentException("unknown option '" + name + "'\n" + USAGE);
            }
        }
        return options;
    }

    private static String value(String[] arguments, int at, String name) {
        if (at >= arguments.length) {
            throw new IllegalArgumentException("option " + name + " needs a value\n" + USAGE);
        }
        return arguments[at];
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException("--only is no regular expression: " + wrong.getMessage(), wrong);
        }
    }

    private static int number(String text, String name) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(name + " " + text + " is no number from 1 to 9999");
        }
        return Integer.parseInt(text);
    }

    boolean help() {
        return help;
    }

    String name() {
        return quick ? "Quick run" : "Full run";
    }

    int generations() {
        return quick ? 1 : 2;
    }

    int repetitions() {
        return rounds > 0 ? rounds : quick ? 3 : 5;
    }

    long windowMillis() {
        return seconds > 0 ? seconds * 1_000 : quick ? 1_000 : 2_000;
    }

    long warmMillis() {
        return quick ? 300 : 500;
    }

    long firstWarmMillis() {
        return quick ? 1_500 : 3_000;
    }

    /** After so long what is left is left out: a quick run stays one on any machine. */
    long mostNanos() {
        return TimeUnit.MINUTES.toNanos(quick ? 11 : 720);
    }

    int starts() {
        return quick ? 5 : 11;
    }

    List<Integer> idleConnections() {
        return quick ? List.of(1_000) : List.of(1_000, 5_000);
    }

    /** Within the 4,096 calls that a server takes from one connection by default. */
    int heldCalls() {
        return quick ? 0 : 4_000;
    }

    int heldMillis() {
        return 8_000;
    }

    /** Whether a name was asked for. */
    boolean wants(String name) {
        return only.matcher(name).find() || only.matcher(name + "/").find();
    }

    private boolean wants(String workload, Contender contender) {
        return only.matcher(workload + "/" + contender.name()).find();
    }

    List<Workload> workloads() {
        Set<String> names = new LinkedHashSet<>();
        if (quick) {
            Target.all().stream().map(Target::workload).filter(Options::isLoad).forEach(names::add);
        } else {
            Workload.all().stream().map(Workload::name).forEach(names::add);
            SIZES.forEach(size -> names.add("async-blob" + size + "-16"));
        }
        List<Workload> workloads = new ArrayList<>();
        for (String name : names) {
            Workload workload = Workload.of(name);
            if (!contenders(workload).isEmpty()) {
                workloads.add(workload);
            }
        }
        return workloads;
    }

    private static boolean isLoad(String workload) {
        return !workload.equals(Figures.START) && !workload.startsWith("idle");
    }

    /** Who is measured at a workload. */
    List<Contender> contenders(Workload workload) {
        return Contenders.all().stream()
                .filter(contender -> workload.suits(contender)
                        && wants(workload.name(), contender)
                        && (!quick || inTargets(workload, contender)))
                .toList();
    }

    private static boolean inTargets(Workload workload, Contender contender) {
        return Target.all().stream()
                .anyMatch(target -> target.workload().equals(workload.name())
                        && (contender.name().equals(target.contender())
                                || contender.name().equals(target.other())));
    }

    /** Who is measured for starts and idle connections. */
    List<Contender> figureContenders() {
        return List.of(Contenders.of("rpcidl"), Contenders.of("netty"), Contenders.of("grpc"));
    }

    Path folder(LocalDate date) {
        return out.isEmpty()
                ? Path.of(
                        "benchmarks",
                        "results",
                        date + "-jdk" + Runtime.version().feature())
                : Path.of(out);
    }
}
