package io.rpcidl.benchmarks.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BalanceSimulationTest {
    private static final int CALLS = 200_000;

    @Test
    void givesTheSameTableAgain() {
        assertThat(BalanceSimulation.table(20_000)).isEqualTo(BalanceSimulation.table(20_000));
    }

    /** With slow servers in the fleet, taking turns lets their queues grow without an end, and looking at them does not. */
    @Test
    void showsWhatLookingAtQueuesIsGoodFor() {
        List<String> rows = BalanceSimulation.table(CALLS).lines().toList();

        int turns = longestQueue(rows, "| one in twenty three times as slow | 1 | round robin |");
        int least = longestQueue(rows, "| one in twenty three times as slow | 1 | least loaded of two |");
        assertThat(least).isPositive().isLessThan(turns / 3);
    }

    private static int longestQueue(List<String> rows, String beginning) {
        String row = rows.stream()
                .filter(each -> each.startsWith(beginning))
                .findFirst()
                .orElseThrow();
        String[] cells = row.split("\\|", -1);
        return Integer.parseInt(cells[cells.length - 2].strip());
    }
}
