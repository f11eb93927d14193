package io.rpcidl.processes.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.processes.load.Kind;
import io.rpcidl.processes.load.Tally;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Row G06 of the catalogue: nobody who makes repeatable calls notices that servers are restarted. */
@Timeout(900)
class RollingRestartTest {
    @TempDir
    Path folder;

    @Test
    void isNotToBeSeenByRepeatableCalls() throws InterruptedException {
        try (RollingRestart servers = new RollingRestart(folder.resolve("ledger"), System.out)) {
            Tally tally = servers.run(Long.getLong("rpcidl.rolling.seconds", 0));
            System.out.print(tally.table());

            assertThat(tally.lies()).isEmpty();
            assertThat(tally.of(Kind.IDEMPOTENT)).isPositive();
            assertThat(tally.of(Kind.READONLY)).isPositive();
            assertThat(tally.failed(Kind.IDEMPOTENT)).isZero();
            assertThat(tally.failed(Kind.READONLY)).isZero();
        }
    }
}
