package io.rpcidl.processes.flood;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rows A05, B15 to B18, D01 to D03, D06, D07 and D09 of the catalogue, against a server with 128 MB of heap: what it does, and
 * that a good client is served meanwhile. How fast is shown by the command {@code flood}.
 */
@Timeout(300)
class FloodTest {
    private static final int SCALE = Integer.getInteger("rpcidl.flood.scale", 300);
    /** What classes and code may have added to the heap, once and for all. */
    private static final long SLACK = 4 << 20;

    @TempDir
    static Path folder;

    private static FloodRound round;

    @BeforeAll
    static void start() {
        round = new FloodRound(folder.resolve("ledger"), List.of());
        round.flood(Flood.D03_CHURN, 10); // each loop has its files, and classes are loaded
    }

    @AfterAll
    static void end() {
        round.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "D01_SILENT_CONNECTIONS     | {LIMIT_EXCEEDED W-7.8=N}",
                "D02_SLOW_OCTETS            | {LIMIT_EXCEEDED W-7.8=N}",
                "D03_CHURN                  | {closed by itself=4N}",
                "D06_OPEN_AND_CANCEL        | {LIMIT_EXCEEDED W-7.7=1}",
                "D07_CALLS_TO_REFUSE        | {PONG=1}",
                "A05_LENGTH_BOMBS           | {ERROR=N}",
                "B15_PINGS                  | {LIMIT_EXCEEDED W-7.5=1}",
                "B16_EXTENSIONS             | {LIMIT_EXCEEDED W-7.6=1}",
                "B16_BINDS                  | {PROTOCOL_VIOLATION W-5.7=1}",
                "B17_CANCELS_OF_ENDED_CALLS | {LIMIT_EXCEEDED W-7.7=1}",
                "B17_DRAINS                 | {PROTOCOL_VIOLATION W-8.1=1}",
                "B18_TINY_CALLS             | {PONG=1}",
                "D09_GREEDY_CLIENT          | {answered=100N}",
            })
    void harmsNobodyElse(Flood flood, String ends) {
        FloodRound.Result result = round.flood(flood, SCALE);

        assertThat(result.good().failed()).isZero();
        assertThat(result.good().calls()).isPositive();
        assertThat(result.ends())
                .isEqualTo(ends.replace("100N", 100 * SCALE + "")
                        .replace("4N", 4 * SCALE + "")
                        .replace("=N", "=" + SCALE));
        assertThat(result.after().descriptors())
                .isLessThanOrEqualTo(result.before().descriptors());
        assertThat(result.after().heap()).isLessThan(result.before().heap() + SLACK);
    }
}
