package io.rpcidl.maven;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** One run of the compiler, with everything it has to say in Maven's log. */
final class Generation {

    private final RpcidlCompiler compiler;
    private final Log log;

    Generation(RpcidlCompiler compiler, Log log) {
        this.compiler = compiler;
        this.log = log;
    }

    /**
     * Generates Java for the sources, or nothing at all when one of them has an error.
     *
     * @throws MojoFailureException with the number of errors, which are in the log by then
     */
    void run(Folders folders) throws MojoFailureException {
        CompileRequest request = new CompileRequest(List.of(folders.sources()), folders.imports(), folders.output());
        CompileResult result = compiler.compile(request);
        int errors = new DiagnosticLog(log).report(result.diagnostics());
        if (!result.succeeded()) {
            String count = errors == 1 ? "1 error" : errors + " errors";
            throw new MojoFailureException(count + " in " + folders.sources() + "; nothing was generated");
        }
        log.info("generated Java in " + folders.output() + ": "
                + result.written().size() + " files written, "
                + result.deleted().size() + " deleted");
    }
}
