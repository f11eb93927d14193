package io.rpcidl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written; that it builds is tested by building it. */
class InitCommandTest {

    @TempDir
    Path folder;

    private Tool tool;

    @BeforeEach
    void makeTool() {
        tool = new Tool(folder);
    }

    @Test
    void writesAProject() throws IOException {
        Tool.Run run = tool.run("init", "my-shop");

        assertThat(run).isEqualTo(new Tool.Run(0, """
                wrote .gitignore
                wrote README.md
                wrote pom.xml
                wrote src/main/java/my_shop/v1/server/PoliteGreeter.java
                wrote src/main/rpcidl/my_shop/v1/greeter.rpcidl
                wrote src/test/java/my_shop/v1/server/PoliteGreeterTest.java
                next: run `mvn verify` in `my-shop`
                """, ""));
        assertThat(folder.resolve("my-shop/pom.xml")).content().contains("<artifactId>my-shop</artifactId>");
        try (Stream<Path> files = Files.walk(folder.resolve("my-shop"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSize(6)
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("{{"));
        }
        assertThat(tool.run("check", "my-shop/src/main/rpcidl")).isEqualTo(new Tool.Run(0, "", ""));
    }

    @Test
    void takesNamesFromTheUser() {
        assertThat(tool.run("init", "X", "--name", "shop", "-p", "com.acme.shop.v2")
                        .code())
                .isZero();

        assertThat(folder.resolve("X/src/main/rpcidl/com/acme/shop/v2/greeter.rpcidl"))
                .content()
                .contains("package com.acme.shop.v2;");
        assertThat(folder.resolve("X/pom.xml"))
                .content()
                .contains("<groupId>com.acme.shop.v2</groupId>", "<artifactId>shop</artifactId>");
    }

    @Test
    void overwritesNothing() {
        Path readme = tool.write("shop/README.md", "mine");

        Tool.Run run = tool.run("init", "shop");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "rpcidl: `README.md` exists already in `shop`; nothing was written, choose another folder\n");
        assertThat(readme).hasContent("mine");
        assertThat(folder.resolve("shop")).isDirectoryNotContaining("glob:**pom.xml");
    }

    @Test
    void writesBesideOtherFiles() {
        tool.write("shop/notes.txt", "mine");

        assertThat(tool.run("init", "shop").code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            init Sh_op                      | the folder's name `sh_op` can't name a project; give `--name`
            init shop --name 1shop          | the name `1shop` can't name a project; give `--name`
            init shop --package int.shop    | the package `int.shop` is no package in Java
            init shop --package shop-v1     | the package `shop-v1` is no package in Java
            init shop --package Shop.v1     | the package segment `Shop` can't be a folder everywhere; give another package
            init shop --package con.v1      | the package segment `con` can't be a folder everywhere; give another package
            init shop --package java.shop   | the java package `java.shop` belongs to the platform
            """)
    void refusesNamesThatWouldNotBuild(String line, String message) throws IOException {
        Tool.Run run = tool.run(line.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("rpcidl: " + message);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void usesTheVersionsThatThisBuildUses() throws IOException {
        tool.run("init", "shop");
        String ours = withProperties(Files.readString(Path.of("../pom.xml")));
        Matcher plugin = Pattern.compile("<artifactId>(maven-\\w+-plugin)</artifactId>\\s*<version>.*?</version>")
                .matcher(Files.readString(folder.resolve("shop/pom.xml")));
        int found = 0;
        while (plugin.find()) {
            found++;
            assertThat(ours.replaceAll("\\s+", "")).contains(plugin.group().replaceAll("\\s+", ""));
        }
        assertThat(found).isEqualTo(4);
    }

    /** The text of a pom with its own properties put in. */
    private static String withProperties(String pom) {
        String whole = pom;
        Matcher property = Pattern.compile("<([\\w.-]+\\.version)>(.*?)</").matcher(pom);
        while (property.find()) {
            whole = whole.replace("${" + property.group(1) + "}", property.group(2));
        }
        return whole;
    }

    @Test
    void namesTheFolderThatCannotBeMade() throws IOException {
        Files.createFile(folder.resolve("file"));

        Tool.Run run = tool.run("init", "file/shop");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("rpcidl: `file").doesNotContain("Exception");
    }
}
