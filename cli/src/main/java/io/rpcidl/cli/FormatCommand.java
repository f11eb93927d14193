package io.rpcidl.cli;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.fix.Fixes;
import io.rpcidl.compiler.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** {@code rpcidl format}: the one style, in place or as a question. */
final class FormatCommand implements Command {

    private static final Option CHECK =
            Option.flag("--check", "Change nothing; report each source that is not formatted as an error.");

    private static final Option DIFF =
            Option.flag("--diff", "Change nothing; print what would change, as a unified diff.");

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
        return new Syntax(List.of(CHECK, DIFF, Report.JSON, ColourOption.COLOUR), SourceOptions.SOURCES);
    }

    @Override
    public int run(Arguments arguments, Session session) throws UsageException {
        Report report = Report.of(arguments, session);
        SourceArguments sources = SourceArguments.of(arguments.operands(), session);
        CompileRequest request = new CompileRequest(sources.roots(), sources.files(), List.of(), null);
        RpcidlCompiler compiler = new RpcidlCompiler(List.of());
        if (arguments.has(DIFF)) {
            return differences(compiler.formatCheck(request), arguments, session);
        }
        CompileResult result = arguments.has(CHECK) ? compiler.formatCheck(request) : compiler.format(request);
        report.written("formatted", result.written());
        report.print(result.diagnostics());
        return Report.exitCode(result.diagnostics());
    }

    /** Prints the differences first, then what keeps other sources from being formatted. */
    private static int differences(CompileResult result, Arguments arguments, Session session) throws UsageException {
        if (arguments.has(Report.JSON)) {
            throw new UsageException("`--diff` and `--json` exclude each other");
        }
        List<Diagnostic> others = new ArrayList<>();
        for (Diagnostic diagnostic : result.diagnostics()) {
            if (diagnostic.code() == Code.NOT_FORMATTED && diagnostic.fix() != null) {
                SourceFile source = diagnostic.span().file();
                String formatted = Fixes.apply(source, List.of(diagnostic.fix()));
                session.out().print(new UnifiedDiff(source.text(), formatted).text(source.location()));
            } else {
                others.add(diagnostic);
            }
        }
        Report.of(arguments, session).print(others);
        return Report.exitCode(result.diagnostics());
    }
}
