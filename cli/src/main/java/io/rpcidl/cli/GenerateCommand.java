package io.rpcidl.cli;

import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.generate.java.JavaBackend;
import java.util.List;

/** {@code rpcidl generate}: Java for the sources, all of it or nothing. */
final class GenerateCommand implements Command {

    private static final Option OUTPUT = Option.value(
                    "--output", "DIR", "The folder for the generated Java; it is made when it is missing.")
            .orShort("-o")
            .used(Option.Use.REQUIRED);

    @Override
    public String name() {
        return "generate";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Generate Java for sources.",
                "When a source has an error, nothing is written. Files that an earlier run generated and this one does"
                        + " not are deleted; other files in the output folder are left alone.");
    }

    @Override
    public Syntax syntax() {
        return SourceOptions.with(OUTPUT);
    }

    @Override
    public int run(Arguments arguments, Session session) throws UsageException {
        Report report = Report.of(arguments, session);
        String output = arguments.value(OUTPUT, "");
        RpcidlCompiler compiler = new RpcidlCompiler(List.of(new JavaBackend()));
        CompileResult result = compiler.compile(SourceOptions.request(arguments, session, session.path(output)));
        report.print(result.diagnostics());
        if (result.succeeded()) {
            report.say("generated Java in " + Words.quote(output) + ": "
                    + Words.count(result.written().size(), "file") + " written, "
                    + result.deleted().size() + " deleted");
        }
        return Report.exitCode(result.diagnostics());
    }
}
