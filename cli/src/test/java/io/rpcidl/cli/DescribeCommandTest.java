package io.rpcidl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.SchemaDescriptors;
import io.rpcidl.schema.json.DescriptorJson;
import io.rpcidl.value.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescribeCommandTest {

    @TempDir
    Path folder;

    private Tool tool;

    @BeforeEach
    void makeTool() {
        tool = new Tool(folder);
        tool.source("a", "service Shop { 1: void open(); }\nservice Bank { 1: void close(); }\n/// of nothing");
    }

    @Test
    void printsTheDescriptorAsJson() {
        Tool.Run run = tool.run("describe", "src");

        assertThat(run.code()).isZero();
        SchemaDescriptor descriptor = DescriptorJson.read(run.out());
        assertThat(descriptor.files())
                .singleElement()
                .satisfies(file -> assertThat(file.path()).isEqualTo("shop/a.rpcidl"));
    }

    @Test
    void writesTheSameDescriptorInOurEncoding() throws IOException {
        assertThat(tool.run("describe", "src", "-o", "out/shop.descriptor")).isEqualTo(new Tool.Run(0, "", ""));

        Bytes written = Bytes.of(Files.readAllBytes(folder.resolve("out/shop.descriptor")));
        assertThat(SchemaDescriptors.read(written))
                .isEqualTo(DescriptorJson.read(tool.run("describe", "src").out()));
    }

    @Test
    void printsTheHashOfEachService() {
        Tool.Run run = tool.run("describe", "--hash", "src");

        assertThat(run.out()).matches("[0-9a-f]{32}  shop\\.Bank\n[0-9a-f]{32}  shop\\.Shop\n[0-9a-f]{32}  schema\n");
        tool.source("a", "service Shop { 1: void open(); }\nservice Bank { 1: void close(1: i32 i); }");
        String[] before = run.out().split("\n");
        String[] after = tool.run("describe", "--hash", "src").out().split("\n");
        assertThat(after[0]).isNotEqualTo(before[0]);
        assertThat(after[1]).isEqualTo(before[1]);
        assertThat(after[2]).isNotEqualTo(before[2]);
    }

    @Test
    void reportsErrorsInstead() {
        tool.source("a", "struct A { 1: B b; }");

        assertThat(tool.run("describe", "src").code()).isEqualTo(1);
        assertThat(tool.run("describe", "src").out()).startsWith("error[RPC0208]");
        assertThat(tool.run("describe", "--json", "src").out()).startsWith("{\"diagnostics\":[{");
    }

    @Test
    void namesTheFileThatCannotBeWritten() throws IOException {
        Files.createDirectories(folder.resolve("out"));

        Tool.Run run = tool.run("describe", "src", "--output", "out");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("rpcidl: `out` can't be read or written: ");
        assertThat(tool.run("describe", "src", "--output", "x", "--hash").err())
                .isEqualTo("rpcidl: `--hash` and `--output` exclude each other; a hash is printed\n");
    }
}
