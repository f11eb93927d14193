package io.rpcidl.cli;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.DiagnosticRenderer;
import io.rpcidl.compiler.diagnostic.JsonRenderer;
import io.rpcidl.compiler.diagnostic.Severity;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Shows diagnostics on standard output, for people or for programs, and knows what exit code they make. */
final class Report {

    static final Option JSON = Option.flag("--json", "Print one JSON document instead of text for people.");

    /** What no change of the sources can repair. */
    private static final Set<Code> TROUBLE = EnumSet.of(
            Code.UNREADABLE, Code.BAD_ROOT, Code.OUTPUT, Code.SOURCE_REWRITE, Code.BASELINE, Code.LOCK_WRITE);

    private final Session session;
    private final boolean json;
    private final ColourOption colour;

    private Report(Session session, boolean json, ColourOption colour) {
        this.session = session;
        this.json = json;
        this.colour = colour;
    }

    /** A report as the arguments want it. */
    static Report of(Arguments arguments, Session session) throws UsageException {
        return new Report(session, arguments.has(JSON), ColourOption.read(arguments));
    }

    /** Prints the diagnostics; as JSON also when there are none. */
    void print(List<Diagnostic> diagnostics) {
        if (json) {
            session.out().print(new JsonRenderer().text(diagnostics));
        } else if (!diagnostics.isEmpty()) {
            session.out().print(new DiagnosticRenderer(colour.decide(session)).text(diagnostics));
            session.out().print("\n" + summary(diagnostics) + "\n");
        }
    }

    /** Prints a line for people about what was done. */
    void say(String line) {
        if (!json) {
            session.out().print(line + "\n");
        }
    }

    /** Prints a line for each file that was changed. */
    void written(String done, List<Path> files) {
        for (Path file : files) {
            say(done + " " + Words.quote(file.toString()));
        }
    }

    /** What the diagnostics make of the exit code. */
    static int exitCode(List<Diagnostic> diagnostics) {
        int code = ExitCode.FINE;
        for (Diagnostic diagnostic : diagnostics) {
            if (TROUBLE.contains(diagnostic.code())) {
                return ExitCode.TROUBLE;
            }
            if (diagnostic.severity() == Severity.ERROR) {
                code = ExitCode.FINDINGS;
            }
        }
        return code;
    }

    /** Whether there is a diagnostic whose code starts like this. */
    static boolean anyOf(String codes, List<Diagnostic> diagnostics) {
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.code().id().startsWith(codes)) {
                return true;
            }
        }
        return false;
    }

    private static String summary(List<Diagnostic> diagnostics) {
        int errors = 0;
        for (Diagnostic diagnostic : diagnostics) {
            errors += diagnostic.severity() == Severity.ERROR ? 1 : 0;
        }
        int warnings = diagnostics.size() - errors;
        if (errors == 0) {
            return Words.count(warnings, "warning");
        }
        return Words.count(errors, "error") + (warnings == 0 ? "" : ", " + Words.count(warnings, "warning"));
    }
}
