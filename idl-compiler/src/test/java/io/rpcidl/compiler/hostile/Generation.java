package io.rpcidl.compiler.hostile;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.diagnostic.DiagnosticRenderer;
import io.rpcidl.compiler.generate.GeneratedFile;
import io.rpcidl.compiler.generate.java.JavaBackend;
import java.nio.file.Path;
import java.util.List;

/** Java from sources on disk, all the way but for the writing. */
final class Generation {

    private Generation() {}

    static CompileResult check(Path root) {
        return new RpcidlCompiler(List.of(new JavaBackend())).compile(CompileRequest.check(root));
    }

    /** The files of sources without a mistake. */
    static List<GeneratedFile> files(Path root) {
        CompileResult result = check(root);
        if (result.schema() == null || !result.diagnostics().isEmpty()) {
            throw new AssertionError(new DiagnosticRenderer().text(result.diagnostics()));
        }
        return new JavaBackend().generate(result.schema());
    }
}
