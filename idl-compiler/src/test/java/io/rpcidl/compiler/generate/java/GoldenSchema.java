package io.rpcidl.compiler.generate.java;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.model.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The schema of the golden files. */
final class GoldenSchema {

    static final Path SOURCES = Path.of("src", "golden", "rpcidl");
    static final Path JAVA = Path.of("src", "golden", "java");

    private GoldenSchema() {}

    static Schema load() {
        CompileResult result = new RpcidlCompiler(List.of(new JavaBackend())).compile(CompileRequest.check(SOURCES));
        if (!result.succeeded()) {
            throw new AssertionError(result.diagnostics());
        }
        return Objects.requireNonNull(result.schema());
    }
}
