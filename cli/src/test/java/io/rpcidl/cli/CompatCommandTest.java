package io.rpcidl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatCommandTest {

    private static final String OLDER = "rpcidl 1;\npackage shop;\nstruct A { 1: i32 i; }\n";

    @TempDir
    Path folder;

    private Tool tool;

    @BeforeEach
    void changeASchema() {
        tool = new Tool(folder);
        tool.write("old/shop/a.rpcidl", OLDER);
        tool.source("a", "struct A { 1: i32 i; 2: i32 j; }");
    }

    @Test
    void comparesWithAFolder() {
        Tool.Run run = tool.run("compat", "src", "--against", "old");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("error[RPC1101]", "src/shop/a.rpcidl:3:").endsWith("1 error\n");
        assertThat(tool.run("compat", "src", "--against", "src")).isEqualTo(new Tool.Run(0, "", ""));
    }

    @Test
    void comparesWithAJar() throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("old.jar")))) {
            jar.putNextEntry(new JarEntry("META-INF/rpcidl/shop/a.rpcidl"));
            jar.write(OLDER.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(tool.run("compat", "src", "--against", "old.jar").out()).contains("error[RPC1101]");
    }

    @Test
    void comparesWithLockFiles() {
        tool.source("a", "struct A { 1: i32 i; }");
        tool.run("lock", "src");
        tool.source("a", "struct A { 1: string i; }");

        assertThat(tool.run("compat", "src", "--lock", "src").out()).contains("error[RPC1101]");
    }

    @Test
    void failsOnWhatItIsToldTo() {
        tool.source("a", "/// documented\nstruct A { 1: i32 i; }");

        assertThat(tool.run("compat", "src", "--against", "old").code()).isZero();
        assertThat(tool.run("compat", "src", "--against", "old").out()).contains("warning[RPC1104]");
        assertThat(tool.run("compat", "src", "--against", "old", "--fail-on", "SOURCE")
                        .code())
                .isZero();
        assertThat(tool.run("compat", "src", "--against", "old", "--fail-on", "doc")
                        .code())
                .isEqualTo(1);
        assertThat(tool.run("compat", "src", "--against", "old", "--fail-on", "DOC")
                        .out())
                .contains("error[RPC1104]");
    }

    @Test
    void printsOneDocument() {
        assertThat(tool.run("compat", "src", "--against", "src", "--json").out())
                .isEqualTo("{\"diagnostics\":[]}\n");
        assertThat(tool.run("compat", "src", "--against", "old", "--json").out())
                .startsWith("{\"diagnostics\":[{\"code\":\"RPC1101\"");
    }

    @Test
    void saysTroubleWhenThereIsNoRevision() {
        Tool.Run run = tool.run("compat", "src", "--git", "HEAD");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).contains("RPC1105", "`HEAD`");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            compat src                           | there is nothing to compare with; give one of `--against`, `--git` and `--lock`
            compat src --against old --lock src  | there is more than one baseline; give one of `--against`, `--git` and `--lock`
            compat src --against none            | the baseline `none` does not exist
            compat src --against old --fail-on X | the option `--fail-on` is WIRE, SEMANTIC, SOURCE or DOC, not `X`
            compat src/shop/a.rpcidl --lock src  | compat compares whole folders; name the one in which your packages start instead of `src/shop/a.rpcidl`
            """)
    void namesWrongUse(String line, String message) {
        assertThat(tool.run(line.split(" "))).isEqualTo(new Tool.Run(2, "", "rpcidl: " + message + "\n"));
    }
}
