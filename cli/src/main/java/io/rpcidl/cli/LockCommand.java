package io.rpcidl.cli;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@code rpcidl lock}: the lock files beside the sources, which remember every number that was ever used. */
final class LockCommand implements Command {

    private static final String EXTENSION = ".rpcidl.lock";
    private static final String CODES = "RPC12";

    private static final Option CHECK = Option.flag(
            "--check",
            "Write nothing; the exit code is 1 when a lock file is missing, out of date or broken by a change.");

    private static final Option ACCEPT = Option.value(
                    "--accept",
                    "NAME",
                    "Let go what breaks a lock: the name in full of a definition or of a member, such as"
                            + " shop.orders.v1.Order.note. It may be given several times.")
            .used(Option.Use.REPEATED);

    @Override
    public String name() {
        return "lock";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Write the lock file beside each source, or bring it up to date.",
                "A lock file holds every number that was ever used; commit it. What breaks a lock is refused.");
    }

    @Override
    public Syntax syntax() {
        return new Syntax(
                List.of(CHECK, ACCEPT, SourceOptions.IMPORT_ROOT, Report.JSON, ColourOption.COLOUR),
                SourceOptions.SOURCES);
    }

    @Override
    public int run(Arguments arguments, Session session) throws UsageException, IOException {
        Report report = Report.of(arguments, session);
        CompileRequest request = SourceOptions.request(arguments, session, null);
        RpcidlCompiler compiler = new RpcidlCompiler(List.of());
        if (arguments.has(CHECK)) {
            return check(compiler.compile(request), request, report);
        }
        CompileResult result = compiler.lock(request, Set.copyOf(arguments.values(ACCEPT)));
        report.written("wrote", result.written());
        report.print(result.diagnostics());
        return Report.exitCode(result.diagnostics());
    }

    private static int check(CompileResult result, CompileRequest request, Report report)
            throws UsageException, IOException {
        if (result.succeeded()) {
            for (Path root : request.sourceRoots()) {
                require(hasLocks(root), root);
            }
            for (Path file : request.sourceFiles()) {
                require(Files.exists(file.resolveSibling(file.getFileName() + ".lock")), file);
            }
        }
        report.print(result.diagnostics());
        int code = Report.exitCode(result.diagnostics());
        return code == ExitCode.FINE && Report.anyOf(CODES, result.diagnostics()) ? ExitCode.FINDINGS : code;
    }

    private static void require(boolean locked, Path source) throws UsageException {
        if (!locked) {
            throw new UsageException("there is no lock file for " + Words.quote(source.toString())
                    + "; run `rpcidl lock` and commit what it writes");
        }
    }

    private static boolean hasLocks(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root.toRealPath())) {
            return files.anyMatch(file -> file.toString().endsWith(EXTENSION));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
