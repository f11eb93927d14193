package io.rpcidl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {

    @TempDir
    Path folder;

    private Tool tool;

    @BeforeEach
    void makeTool() {
        tool = new Tool(folder);
        tool.write("src/shop/v1/a.rpcidl", """
                rpcidl 1;

                /// A shop.
                package shop.v1;

                /// Something to buy.
                struct Product {
                  1: u32 Quantity;
                }
                """);
    }

    @Test
    void findsWhatIsBetterDoneOtherwise() {
        Tool.Run run = tool.run("lint", "src");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("warning[RPC1002]", "src/shop/v1/a.rpcidl:8:")
                .endsWith("\n\n1 warning\n");
        assertThat(tool.run("check", "src")).isEqualTo(new Tool.Run(0, "", ""));
    }

    @Test
    void takesTheConfigurationThatItIsGiven() {
        tool.write("my.properties", "field-name = off\n");

        assertThat(tool.run("lint", "src", "--config", "my.properties")).isEqualTo(new Tool.Run(0, "", ""));
    }

    @Test
    void takesTheConfigurationOfTheCurrentFolder() {
        tool.write("rpcidl-lint.properties", "field-name = off\n");

        assertThat(tool.run("lint", "src")).isEqualTo(new Tool.Run(0, "", ""));
    }

    @Test
    void saysTroubleWhenTheConfigurationSaysNothing() {
        tool.write("my.properties", "fieldname = off\n");

        Tool.Run run = tool.run("lint", "src", "--config", "my.properties");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).contains("error[RPC1093]", "my.properties:1:1");
        assertThat(tool.run("lint", "src", "--config", "none"))
                .isEqualTo(new Tool.Run(2, "", "rpcidl: the configuration `none` is no file that can be read\n"));
    }

    @Test
    void printsOneDocument() {
        assertThat(tool.run("lint", "src", "--json").out()).startsWith("{\"diagnostics\":[{\"code\":\"RPC1002\"");
    }

    @Test
    void findsNothingInANewProject() {
        tool.run("init", "hello");

        assertThat(tool.run("lint", "hello/src/main/rpcidl")).isEqualTo(new Tool.Run(0, "", ""));
        assertThat(tool.run("format", "--check", "hello/src/main/rpcidl")).isEqualTo(new Tool.Run(0, "", ""));
    }
}
