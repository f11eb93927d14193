package io.rpcidl.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Row A05 of the catalogue of hostile inputs, as far as values go: a small heap, and a thousand threads that read bombs at once. */
class BombTest {

    private static final int MINUTES = 3;

    @Test
    void survivesAThousandThreadsOfBombsOnASmallHeap() throws IOException, InterruptedException {
        String java = System.getProperty("java.home") + "/bin/java";
        List<String> command = List.of(
                java,
                "-Xmx128m",
                "-Xss256k",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                Bombs.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as(said).isTrue();
            assertThat(process.exitValue()).as(said).isZero();
            assertThat(said).contains("refused " + Bombs.REFUSED + ", read " + Bombs.THREADS);
        } finally {
            process.destroyForcibly();
        }
    }
}
