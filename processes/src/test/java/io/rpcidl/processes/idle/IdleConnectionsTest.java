package io.rpcidl.processes.idle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rpcidl.processes.idle.IdleConnections.Measured;
import io.rpcidl.processes.security.Security;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Row L05 of the catalogue, with 2,000 connections; the command {@code idle} holds as many as there are descriptors for. */
@Timeout(300)
class IdleConnectionsTest {
    private static final int CONNECTIONS = Integer.getInteger("rpcidl.idle.connections", 2_000);
    private static final long MOST = 8 << 10;
    /** Handshakes take time, so these are few. */
    private static final int SECURED = Math.min(400, CONNECTIONS);

    private static final long MOST_SECURED = 32 << 10;

    @TempDir
    Path folder;

    private Measured measure(int connections, Security security) {
        return IdleConnections.measure(folder.resolve("ledger"), connections, security);
    }

    @Test
    void costAtMost8KiBAtEachEnd() {
        Measured measured = measure(Math.min(CONNECTIONS, IdleConnections.most()), Security.PLAINTEXT);

        System.out.print(measured.table());
        // The counts are exact, so a measurement of nothing would show: no connection costs less than its channel.
        assertThat(measured.client().heap()).isBetween(1_000L, MOST);
        assertThat(measured.server().heap()).isBetween(1_000L, MOST);
        assertThat(measured.client().octets()).isLessThanOrEqualTo(MOST);
        assertThat(measured.server().octets()).isLessThanOrEqualTo(MOST);
    }

    /** What TLS adds is the JDK's engine: its keys, its buffers and its session. */
    @Test
    void costAtMost32KiBAtEachEndOverTls() throws IOException {
        Measured measured = measure(SECURED, Security.tls(folder));

        System.out.print(measured.table());
        assertThat(measured.client().heap()).isBetween(5_000L, MOST_SECURED);
        assertThat(measured.server().heap()).isBetween(5_000L, MOST_SECURED);
        assertThat(measured.client().octets()).isLessThanOrEqualTo(MOST_SECURED);
        assertThat(measured.server().octets()).isLessThanOrEqualTo(MOST_SECURED);
    }

    @Test
    void areNotMoreThanThereAreDescriptorsFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> measure(Integer.MAX_VALUE, Security.PLAINTEXT))
                .withMessageContaining("raise it with ulimit -n");
    }
}
