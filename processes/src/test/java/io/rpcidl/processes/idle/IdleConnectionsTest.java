package io.rpcidl.processes.idle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rpcidl.processes.idle.IdleConnections.Measured;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Row L05 of the catalogue, with 2,000 connections; the command {@code idle} holds as many as there are descriptors for. */
@Timeout(300)
class IdleConnectionsTest {
    private static final int CONNECTIONS = Integer.getInteger("rpcidl.idle.connections", 2_000);
    private static final long MOST = 8 << 10;

    @TempDir
    Path folder;

    @Test
    void costAtMost8KiBAtEachEnd() {
        Measured measured =
                IdleConnections.measure(folder.resolve("ledger"), Math.min(CONNECTIONS, IdleConnections.most()));

        System.out.print(measured.table());
        // The counts are exact, so a measurement of nothing would show: no connection costs less than its channel.
        assertThat(measured.client().heap()).isBetween(1_000L, MOST);
        assertThat(measured.server().heap()).isBetween(1_000L, MOST);
        assertThat(measured.client().octets()).isLessThanOrEqualTo(MOST);
        assertThat(measured.server().octets()).isLessThanOrEqualTo(MOST);
    }

    @Test
    void areNotMoreThanThereAreDescriptorsFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdleConnections.measure(folder.resolve("ledger"), Integer.MAX_VALUE))
                .withMessageContaining("raise it with ulimit -n");
    }
}
