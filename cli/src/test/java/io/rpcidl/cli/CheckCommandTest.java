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

class CheckCommandTest {

    @TempDir
    Path folder;

    private Tool tool;

    @BeforeEach
    void makeTool() {
        tool = new Tool(folder);
    }

    @Test
    void saysNothingOfSourcesWithoutFindings() {
        tool.source("a", "struct A {}");

        assertThat(tool.run("check", "src")).isEqualTo(new Tool.Run(0, "", ""));
    }

    @Test
    void showsFindingsOnStandardOutput() {
        tool.source("a", "struct A { 1: Nmae n; }");

        Tool.Run run = tool.run("check", "src");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("error[RPC0208]: ")
                .contains(" --> src/shop/a.rpcidl:3:15\n", "3 | struct A { 1: Nmae n; }\n")
                .endsWith("\n\n1 error\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void countsWarningsWithoutFailing() {
        tool.source("a", "struct A {}\n/// of nothing");
        tool.source("b", "struct B {}\n/// of nothing");

        Tool.Run run = tool.run("check", "src");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("warning[RPC0111]").endsWith("\n\n2 warnings\n");
    }

    @Test
    void countsErrorsBesideWarnings() {
        tool.source("a", "struct A { 1: B b; 2: C c; }\n/// of nothing");

        assertThat(tool.run("check", "src").out()).endsWith("\n\n2 errors, 1 warning\n");
    }

    @Test
    void findsTheRootOfASingleFile() {
        Path file = tool.source("a", "import \"shop/b.rpcidl\" as b;\nstruct A { 1: b.B b; }");
        tool.source("b", "struct B {}");
        tool.source("broken", "struct {");

        assertThat(tool.run("check", "src/shop/a.rpcidl")).isEqualTo(new Tool.Run(0, "", ""));
        assertThat(tool.run("check", file.toString())).isEqualTo(new Tool.Run(0, "", ""));
    }

    @Test
    void takesASourceOnceHoweverOftenItIsNamed() {
        tool.source("a", "struct A { 1: B b; }");

        Tool.Run run = tool.run("check", "src", "src/shop/a.rpcidl", "./src", "src/shop/../shop/a.rpcidl");

        assertThat(run.out()).endsWith("\n\n1 error\n");
    }

    @Test
    void looksImportsUpInFoldersAndJars() throws IOException {
        tool.source(
                "a", "import \"lib/l.rpcidl\" as l;\nimport \"kit/k.rpcidl\" as k;\nstruct A { 1: l.L l; 2: k.K k; }");
        tool.write("imports/lib/l.rpcidl", "rpcidl 1;\npackage lib;\nstruct L {}\n");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("kit.jar")))) {
            jar.putNextEntry(new JarEntry("META-INF/rpcidl/kit/k.rpcidl"));
            jar.write("rpcidl 1;\npackage kit;\nstruct K {}\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(tool.run("check", "src").code()).isEqualTo(1);
        assertThat(tool.run("check", "--import-root", "imports", "--import-root=kit.jar", "src"))
                .isEqualTo(new Tool.Run(0, "", ""));
    }

    @Test
    void reportsWhatOnlyJavaRefuses() {
        tool.source("a", "struct Ab {}\nstruct AB {}");

        assertThat(tool.run("check", "src").out()).contains("RPC0801");
    }

    @Test
    void printsOneDocumentWithFindingsAndWithout() {
        tool.source("a", "struct A {}");

        assertThat(tool.run("check", "--json", "src")).isEqualTo(new Tool.Run(0, "{\"diagnostics\":[]}\n", ""));

        tool.source("a", "struct A { 1: B b; }");
        Tool.Run run = tool.run("check", "--json", "src");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("{\"diagnostics\":[{\"code\":\"RPC0208\",")
                .endsWith("]}\n");
        assertThat(run.out().lines()).hasSize(1);
    }

    @Test
    void saysTroubleWhenASourceCannotBeRead() throws IOException {
        tool.source("a", "struct A {}");
        Files.createSymbolicLink(folder.resolve("src/shop/b.rpcidl"), folder.resolve("nowhere"));

        Tool.Run run = tool.run("check", "src");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).contains("RPC0001", "src/shop/b.rpcidl");
    }

    @Test
    void usesColourOnlyWhereItIsWanted() {
        tool.source("a", "struct A { 1: B b; }");
        tool.environment.put("TERM", "xterm");

        assertThat(tool.run("check", "src").out()).doesNotContain("\u001b");
        assertThat(tool.run("check", "src", "--colour=always").out()).contains("\u001b");
        tool.terminal = true;
        assertThat(tool.run("check", "src").out()).contains("\u001b");
        assertThat(tool.run("check", "src", "--colour=never").out()).doesNotContain("\u001b");
        tool.environment.put("NO_COLOR", "1");
        assertThat(tool.run("check", "src").out()).doesNotContain("\u001b");
        assertThat(tool.run("check", "src", "--colour", "always").out()).contains("\u001b");
        tool.environment.put("NO_COLOR", "");
        assertThat(tool.run("check", "src").out()).contains("\u001b");
        tool.environment.put("TERM", "dumb");
        assertThat(tool.run("check", "src").out()).doesNotContain("\u001b");
    }

    @Test
    void fixesWhatCanBeFixedAndReportsTheRest() {
        Path source = tool.source("a", "struct A { 1: i32 i }\nstruct B { 1: C c; }");

        Tool.Run run = tool.run("check", "--fix", "src");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("fixed `src/shop/a.rpcidl`\nerror[RPC0208]")
                .endsWith("\n\n1 error\n");
        assertThat(source).content().contains("1: i32 i; }");
    }
}
