package io.rpcidl.benchmarks.codec;

import io.rpcidl.benchmarks.Machine;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;

/** The results of {@link CodecBenchmarks} as Markdown: one table for each shape. */
final class CodecPage {

    private final String depth;
    private final String machine = Machine.describe();
    private final Map<String, Figures> figures = new LinkedHashMap<>();
    private final Set<String> subjects = new LinkedHashSet<>();

    CodecPage(String depth) {
        this.depth = depth;
    }

    boolean isEmpty() {
        return figures.isEmpty();
    }

    void add(String subject, String direction, RunResult result) {
        subjects.add(subject);
        figures.computeIfAbsent(key(subject, direction), key -> new Figures()).add(result);
    }

    String markdown() {
        StringBuilder page = new StringBuilder();
        page.append("# Encoding and decoding\n\n")
                .append(machine)
                .append(".\n\n")
                .append(depth)
                .append(".\n");
        Set<String> shapes = new LinkedHashSet<>();
        subjects.forEach(subject -> shapes.add(shape(subject)));
        for (String shape : shapes) {
            page.append("\n## ")
                    .append(shape)
                    .append(
                            "\n\n| format | bytes | encode, ns | × | elapsed | B/op | decode, ns | × | elapsed | B/op |\n")
                    .append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
            for (String subject : subjects) {
                if (shape(subject).equals(shape)) {
                    row(page, shape, subject);
                }
            }
            comparison(page, shape);
        }
        return page.toString();
    }

    private void row(StringBuilder page, String shape, String subject) {
        int size = Subjects.checked(Subjects.of(subject)).length;
        page.append(String.format(Locale.ROOT, "| %s | %,d |", subject.substring(shape.length() + 1), size));
        for (String direction : CodecBenchmarks.DIRECTIONS) {
            page.append(cells(
                    figures.get(key(subject, direction)), figures.get(key(shape + Subjects.REFERENCE, direction))));
        }
        page.append('\n');
    }

    private static String cells(@Nullable Figures own, @Nullable Figures reference) {
        if (own == null) {
            return " | | | |";
        }
        String ratio = reference == null ? "" : String.format(Locale.ROOT, "%.2f", reference.nanos() / own.nanos());
        String format =
                own.nanos() < 1000 ? " %.1f ± %.1f | %s | %.1f | %,.0f |" : " %,.0f ± %,.0f | %s | %,.0f | %,.0f |";
        return String.format(Locale.ROOT, format, own.nanos(), own.spread(), ratio, own.elapsed(), own.allocated());
    }

    /** How generated code compares with the same octets written by hand. */
    private void comparison(StringBuilder page, String shape) {
        for (String direction : CodecBenchmarks.DIRECTIONS) {
            Figures own = figures.get(key(shape + Subjects.OWN, direction));
            Figures prototype = figures.get(key(shape + Subjects.PROTOTYPE, direction));
            if (own != null && prototype != null) {
                page.append(String.format(
                        Locale.ROOT,
                        "\nTo %s takes %.2f times as long as by hand.\n",
                        direction,
                        own.nanos() / prototype.nanos()));
            }
        }
    }

    private static String key(String subject, String direction) {
        return subject + "/" + direction;
    }

    private static String shape(String subject) {
        return subject.substring(0, subject.indexOf('/'));
    }
}
