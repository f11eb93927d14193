package io.rpcidl.benchmarks.rpc;

import io.rpcidl.benchmarks.rpc.Results.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A run as a page of Markdown, a table of all measurements, and plots. */
final class Report {
    private final String conditions;
    private final Results results;

    Report(String conditions, Results results) {
        this.conditions = conditions;
        this.results = results;
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("README.md"), markdown());
        String rows = results.all().stream().map(Measurement::csv).collect(Collectors.joining("\n"));
        Files.writeString(folder.resolve("measurements.csv"), Measurement.HEADER + "\n" + rows + "\n");
        Files.writeString(folder.resolve("conditions.txt"), conditions + "\n");
        plot(folder, "in-flight", "async-small-([0-9]+)", "calls in flight on one connection");
        plot(folder, "connections", "connections-([0-9]+)", "connections with one call in flight each");
        plot(folder, "size", "async-blob([0-9]+)-16", "octets of request and of reply, 16 calls in flight");
    }

    /** A line for each contender over the numbers in the names of workloads. */
    private void plot(Path folder, String name, String workloads, String across) throws IOException {
        Pattern pattern = Pattern.compile(workloads);
        LinePlot rates = new LinePlot("Calls a second", across, "calls a second");
        LinePlot latencies = new LinePlot("Median latency", across, "microseconds");
        for (String workload : results.workloads()) {
            Matcher number = pattern.matcher(workload);
            if (!number.matches()) {
                continue;
            }
            double x = Math.max(1, Double.parseDouble(number.group(1)));
            for (String contender : results.contenders(workload)) {
                rates.add(
                        contender,
                        x,
                        results.spread(workload, contender, Measurement::rate).median());
                double p50 = results.spread(workload, contender, Results.Metric.P50::of)
                        .median();
                latencies.add(contender, x, Math.max(1, p50 / 1_000));
            }
        }
        if (!rates.isEmpty()) {
            Files.writeString(folder.resolve(name + "-rate.svg"), rates.svg());
            Files.writeString(folder.resolve(name + "-latency.svg"), latencies.svg());
        }
    }

    String markdown() {
        StringBuilder page = new StringBuilder();
        page.append("# Calls beside peers\n\n").append(conditions).append("\n\n## Targets\n\n");
        page.append("| what | wanted | measured | quartiles | |\n| --- | --- | ---: | --- | --- |\n");
        for (Target target : Target.all()) {
            Spread measured = target.measured(results);
            page.append(String.format(
                    Locale.ROOT,
                    "| %s: %s | %s | %s | %s | %s |\n",
                    target.contender(),
                    target.subject(),
                    target.wanted(),
                    measured.count() == 0 ? "–" : figure(measured.median()),
                    measured.count() == 0 ? "–" : figure(measured.low()) + " – " + figure(measured.high()),
                    target.verdict(measured)));
        }
        page.append("\n## Loads\n\nCPU and allocation are for one call or item, at the client and at the server;")
                .append(" p50 and p99 of streams are for a whole stream.\n\n")
                .append(
                        "| workload | contender | per second | quartiles | p50, µs | p99, µs | CPU, µs | allocated, octets |\n")
                .append("| --- | --- | ---: | --- | ---: | ---: | ---: | ---: |\n");
        for (String workload : results.workloads()) {
            for (String contender : results.contenders(workload)) {
                row(page, workload, contender);
            }
        }
        page.append("\n## Contenders\n\n");
        List<String> measured =
                results.all().stream().map(Measurement::contender).distinct().toList();
        Contenders.all().stream()
                .filter(contender -> measured.contains(contender.name()))
                .forEach(contender -> page.append("- **")
                        .append(contender.name())
                        .append("**: ")
                        .append(contender.description())
                        .append(".\n"));
        return page.toString();
    }

    private void row(StringBuilder page, String workload, String contender) {
        Spread rate = results.spread(workload, contender, Measurement::rate);
        boolean load = results.of(workload, contender).stream()
                .anyMatch(measurement -> measurement.latency().max() > 0);
        page.append(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s – %s | %s | %s | %s | %s |\n",
                workload,
                contender,
                figure(rate.median()),
                figure(rate.low()),
                figure(rate.high()),
                load ? micros(workload, contender, 50) : "",
                load ? micros(workload, contender, 99) : "",
                load ? each(workload, contender, "cpu") : "",
                load ? each(workload, contender, "allocated") : ""));
    }

    private String micros(String workload, String contender, int percentile) {
        return figure(results.spread(
                                workload,
                                contender,
                                measurement -> percentile == 50
                                        ? measurement.latency().p50()
                                        : measurement.latency().p99())
                        .median()
                / 1_000);
    }

    private String each(String workload, String contender, String what) {
        boolean cpu = what.equals("cpu");
        double scale = cpu ? 1_000 : 1;
        double client = results.spread(workload, contender, cpu ? Measurement::clientCpu : Measurement::clientAllocated)
                .median();
        double server = results.spread(workload, contender, cpu ? Measurement::serverCpu : Measurement::serverAllocated)
                .median();
        return figure(client / scale) + " + " + figure(server / scale);
    }

    /** Three significant digits, or whole numbers when there are more. */
    static String figure(double value) {
        if (Math.abs(value) >= 100) {
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }
}
