package io.rpcidl.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The command says what it did, or how it is used. */
class MainTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return Main.run(arguments, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void reportsWhatItHasRun() {
        assertThat(run("77", "20", "1")).isZero();
        assertThat(text()).startsWith("20 schedules in ").contains(" a second; ", "RECONNECTED");
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("1", "many")).isEqualTo(2);
        assertThat(run("-1", "1")).isEqualTo(2);
        assertThat(run("1", "1", "1", "1")).isEqualTo(2);
        assertThat(text().lines()).hasSize(4).allMatch(line -> line.startsWith("usage: <first seed>"));
    }
}
