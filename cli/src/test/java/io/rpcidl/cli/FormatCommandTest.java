package io.rpcidl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatCommandTest {

    @TempDir
    Path folder;

    private Tool tool;
    private Path source;

    @BeforeEach
    void makeTool() {
        tool = new Tool(folder);
        source = tool.write("src/shop/a.rpcidl", "rpcidl 1;\n\npackage shop;\n\nstruct   A {}\n");
    }

    @Test
    void formatsInPlaceOnce() {
        assertThat(tool.run("format", "src")).isEqualTo(new Tool.Run(0, "formatted `src/shop/a.rpcidl`\n", ""));

        assertThat(source).hasContent("rpcidl 1;\n\npackage shop;\n\nstruct A {}\n");
        assertThat(tool.run("format", "src")).isEqualTo(new Tool.Run(0, "", ""));
        assertThat(tool.run("format", "--check", "src")).isEqualTo(new Tool.Run(0, "", ""));
    }

    @Test
    void reportsWithoutChangingWhenItIsAskedTo() throws IOException {
        String before = Files.readString(source);

        Tool.Run run = tool.run("format", "--check", "src");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("RPC1301", "src/shop/a.rpcidl:5:1").endsWith("\n\n1 error\n");
        assertThat(source).hasContent(before);
        assertThat(tool.run("format", "--check", "--json", "src").out()).startsWith("{\"diagnostics\":[{");
    }

    @Test
    void printsADiffWithoutChangingWhenItIsAskedTo() throws IOException {
        String before = Files.readString(source);

        Tool.Run run = tool.run("format", "--diff", "src");

        assertThat(run)
                .isEqualTo(new Tool.Run(
                        1,
                        "--- src/shop/a.rpcidl\n+++ src/shop/a.rpcidl\n"
                                + "@@ -2,4 +2,4 @@\n \n package shop;\n \n-struct   A {}\n+struct A {}\n",
                        ""));
        assertThat(source).hasContent(before);
        tool.run("format", "src");
        assertThat(tool.run("format", "--diff", "src")).isEqualTo(new Tool.Run(0, "", ""));
    }

    @Test
    void reportsBehindTheDiffWhatCannotBeFormatted() {
        tool.source("broken", "struct {");

        Tool.Run run = tool.run("format", "--diff", "src");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("--- src/shop/a.rpcidl\n")
                .contains("+struct A {}\nerror[", "src/shop/broken.rpcidl")
                .doesNotContain("RPC1301");
        assertThat(tool.run("format", "--diff", "--json", "src"))
                .isEqualTo(new Tool.Run(2, "", "rpcidl: `--diff` and `--json` exclude each other\n"));
    }

    @Test
    void formatsSourcesBesideBrokenOnes() {
        tool.source("broken", "struct {");

        Tool.Run run = tool.run("format", "src");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).startsWith("formatted `src/shop/a.rpcidl`\n").contains("src/shop/broken.rpcidl");
    }

    @Test
    void formatsASingleFile() {
        tool.source("b", "struct   B {}");

        assertThat(tool.run("format", "src/shop/a.rpcidl").out()).isEqualTo("formatted `src/shop/a.rpcidl`\n");
        assertThat(tool.run("format", "--check", "src").out()).contains("src/shop/b.rpcidl");
    }

    @Test
    void saysNothingButADocumentWhenItIsAskedFor() {
        assertThat(tool.run("format", "--json", "src")).isEqualTo(new Tool.Run(0, "{\"diagnostics\":[]}\n", ""));
    }

    @Test
    void saysTroubleWhenASourceCannotBeWritten() throws IOException {
        Files.createDirectories(folder.resolve("other"));
        Files.move(source, folder.resolve("other/a.rpcidl"));
        Files.createSymbolicLink(source, Path.of("../../src/shop/real.rpcidl"));
        Files.move(folder.resolve("other/a.rpcidl"), folder.resolve("src/shop/real.rpcidl"));

        Tool.Run run = tool.run("format", "src");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).contains("RPC0904", "symbolic link");
    }
}
