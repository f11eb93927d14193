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
        assertThat(lines).hasSize(12);
        assertThat(lines.get(1)).contains(" EXECUTED ");
        assertThat(lines.get(5)).contains(" EXECUTED ", "PLACED, CANCELLED, then the end");
        assertThat(lines.get(6)).contains(" EXECUTED ", "1000 orders placed: 29900.00 EUR");
        assertThat(lines.get(7))
                .contains(" MAYBE_EXECUTED ", "CANCELLED, streaming, item 1 was the last; the handler has stopped");
        assertThat(lines.get(9)).contains(" MAYBE_EXECUTED ");
        assertThat(lines.get(10)).contains(" NOT_EXECUTED ");
    }
}
