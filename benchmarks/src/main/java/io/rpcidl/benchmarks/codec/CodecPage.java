package io.rpcidl.benchmarks.codec;

import io.rpcidl.benchmarks.Machine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/** The results of {@link CodecBenchmarks} as Markdown: one table for each shape. */
final class CodecPage {

    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private final String depth;
    private final String machine = Machine.describe();
    private final Map<String, Figures> figures = new LinkedHashMap<>();
    private final Set<String> subjects = new LinkedHashSet<>();

    CodecPage(String depth) {
        this.depth = depth;
    }

    /** What all forks of one subject in one direction have measured: nanoseconds and octets allocated, by iteration. */
    private record Figures(List<Double> nanos, List<Double> allocated) {

        double median() {
            return CodecPage.median(nanos);
        }

        /** Half of the range in which the middle half of the iterations lies. */
        double spread() {
            double[] sorted =
                    nanos.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            int quarter = sorted.length / 4;
            return (sorted[sorted.length - 1 - quarter] - sorted[quarter]) / 2;
        }
    }

    boolean isEmpty() {
        return figures.isEmpty();
    }

    void add(String subject, String direction, RunResult result) {
        subjects.add(subject);
        Figures known = figures.computeIfAbsent(
                subject + "/" + direction, key -> new Figures(new ArrayList<>(), new ArrayList<>()));
        result.getBenchmarkResults().forEach(fork -> {
            for (IterationResult iteration : fork.getIterationResults()) {
                known.nanos().add(iteration.getPrimaryResult().getScore());
                iteration.getSecondaryResults().forEach((name, secondary) -> {
                    if (name.endsWith(ALLOCATION)) {
                        known.allocated().add(secondary.getScore());
                    }
                });
            }
        });
    }

    String markdown() {
        StringBuilder page = new StringBuilder();
        page.append("# Encoding and decoding\n\n")
                .append(machine)
                .append("\n\n")
                .append(depth)
                .append(
                        ". Times are the median of all iterations in nanoseconds, ± half of the range that holds the middle half"
                                + " of them; × is how many times as fast as protobuf with its own messages; B/op is what one operation"
                                + " allocates.\n");
        Set<String> shapes = new LinkedHashSet<>();
        subjects.forEach(subject -> shapes.add(shape(subject)));
        for (String shape : shapes) {
            page.append("\n## ")
                    .append(shape)
                    .append("\n\n| format | bytes | encode, ns | × | B/op | decode, ns | × | B/op |\n")
                    .append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
            for (String subject : subjects) {
                if (shape(subject).equals(shape)) {
                    row(page, shape, subject);
                }
            }
        }
        return page.toString();
    }

    private void row(StringBuilder page, String shape, String subject) {
        int size = Subjects.checked(Subjects.of(subject)).length;
        page.append(String.format(Locale.ROOT, "| %s | %,d |", subject.substring(shape.length() + 1), size));
        for (String direction : List.of("encode", "decode")) {
            Figures own = figures.get(subject + "/" + direction);
            Figures reference = figures.get(shape + "/" + Subjects.REFERENCE + "/" + direction);
            page.append(cells(own, reference));
        }
        page.append('\n');
    }

    private static String cells(@Nullable Figures own, @Nullable Figures reference) {
        if (own == null) {
            return " | | |";
        }
        String ratio = reference == null ? "" : String.format(Locale.ROOT, "%.2f", reference.median() / own.median());
        return String.format(
                Locale.ROOT,
                own.median() < 1000 ? " %.1f ± %.1f | %s | %,.0f |" : " %,.0f ± %,.0f | %s | %,.0f |",
                own.median(),
                own.spread(),
                ratio,
                median(own.allocated()));
    }

    private static String shape(String subject) {
        return subject.substring(0, subject.indexOf('/'));
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
