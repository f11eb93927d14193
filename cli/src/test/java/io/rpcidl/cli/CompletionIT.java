package io.rpcidl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The completion script, asked by bash as it asks when the tabulator is pressed. */
@DisabledOnOs(OS.WINDOWS)
class CompletionIT {

    @TempDir
    Path home;

    @Test
    void completesCommandsOptionsAndValues() throws Exception {
        Installed tool = new Installed(home);
        String script = """
                source <(rpcidl completion bash)
                complete -p rpcidl
                # bash has this one only while it completes
                compopt() { :; }
                complete_line() {
                  COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
                  COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
                  _complete_rpcidl
                  echo "$*: ${COMPREPLY[*]}"
                }
                complete_line rpcidl ch
                complete_line rpcidl check --im
                complete_line rpcidl check --colour a
                complete_line rpcidl completion ''
                """;

        Installed.Run run = tool.shell("bash", script);

        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .containsExactly(
                        "complete -o default -F _complete_rpcidl rpcidl",
                        "rpcidl ch: check",
                        "rpcidl check --im: --import-root",
                        "rpcidl check --colour a: auto always",
                        "rpcidl completion : bash zsh");
    }

    @Test
    void isTheSameForZsh() throws Exception {
        Installed tool = new Installed(home);

        assertThat(tool.shell("sh", "rpcidl completion zsh").out())
                .isEqualTo(tool.shell("sh", "rpcidl completion bash").out())
                .contains("bashcompinit");
    }
}
