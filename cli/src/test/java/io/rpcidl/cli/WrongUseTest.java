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
            decode 0g                        | the argument (a file is named with `--input`) is not hexadecimal at its character 2
            decode 012                       | the argument (a file is named with `--input`) has an odd number of hexadecimal digits, 3
            decode 00 00                     | unexpected argument `00`, see `rpcidl decode --help`
            decode 00 --binary               | `--binary` is about a file or standard input; an argument is hexadecimal
            decode 00 --hex --binary         | `--hex` and `--binary` exclude each other
            decode 00 --input a              | `--input` takes the place of the argument; give one of them
            decode --input nowhere           | `nowhere` does not exist
            decode --input src               | the input `src` is a folder; name a file
            decode 00 --source src           | sources alone do not say what the value is; add `--type` or `--method`
            decode 00 --type shop.A          | `--type` needs the sources that define it; name them with `--source`
            decode 00 --method shop.S.m      | `--method` needs the sources that define it; name them with `--source`
            decode 00 --result               | `--result` needs `--method`
            decode 00 -s src -t A -m B       | `--type` and `--method` exclude each other
            decode 00 -s nowhere -t A        | `nowhere` does not exist
            decode 00 -s src -t shop.B       | no type has the name shop.B; did you mean shop.A?
            decode 00 -s src -t list<        | the type 'list<' is malformed at character 6: a type is a word of the language, or the full name of a definition
            decode 00 -s src -m shop.A.b     | the schema has no method shop.A.b
            encode {}                        | JSON alone does not say its type; add `--type` or `--method`, and `--source`
            encode {} -s src -t shop.A -i x  | `--input` takes the place of the argument; give one of them
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
