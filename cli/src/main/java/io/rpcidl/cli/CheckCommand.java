package io.rpcidl.cli;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.generate.java.JavaBackend;
import java.util.List;

/** {@code rpcidl check}: everything that is wrong with the sources, and nothing is generated. */
final class CheckCommand implements Command {

    private static final Option FIX =
            Option.flag("--fix", "Make the changes that findings propose, in place, and report what is left.");

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
        return SourceOptions.with(FIX);
    }

    @Override
    public int run(Arguments arguments, Session session) throws UsageException {
        Report report = Report.of(arguments, session);
        RpcidlCompiler compiler = new RpcidlCompiler(List.of(new JavaBackend()));
        CompileRequest request = SourceOptions.request(arguments, session, null);
        CompileResult result = arguments.has(FIX) ? compiler.fix(request) : compiler.compile(request);
        report.written("fixed", result.written());
        report.print(result.diagnostics());
        return Report.exitCode(result.diagnostics());
    }
}
