package io.rpcidl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockCommandTest {

    @TempDir
    Path folder;

    private Tool tool;

    @BeforeEach
    void makeTool() {
        tool = new Tool(folder);
        tool.source("a", "struct A { 1: i32 i; }");
    }

    @Test
    void writesALockFileBesideTheSource() {
        assertThat(tool.run("lock", "src")).isEqualTo(new Tool.Run(0, "wrote `src/shop/a.rpcidl.lock`\n", ""));

        assertThat(folder.resolve("src/shop/a.rpcidl.lock")).exists();
        assertThat(tool.run("lock", "src")).isEqualTo(new Tool.Run(0, "", ""));
        assertThat(tool.run("lock", "--check", "src")).isEqualTo(new Tool.Run(0, "", ""));
    }

    @Test
    void saysThatThereIsNone() {
        assertThat(tool.run("lock", "--check", "src"))
                .isEqualTo(new Tool.Run(
                        2,
                        "",
                        "rpcidl: there is no lock file for `src`; run `rpcidl lock` and commit what it writes\n"));
    }

    @Test
    void findsLocksThatAreOutOfDate() {
        tool.run("lock", "src");
        tool.source("a", "struct A { 1: i32 i; 2: i32 j = 1; }");

        Tool.Run run = tool.run("lock", "--check", "src");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("RPC1203");
        assertThat(tool.run("check", "src").code()).isZero();
    }

    @Test
    void refusesWhatBreaksALockUnlessItIsAccepted() {
        tool.run("lock", "src");
        tool.source("a", "struct A { 1: string i; }");

        Tool.Run refused = tool.run("lock", "src");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).contains("error[");
        assertThat(tool.run("lock", "src", "--accept", "shop.A.i"))
                .isEqualTo(new Tool.Run(0, "wrote `src/shop/a.rpcidl.lock`\n", ""));
    }

    @Test
    void locksASingleFile() {
        tool.source("b", "struct B {}");

        assertThat(tool.run("lock", "--check", "src/shop/a.rpcidl").err())
                .startsWith("rpcidl: there is no lock file for `src/shop/a.rpcidl`; ");
        assertThat(tool.run("lock", "src/shop/a.rpcidl").out()).isEqualTo("wrote `src/shop/a.rpcidl.lock`\n");
        assertThat(tool.run("lock", "--check", "src/shop/a.rpcidl")).isEqualTo(new Tool.Run(0, "", ""));
        tool.source("a", "struct A { 1: string i; }");
        assertThat(tool.run("check", "src/shop/a.rpcidl").code()).isEqualTo(1);
    }
}
