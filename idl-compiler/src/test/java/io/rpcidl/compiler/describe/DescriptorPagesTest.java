package io.rpcidl.compiler.describe;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.Sources;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.SchemaIndex;
import io.rpcidl.schema.canonical.CanonicalForm;
import io.rpcidl.schema.canonical.SchemaHash;
import io.rpcidl.schema.json.DescriptorJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the pages about descriptors are what the code does. */
class DescriptorPagesTest {

    private static final Path PAGES = Path.of("..", "docs");

    @TempDir
    Path folder;

    @Test
    void hashesTheExample() throws IOException {
        String page = Files.readString(PAGES.resolve("schema-hash.md"));
        SchemaIndex index = SchemaIndex.of(compile(block(page, "rpcidl")));
        assertThat(CanonicalForm.of(index, "shop.v1.Shop")).isEqualTo(block(page, "canonical"));
        assertThat(SchemaHash.of(index, "shop.v1.Shop") + "\n").isEqualTo(block(page, "hash"));
    }

    @Test
    void writesTheExampleAsJson() throws IOException {
        String page = Files.readString(PAGES.resolve("descriptor.md"));
        SchemaDescriptor descriptor = compile(block(page, "rpcidl"));
        assertThat(DescriptorJson.write(descriptor)).isEqualTo(block(page, "json"));
        assertThat(DescriptorJson.read(block(page, "json"))).isEqualTo(descriptor);
    }

    private SchemaDescriptor compile(String source) {
        new Sources(folder).withBytes("shop/v1/shop.rpcidl", source.getBytes(StandardCharsets.UTF_8));
        CompileResult result = new RpcidlCompiler(List.of()).compile(CompileRequest.check(folder));
        assertThat(result.diagnostics()).isEmpty();
        return Describer.describe(Objects.requireNonNull(result.schema()));
    }

    /** The only block of a page with this word behind its fence. */
    private static String block(String page, String word) {
        Matcher block =
                Pattern.compile("```" + word + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(block.find()).as("a block of " + word).isTrue();
        return block.group(1);
    }
}
