package io.rpcidl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is named in one line on standard error; nothing else is printed. */
class WrongUseTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeSources() {
        Tool tool = new Tool(folder);
        tool.source("a", "struct A {}");
        tool.write("empty/readme.txt", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            chek src                         | unknown command `chek`; the nearest is `check`, see `rpcidl --help`
            --jsn                            | unknown option `--jsn`, see `rpcidl --help`
            check                            | missing SOURCE, see `rpcidl check --help`
            check --jsn src                  | unknown option `--jsn`; the nearest is `--json`, see `rpcidl check --help`
            check nowhere                    | `nowhere` does not exist
            check empty/readme.txt           | `empty/readme.txt` is neither a folder nor an .rpcidl file
            check empty                      | the folder `empty` holds no .rpcidl file; name the folder in which your packages start
            check src --import-root          | the option `--import-root=PATH` needs its value, see `rpcidl check --help`
            check src --import-root nowhere  | the import root `nowhere` is neither a folder nor a jar
            check src --colour red           | the option `--colour` is auto, always or never, not `red`
            check src --colour auto --colour never | the option `--colour` is given more than once, see `rpcidl check --help`
            generate src                     | missing `--output=DIR`, see `rpcidl generate --help`
            init                             | missing DIR, see `rpcidl init --help`
            init one two                     | unexpected argument `two`, see `rpcidl init --help`
            completion fish                  | there is no completion for the shell `fish`; there is one for bash and for zsh
            """)
    void isNamed(String line, String message) {
        Tool.Run run = new Tool(folder).run(line.split(" "));

        assertThat(run).isEqualTo(new Tool.Run(2, "", "rpcidl: " + message + "\n"));
    }

    @Test
    void cannotForgeLinesOfTheTerminal() {
        Tool.Run run = new Tool(folder).run("check", "a\n\u001b[31mb");

        assertThat(run.err()).isEqualTo("rpcidl: `a\\u{a}\\u{1b}[31mb` does not exist\n");
    }

    @Test
    void namesWhatCannotBeAPath() {
        Tool.Run run = new Tool(folder).run("check", "a\0b");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("rpcidl: `a\\u{0}b` can't be a path on this platform: ");
    }
}
