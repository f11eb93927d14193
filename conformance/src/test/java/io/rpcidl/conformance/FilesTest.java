package io.rpcidl.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.describe.Describer;
import io.rpcidl.schema.json.DescriptorJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files are what is generated; refresh with -Drpcidl.vectors=update and read the difference. */
class FilesTest {

    private static final boolean UPDATE = "update".equals(System.getProperty("rpcidl.vectors"));
    private static final Path BY_HAND = Case.FOLDER.resolve("by-hand");

    @Test
    void theVectorsAreThoseThatAreGenerated() throws IOException {
        Map<Path, String> expected = new TreeMap<>();
        VectorFiles.generated().forEach((path, text) -> expected.put(Case.FOLDER.resolve(path), text));
        assertHolds(expected);
        Set<Path> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Case.FOLDER)) {
            files.filter(file -> Files.isRegularFile(file) && !file.startsWith(BY_HAND))
                    .forEach(found::add);
        }
        assertThat(found).as("delete what is generated no more").isEqualTo(expected.keySet());
    }

    @Test
    void theDescriptorsAreThoseOfTheSources() throws IOException {
        Map<Path, String> expected = new TreeMap<>();
        for (String name : Schemas.names()) {
            String descriptor = DescriptorJson.write(Describer.describe(Schemas.compiled(name)));
            expected.put(Schemas.descriptor(name), descriptor);
            assertThat(new RpcidlCompiler(List.of())
                            .formatCheck(CompileRequest.check(Schemas.sources(name)))
                            .diagnostics())
                    .isEmpty();
        }
        assertHolds(expected);
    }

    private static void assertHolds(Map<Path, String> expected) throws IOException {
        for (Map.Entry<Path, String> file : expected.entrySet()) {
            if (UPDATE) {
                Files.createDirectories(file.getKey().getParent());
                Files.writeString(file.getKey(), file.getValue());
            }
            assertThat(file.getKey())
                    .content()
                    .as("refresh with -Drpcidl.vectors=update")
                    .isEqualTo(file.getValue());
        }
    }
}
