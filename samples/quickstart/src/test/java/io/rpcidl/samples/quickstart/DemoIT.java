package io.rpcidl.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoIT {

    @Test
    void showsEveryOutcome() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        Demo.run(new PrintStream(printed, true, StandardCharsets.UTF_8));

        List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(9);
        assertThat(lines.get(1)).contains(" EXECUTED ");
        assertThat(lines.get(6)).contains(" MAYBE_EXECUTED ");
        assertThat(lines.get(7)).contains(" NOT_EXECUTED ");
    }
}
