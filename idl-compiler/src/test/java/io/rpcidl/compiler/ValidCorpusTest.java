package io.rpcidl.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.diagnostic.DiagnosticRenderer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidCorpusTest {

    @Test
    void compilesWithoutAnyDiagnostic() {
        CompileResult result =
                new RpcidlCompiler(List.of()).compile(CompileRequest.check(Path.of("src/test/corpus/valid")));

        assertThat(new DiagnosticRenderer().text(result.diagnostics())).isEmpty();
        assertThat(result.schema()).isNotNull();
    }
}
