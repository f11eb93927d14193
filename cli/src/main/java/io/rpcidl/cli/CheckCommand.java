package io.rpcidl.cli;

import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.generate.java.JavaBackend;
import java.util.List;

/** {@code rpcidl check}: everything that is wrong with the sources, and nothing is written. */
final class CheckCommand implements Command {

    @Override
    public String name() {
        return "check";
    }

    @Override
    public List<String> description() {
        return List.of("Report everything that is wrong with sources, also what only Java would refuse.");
    }

    @Override
    public Syntax syntax() {
        return SourceOptions.with();
    }

    @Override
    public int run(Arguments arguments, Session session) throws UsageException {
        Report report = Report.of(arguments, session);
        RpcidlCompiler compiler = new RpcidlCompiler(List.of(new JavaBackend()));
        CompileResult result = compiler.compile(SourceOptions.request(arguments, session, null));
        report.print(result.diagnostics());
        return Report.exitCode(result.diagnostics());
    }
}
