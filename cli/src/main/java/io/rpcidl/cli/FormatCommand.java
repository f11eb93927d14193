package io.rpcidl.cli;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import java.util.List;

/** {@code rpcidl format}: the one style, in place or as a question. */
final class FormatCommand implements Command {

    private static final Option CHECK =
            Option.flag("--check", "Change nothing; report each source that is not formatted as an error.");

    @Override
    public String name() {
        return "format";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Give sources the one style, in place.",
                "Only white space changes. A source with a syntax error stays as it is.");
    }

    @Override
    public Syntax syntax() {
        return new Syntax(List.of(CHECK, Report.JSON, ColourOption.COLOUR), SourceOptions.SOURCES);
    }

    @Override
    public int run(Arguments arguments, Session session) throws UsageException {
        Report report = Report.of(arguments, session);
        SourceArguments sources = SourceArguments.of(arguments.operands(), session);
        CompileRequest request = new CompileRequest(sources.roots(), sources.files(), List.of(), null);
        RpcidlCompiler compiler = new RpcidlCompiler(List.of());
        CompileResult result = arguments.has(CHECK) ? compiler.formatCheck(request) : compiler.format(request);
        report.written("formatted", result.written());
        report.print(result.diagnostics());
        return Report.exitCode(result.diagnostics());
    }
}
