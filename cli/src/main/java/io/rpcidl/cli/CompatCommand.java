package io.rpcidl.cli;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.compat.Baseline;
import io.rpcidl.schema.compat.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code rpcidl compat}: what changed since a baseline, and whom that breaks. */
final class CompatCommand implements Command {

    private static final Option AGAINST = Option.value(
            "--against", "PATH", "Compare with the sources below a folder, or below META-INF/rpcidl/ in a jar.");

    private static final Option GIT = Option.value(
            "--git",
            "REV",
            "Compare with the same folder at a revision of its git repository, such as main or HEAD~1. Needs the program"
                    + " git; nothing is fetched or checked out.");

    private static final Option LOCK =
            Option.value("--lock", "DIR", "Compare with the lock files below a folder, most often SOURCE itself.");

    private static final Option FAIL_ON = Option.value(
                    "--fail-on",
                    "LEVEL",
                    "WIRE, SEMANTIC, SOURCE or DOC: changes that reach as far as this are errors, others are warnings."
                            + " Without it, WIRE.")
            .oneOf(List.of("WIRE", "SEMANTIC", "SOURCE", "DOC"));

    @Override
    public String name() {
        return "compat";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Report what changed in sources since a baseline, and how far each change reaches.",
                "One of --against, --git and --lock names the baseline.");
    }

    @Override
    public Syntax syntax() {
        Syntax.Operands folder =
                new Syntax.Operands("SOURCE", "The folder in which packages start.", List.of(), Syntax.Count.ONE);
        return new Syntax(
                List.of(AGAINST, GIT, LOCK, FAIL_ON, SourceOptions.IMPORT_ROOT, Report.JSON, ColourOption.COLOUR),
                folder);
    }

    @Override
    public int run(Arguments arguments, Session session) throws UsageException {
        Report report = Report.of(arguments, session);
        Level failing = level(arguments);
        Baseline baseline = baseline(arguments, session);
        CompileRequest request = SourceOptions.request(arguments, session, null);
        if (!request.sourceFiles().isEmpty()) {
            throw new UsageException("compat compares whole folders; name the one in which your packages start instead"
                    + " of " + Words.quote(arguments.operand()));
        }
        CompileResult result = new RpcidlCompiler(List.of()).compat(request, baseline, failing);
        report.print(result.diagnostics());
        return Report.exitCode(result.diagnostics());
    }

    private static Level level(Arguments arguments) throws UsageException {
        String text = arguments.value(FAIL_ON, Level.WIRE.name());
        for (Level level : Level.values()) {
            if (level.name().equals(text.toUpperCase(Locale.ROOT))) {
                return level;
            }
        }
        throw new UsageException("the option `--fail-on` is WIRE, SEMANTIC, SOURCE or DOC, not " + Words.quote(text));
    }

    private static Baseline baseline(Arguments arguments, Session session) throws UsageException {
        List<Baseline> given = new ArrayList<>();
        if (arguments.has(AGAINST)) {
            given.add(sources(arguments.value(AGAINST, ""), session));
        }
        if (arguments.has(GIT)) {
            given.add(Baseline.ofGitRevision(session.path(arguments.operand()), arguments.value(GIT, "")));
        }
        if (arguments.has(LOCK)) {
            given.add(Baseline.ofLock(folder(arguments.value(LOCK, ""), session)));
        }
        if (given.size() != 1) {
            throw new UsageException(
                    (given.isEmpty() ? "there is nothing to compare with" : "there is more than one baseline")
                            + "; give one of `--against`, `--git` and `--lock`");
        }
        return given.get(0);
    }

    private static Baseline sources(String text, Session session) throws UsageException {
        Path path = session.path(text);
        if (Files.isRegularFile(path)) {
            return Baseline.ofJar(path);
        }
        return Baseline.ofDirectory(folder(text, session));
    }

    private static Path folder(String text, Session session) throws UsageException {
        Path path = session.path(text);
        if (!Files.isDirectory(path)) {
            throw new UsageException("the baseline " + Words.quote(text) + " does not exist");
        }
        return path;
    }
}
