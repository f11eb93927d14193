package io.rpcidl.benchmarks.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.benchmarks.rpc.Measurement.Latency;
import io.rpcidl.benchmarks.rpc.Results.Metric;
import io.rpcidl.benchmarks.rpc.Results.Spread;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of measurements: ratios within rounds, verdicts, pages. */
class ReportTest {
    private static Measurement rate(String contender, int round, double rate) {
        return new Measurement(
                "async-small-128", contender, round, rate, new Latency(1, 2, 3, 4, 5), 100, 200, 300, 240);
    }

    /** The second round is on a machine that is ten times slower, for both. */
    private static Results results() {
        Results results = new Results();
        for (int round = 0; round < 3; round++) {
            double machine = round == 1 ? 0.1 : 1;
            results.add(rate("rpcidl", round, 700 * machine));
            results.add(rate("grpc", round, 100 * machine));
            results.add(rate("netty", round, 1_400 * machine));
        }
        return results;
    }

    @Test
    void comparesWithinARound() {
        assertThat(results().ratio("async-small-128", Metric.RATE, "rpcidl", "grpc"))
                .isEqualTo(new Spread(7, 7, 7, 3));
    }

    @Test
    void knowsQuartiles() {
        assertThat(Spread.of(new double[] {4, 1, 3, 2, 5})).isEqualTo(new Spread(2, 3, 4, 5));
        assertThat(Spread.of(new double[] {1, 2}).median()).isEqualTo(1.5);
    }

    @Test
    void saysWhatIsMissed() {
        String page = new Report("conditions", results()).markdown();

        assertThat(page)
                .contains("| rpcidl: async-small-128, rate | ≥ 6 × grpc | 7.00 | 7.00 – 7.00 | PASS |")
                .contains("| rpcidl: async-small-128, rate | ≥ 0.7 × netty | 0.50 | 0.50 – 0.50 | MISS |")
                .contains("| rpcidl: async-small-128, octets allocated, client | ≤ 350 | 300 | 300 – 300 | PASS |")
                .contains("| rpcidl: async-small-16, rate | ≥ 2.5 × grpc | – | – | not measured |");
    }

    @Test
    void readsWhatItHasWritten() {
        Measurement measurement = rate("rpcidl", 2, 700);

        assertThat(Measurement.parse(measurement.csv())).isEqualTo(measurement);
    }

    @Test
    void renewsTheTableOfAPage(@TempDir Path folder) throws Exception {
        new Report("Where and when.", results()).write(folder.resolve("results"));
        String page = "before\n<!-- comparison: results -->\nold\n<!-- end of comparison -->\nbehind\n";

        String renewed = ReadmeTable.renewed(page, folder);

        assertThat(renewed)
                .startsWith("before\n<!-- comparison: results -->\nRead this first:")
                .contains("Where and when.")
                .contains("| async-small-128 | 700/s | 7.00 × (7.00 – 7.00) | 0.50 × (0.50 – 0.50) |  |")
                .doesNotContain("old")
                .endsWith("<!-- end of comparison -->\nbehind\n");
        assertThat(ReadmeTable.renewed(renewed, folder)).isEqualTo(renewed);
    }

    /** A page whose table is older than its results, or was edited by hand: run benchmarks/compare.sh --table. */
    @Test
    void hasTheCommittedResultsInThePagesOfTheProject() throws Exception {
        Path root = Path.of("..");
        for (Path page : ReadmeTable.pages(root)) {
            String text = Files.readString(page);
            assertThat(ReadmeTable.renewed(text, root)).as(page.toString()).isEqualTo(text);
        }
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> Options.parse(new String[] {"--fast"}))
                .hasMessageContaining("unknown option '--fast'");
        assertThatThrownBy(() -> Options.parse(new String[] {"--rounds", "0"}))
                .hasMessage("--rounds 0 is no number from 1 to 9999");
        assertThatThrownBy(() -> Options.parse(new String[] {"--only", "("}))
                .hasMessageContaining("--only is no regular expression");
        assertThatThrownBy(() -> Options.parse(new String[] {"--out"})).hasMessageContaining("--out needs a value");
        assertThatThrownBy(() -> Workload.of("async-huge-1"))
                .hasMessageContaining("there is no workload 'async-huge-1'");
    }

    @Test
    void measuresEveryTargetInAQuickRun() {
        Options quick = Options.parse(new String[] {"--quick"});

        assertThat(quick.workloads().stream().map(Workload::name))
                .contains("async-small-1", "async-small-1024", "blocking-small-128", "async-1m-2", "server-stream-64k");
        assertThat(quick.contenders(Workload.of("async-small-1")).stream().map(Contender::name))
                .containsExactly("rpcidl", "rpcidl-spin", "netty");
    }

    @Test
    void drawsAStraightLineForWhatDoubles() {
        LinePlot plot = new LinePlot("title", "across", "up");
        plot.add("rpcidl", 1, 10);
        plot.add("rpcidl", 10, 100);

        assertThat(plot.svg()).contains("points=\"80.0,390.0 570.0,40.0\"").contains(">rpcidl</text>");
    }
}
