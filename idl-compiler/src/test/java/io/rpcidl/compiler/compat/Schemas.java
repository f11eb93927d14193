package io.rpcidl.compiler.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.describe.Describer;
import io.rpcidl.compiler.diagnostic.DiagnosticRenderer;
import io.rpcidl.compiler.generate.java.JavaBackend;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.compat.Compatibility;
import io.rpcidl.schema.compat.Finding;
import java.nio.file.Path;
import java.util.List;

/** Schemas of sources that a test has. */
final class Schemas {

    private Schemas() {}

    static List<Finding> compare(Path older, Path newer) {
        return Compatibility.compare(describe(older), describe(newer));
    }

    static SchemaDescriptor describe(Path root) {
        return Describer.describe(of(root));
    }

    /** The schema of sources without a mistake. */
    static Schema of(Path root) {
        CompileResult result = new RpcidlCompiler(List.of(new JavaBackend())).compile(CompileRequest.check(root));
        Schema schema = result.schema();
        assertThat(result.succeeded())
                .as(() -> new DiagnosticRenderer().text(result.diagnostics()))
                .isTrue();
        assertThat(schema).isNotNull();
        return schema;
    }
}
