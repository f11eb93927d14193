package io.rpcidl.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Row J06 of the catalogue: Netty reads a property when it is loaded that takes the check of hosts away; not from us. */
@Timeout(300)
class HostNamePropertyTest {
    @Test
    void checksHostsWhateverThePropertySays() throws Exception {
        Process probe = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dio.netty.handler.ssl.defaultEndpointVerificationAlgorithm=NONE",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HostNameProbe.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(probe.waitFor(240, TimeUnit.SECONDS)).isTrue();
        assertThat(output.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).endsWith(" HOST_NAME"));
    }
}
