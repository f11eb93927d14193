package io.rpcidl.maven;

import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.DiagnosticRenderer;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.diagnostic.Severity;
import io.rpcidl.compiler.source.LineIndex;
import io.rpcidl.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** Writes diagnostics to Maven's log in the form that build servers and editors know from the Java compiler. */
final class DiagnosticLog {

    private static final String INDENT = "    ";

    /** How many further places of one diagnostic are shown. */
    private static final int MAX_LABELS = 100;

    private final DiagnosticRenderer renderer = new DiagnosticRenderer();
    private final Log log;

    DiagnosticLog(Log log) {
        this.log = log;
    }

    /** Logs every diagnostic and returns how many are errors. */
    int report(List<Diagnostic> diagnostics) {
        int errors = 0;
        for (Diagnostic diagnostic : diagnostics) {
            boolean error = diagnostic.severity() == Severity.ERROR;
            errors += error ? 1 : 0;
            Consumer<String> line = error ? log::error : log::warn;
            lines(diagnostic).forEach(line);
        }
        return errors;
    }

    /** A number of errors, in words. */
    static String count(int errors) {
        return errors == 1 ? "1 error" : errors + " errors";
    }

    /** The lines that the log gets for the given diagnostics. */
    List<String> lines(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .flatMap(diagnostic -> lines(diagnostic).stream())
                .toList();
    }

    /** A line for each place, each with its own path so that an editor can jump there, then what to do about it. */
    private List<String> lines(Diagnostic diagnostic) {
        List<String> lines = new ArrayList<>();
        lines.add(renderer.line(diagnostic));
        diagnostic.labels().stream()
                .limit(MAX_LABELS)
                .forEach(label -> lines.add(INDENT + place(label.span()) + " " + label.message()));
        if (diagnostic.help() != null) {
            lines.add(INDENT + "help: " + diagnostic.help());
        }
        if (diagnostic.fix() != null) {
            lines.add(INDENT + "fix: " + diagnostic.fix().description());
        }
        return lines;
    }

    private static String place(Span span) {
        LineIndex index = new LineIndex(span.file());
        String path = Quote.printable(span.file().location());
        return path + ":[" + index.line(span.start()) + "," + index.column(span.start()) + "]";
    }
}
