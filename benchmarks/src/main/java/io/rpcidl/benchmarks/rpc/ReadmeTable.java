package io.rpcidl.benchmarks.rpc;

import io.rpcidl.benchmarks.rpc.Results.Metric;
import io.rpcidl.benchmarks.rpc.Results.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comparison as a table in a page, or what it means at scale: between the two marks of the page stands what the results say
 * that the first mark names, losses too, and nothing that was typed by hand.
 */
public final class ReadmeTable {
    private static final Pattern MARKS = Pattern.compile(
            "<!-- (comparison|scale): ([A-Za-z0-9./_-]+) -->\n(.*?)<!-- end of \\1 -->", Pattern.DOTALL);

    private final Results results = new Results();
    private final String conditions;

    private ReadmeTable(Path folder) throws IOException {
        Files.readAllLines(folder.resolve("measurements.csv")).stream()
                .skip(1)
                .map(Measurement::parse)
                .forEach(results::add);
        conditions = Files.readString(folder.resolve("conditions.txt")).strip();
    }

    /** Renews the tables of the pages that are named, all of which have the marks. */
    public static void main(String[] pages) throws IOException {
        for (String name : pages) {
            Path page = Path.of(name);
            String before = Files.readString(page);
            if (!marked(before)) {
                System.err.println(name + " has no marks; put '<!-- comparison: <folder of results> -->' and"
                        + " '<!-- end of comparison -->' around the place of the table");
                System.exit(2);
            }
            Files.writeString(page, renewed(before, Path.of("")));
        }
    }

    /** Whether a page has a place for the table. */
    static boolean marked(String page) {
        return MARKS.matcher(page).find();
    }

    /** The page with the table that its mark asks for; results are found below {@code root}. */
    static String renewed(String page, Path root) throws IOException {
        Matcher marks = MARKS.matcher(page);
        StringBuilder renewed = new StringBuilder();
        while (marks.find()) {
            String kind = marks.group(1);
            String folder = marks.group(2);
            ReadmeTable results = new ReadmeTable(root.resolve(folder));
            String table = kind.equals("scale") ? new ScaleTable(results.results).markdown() : results.markdown(folder);
            String replaced = "<!-- " + kind + ": " + folder + " -->\n" + table + "<!-- end of " + kind + " -->";
            marks.appendReplacement(renewed, Matcher.quoteReplacement(replaced));
        }
        return marks.appendTail(renewed).toString();
    }

    private String markdown(String folder) {
        StringBuilder page = new StringBuilder();
        page.append("Read this first: client and server share one machine and its loopback interface, so there is no")
                .append(
                        " network in these figures; the handlers give back what they get, so there is no work in them either;")
                .append(
                        " the machine did other work too, and only ratios within a round mean something. Limits, deadlines")
                .append(" and outcomes are on, as by default. ")
                .append(conditions)
                .append(" [All measurements](")
                .append(folder)
                .append(").\n\n")
                .append("| workload | rpcidl | beside grpc-java | beside bare Netty | beside Thrift |\n")
                .append("| --- | ---: | --- | --- | --- |\n");
        for (String workload : results.workloads()) {
            for (String contender : results.contenders(workload)) {
                if (contender.startsWith("rpcidl")) {
                    row(page, workload, contender);
                }
            }
        }
        return page.toString();
    }

    private void row(StringBuilder page, String workload, String contender) {
        String grpc = contender.equals("rpcidl-default") ? "grpc-default" : "grpc";
        page.append(String.format(
                Locale.ROOT,
                "| %s%s | %s | %s | %s | %s |\n",
                workload,
                contender.equals("rpcidl") ? "" : ", " + contender.substring("rpcidl-".length()),
                value(
                        workload,
                        results.spread(workload, contender, Measurement::rate).median()),
                beside(workload, contender, grpc),
                beside(workload, contender, "netty"),
                beside(workload, contender, "thrift")));
    }

    private static String value(String workload, double median) {
        if (workload.equals(Figures.START)) {
            return Report.figure(median / 1_000_000) + " ms";
        }
        return Report.figure(median) + (workload.startsWith("idle") ? " octets" : "/s");
    }

    /** How many times as much, or as little where less is better; a loss says so. */
    private String beside(String workload, String contender, String other) {
        if (!results.contenders(workload).contains(other)) {
            return "";
        }
        boolean lessIsBetter = workload.equals(Figures.START) || workload.startsWith("idle");
        Spread ratio = lessIsBetter
                ? results.ratio(workload, Metric.RATE, other, contender)
                : results.ratio(workload, Metric.RATE, contender, other);
        boolean yardstick = other.equals("netty");
        String loss = ratio.median() < 1 && !yardstick ? ", **" + (lessIsBetter ? "worse" : "slower") + "**" : "";
        return Report.figure(ratio.median()) + " × (" + Report.figure(ratio.low()) + " – " + Report.figure(ratio.high())
                + ")" + loss;
    }

    /** The pages of the project that may have the table. */
    static List<Path> pages(Path root) {
        return List.of(root.resolve("README.md"), root.resolve("docs/performance.md"), root.resolve("docs/scale.md"));
    }
}
