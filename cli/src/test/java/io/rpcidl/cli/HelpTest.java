package io.rpcidl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The help of each command; {@code -Drpcidl.help=update} refreshes the expected texts. */
class HelpTest {

    private static final Path EXPECTED = Path.of("src/test/resources/help");

    @TempDir
    Path folder;

    static Stream<String> commands() {
        return Commands.all().stream().map(Command::name);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void explainsTheCommand(String command) throws IOException {
        compare(command, new Tool(folder).run(command, "--help"));
    }

    @Test
    void explainsTheTool() throws IOException {
        compare("rpcidl", new Tool(folder).run("--help"));
    }

    @Test
    void expectsNothingOfCommandsThatAreGone() throws IOException {
        try (Stream<Path> files = Files.list(EXPECTED)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(commands(), Stream.of("rpcidl"))
                            .map(name -> name + ".txt")
                            .toList());
        }
    }

    @Test
    void saysHowItIsUsedWhenNothingIsAskedFor() {
        Tool tool = new Tool(folder);

        assertThat(tool.run()).isEqualTo(new Tool.Run(2, "", tool.run("--help").out()));
    }

    @Test
    void knowsItsVersion() {
        Tool tool = new Tool(folder);

        Tool.Run run = tool.run("--version");

        assertThat(run.out()).matches("rpcidl \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
        assertThat(List.of(tool.run("-V"), tool.run("check", "--version"))).containsOnly(run);
    }

    private static void compare(String name, Tool.Run run) throws IOException {
        Path expected = EXPECTED.resolve(name + ".txt");
        if ("update".equals(System.getProperty("rpcidl.help"))) {
            Files.writeString(expected, run.out());
        }
        assertThat(run).isEqualTo(new Tool.Run(0, Files.readString(expected), ""));
    }
}
