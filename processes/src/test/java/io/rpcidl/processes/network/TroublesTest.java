package io.rpcidl.processes.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rows C02, C03 and C05 to C07 of the catalogue, over the TCP of the kernel. */
@Timeout(900)
class TroublesTest {
    @TempDir
    Path folder;

    @Test
    void makeNobodyTellALie() {
        Optional<String> missing = Namespace.missing();
        if (missing.isPresent()) {
            assertThat(System.getProperty("rpcidl.namespaces"))
                    .as("network namespaces are required, and " + missing.get())
                    .isNotEqualTo("required");
            System.out.println("!!! SKIPPED: faults of the network were not tried: " + missing.get() + " !!!");
        }
        Assumptions.assumeTrue(missing.isEmpty(), () -> "faults of the network were not tried: " + missing.get());

        assertThat(Troubles.run(folder.resolve("ledger"), System.out)).isZero();
    }
}
