package io.rpcidl.cli;

import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.generate.java.JavaBackend;
import io.rpcidl.compiler.lint.LintConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code rpcidl lint}: what is right, but better done otherwise. */
final class LintCommand implements Command {

    private static final String CODES = "RPC10";

    private static final Option CONFIG = Option.value(
            "--config",
            "FILE",
            "The file that says which rules are on. Without it, " + LintConfiguration.FILE_NAME
                    + " in the current folder if there is one, else every rule as documented.");

    @Override
    public String name() {
        return "lint";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Report what is legal in sources, but better done otherwise.",
                "Findings of lint are shown as warnings, and the exit code is 1 when there are any.");
    }

    @Override
    public Syntax syntax() {
        return SourceOptions.with(CONFIG);
    }

    @Override
    public int run(Arguments arguments, Session session) throws UsageException {
        Report report = Report.of(arguments, session);
        Diagnostics problems = new Diagnostics();
        Path file = configurationFile(arguments, session);
        LintConfiguration configuration =
                file == null ? LintConfiguration.DEFAULT : LintConfiguration.read(file, problems);
        if (problems.hasErrors()) {
            report.print(problems.sorted());
            return ExitCode.TROUBLE;
        }
        RpcidlCompiler compiler = new RpcidlCompiler(List.of(new JavaBackend()));
        CompileResult result = compiler.lint(SourceOptions.request(arguments, session, null), configuration);
        report.print(result.diagnostics());
        int code = Report.exitCode(result.diagnostics());
        return code == ExitCode.FINE && Report.anyOf(CODES, result.diagnostics()) ? ExitCode.FINDINGS : code;
    }

    private static @Nullable Path configurationFile(Arguments arguments, Session session) throws UsageException {
        if (!arguments.has(CONFIG)) {
            Path usual = session.path(LintConfiguration.FILE_NAME);
            return Files.isRegularFile(usual) ? usual : null;
        }
        String given = arguments.value(CONFIG, "");
        Path file = session.path(given);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UsageException("the configuration " + Words.quote(given) + " is no file that can be read");
        }
        return file;
    }
}
