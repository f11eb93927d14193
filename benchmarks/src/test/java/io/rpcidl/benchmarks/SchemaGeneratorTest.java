package io.rpcidl.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.generate.java.JavaBackend;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.Service;
import io.rpcidl.compiler.model.Struct;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaGeneratorTest {

    private static final int FILES = 60;

    @TempDir
    Path root;

    @Test
    void writesSchemasWithoutAMistakeOfTheSizeAskedFor() throws IOException {
        for (long seed = 0; seed < 5; seed++) {
            new SchemaGenerator(FILES, seed).write(root);

            CompileResult result = new RpcidlCompiler(List.of(new JavaBackend())).compile(CompileRequest.check(root));

            assertThat(result.diagnostics()).isEmpty();
            assertThat(result.schema()).isNotNull();
            assertThat(result.schema().files()).hasSize(FILES);
            assertThat(count(result, Struct.class)).isEqualTo(FILES * SchemaGenerator.STRUCTS);
            assertThat(count(result, Service.class)).isEqualTo(FILES);
        }
    }

    @Test
    void dependsOnItsArgumentsAlone() {
        assertThat(new SchemaGenerator(FILES, 7).source(30)).isEqualTo(new SchemaGenerator(FILES, 7).source(30));
        assertThat(new SchemaGenerator(FILES, 7).source(30)).isNotEqualTo(new SchemaGenerator(FILES, 8).source(30));
    }

    private static long count(CompileResult result, Class<? extends Definition> kind) {
        return result.schema().definitions().values().stream()
                .filter(kind::isInstance)
                .count();
    }
}
