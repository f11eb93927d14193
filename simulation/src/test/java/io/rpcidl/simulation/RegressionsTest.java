package io.rpcidl.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.simulation.host.Sabotage;
import io.rpcidl.simulation.observe.Trace;
import io.rpcidl.simulation.script.FaultClass;
import io.rpcidl.simulation.script.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios that have failed once hold now, and files of them say what is wrong with them. */
class RegressionsTest {
    private static final Path FOLDER = Path.of("regressions");

    @TempDir
    Path temporary;

    @BeforeAll
    static void quiet() {
        Quiet.please();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void holdNow() throws IOException {
        for (Path file : files()) {
            holdsNow(file);
        }
    }

    private static void holdsNow(Path file) throws IOException {
        Scenario scenario = Regression.read(file);
        assertThat(file.getFileName()).hasToString(scenario.seed() + ".properties");
        Run run = Simulation.run(scenario, Sabotage.NONE, Trace.Recording.LAST_EVENTS);
        assertThat(run.violation()).as(Report.failure(run)).isNull();
        assertThat(run.tally().calls).isPositive();
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        Path file = temporary.resolve("7.properties");
        Files.writeString(file, "seed=7\nfaults-off=RESET STALL\nops-off=0 2 3\nbroke=V5: nothing\n");
        Scenario scenario = Regression.read(file);
        assertThat(scenario.conditions().kinds()).doesNotContain(FaultClass.RESET, FaultClass.STALL);
        assertThat(scenario.ops()).doesNotContain(0, 2, 3).contains(1);
        Run run = Simulation.run(scenario, Sabotage.NONE, Trace.Recording.HASH);
        assertThat(Regression.text(run)).isEqualTo("seed=7\nfaults-off=RESET STALL\nops-off=0 2 3\nbroke=null\n");
    }

    @Test
    void namesAFileThatIsNone() throws IOException {
        for (String text : List.of("", "seed=x\n", "seed=1\nfaults-off=NONSENSE\n", "seed=1\nops-off=-3\n")) {
            Path file = temporary.resolve("bad.properties");
            Files.writeString(file, text);
            assertThatThrownBy(() -> Regression.read(file))
                    .as(text)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("bad.properties is no regression file");
        }
    }
}
