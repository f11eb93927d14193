package io.rpcidl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {

    @TempDir
    Path folder;

    private Tool tool;

    @BeforeEach
    void makeTool() {
        tool = new Tool(folder);
        tool.source("a", "struct A {}");
    }

    @Test
    void writesJavaAndSaysSo() {
        Tool.Run run = tool.run("generate", "src", "--output", "out/java");

        assertThat(run).isEqualTo(new Tool.Run(0, "generated Java in `out/java`: 2 files written, 0 deleted\n", ""));
        assertThat(folder.resolve("out/java/shop/A.java")).exists();
        assertThat(tool.run("generate", "src", "-oout/java").out()).contains("0 files written, 0 deleted");
    }

    @Test
    void deletesWhatItWroteAndNothingElse() {
        tool.run("generate", "src", "-o", "out");
        Path other = tool.write("out/shop/Other.java", "");
        tool.source("a", "struct B {}");

        assertThat(tool.run("generate", "src", "-o", "out").out()).contains("2 files written, 2 deleted");
        assertThat(folder.resolve("out/shop/A.java")).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void generatesForTheNamedFileAlone() {
        tool.source("b", "struct B {}");

        tool.run("generate", "src/shop/b.rpcidl", "-o", "out");

        assertThat(folder.resolve("out/shop/A.java")).doesNotExist();
        assertThat(folder.resolve("out/shop/B.java")).exists();
    }

    @Test
    void writesNothingWhenThereAreErrors() {
        tool.source("b", "struct B { 1: C c; }");

        Tool.Run run = tool.run("generate", "src", "-o", "out");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).endsWith("\n\n1 error\n");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void printsOneDocumentWhenItIsAskedFor() {
        assertThat(tool.run("generate", "src", "-o", "out", "--json"))
                .isEqualTo(new Tool.Run(0, "{\"diagnostics\":[]}\n", ""));
    }

    @Test
    void saysTroubleWhenTheOutputCannotBeWritten() throws IOException {
        Files.createFile(folder.resolve("out"));

        Tool.Run run = tool.run("generate", "src", "-o", "out");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).contains("RPC0901", "`out`");
    }
}
