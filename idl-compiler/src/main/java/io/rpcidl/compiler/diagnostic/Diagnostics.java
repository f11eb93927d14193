package io.rpcidl.compiler.diagnostic;

import io.rpcidl.compiler.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the diagnostics of one compilation. Not safe for use by several threads.
 *
 * <p>At most {@value #MAX_ERRORS_PER_FILE} errors are kept for a file: who has more than that starts with the first.
 */
public final class Diagnostics {

    /** How many errors of one file are shown. */
    public static final int MAX_ERRORS_PER_FILE = 20;

    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(
                    (Diagnostic diagnostic) -> diagnostic.span().file().path())
            .thenComparing(diagnostic -> diagnostic.span().file().location())
            .thenComparingInt(diagnostic -> diagnostic.span().start())
            .thenComparingInt(diagnostic -> diagnostic.span().end())
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::message);

    private final List<Diagnostic> collected = new ArrayList<>();
    private final Set<String> filesWithErrors = new HashSet<>();

    /** Starts without any. */
    public Diagnostics() {}

    /** Adds a diagnostic. */
    public void add(Diagnostic diagnostic) {
        collected.add(diagnostic);
        if (diagnostic.severity() == Severity.ERROR) {
            filesWithErrors.add(diagnostic.span().file().location());
        }
    }

    /** Adds all that another one holds. */
    public void addAll(Diagnostics others) {
        others.collected.forEach(this::add);
    }

    /** Whether any error was added: then no code is generated. */
    public boolean hasErrors() {
        return !filesWithErrors.isEmpty();
    }

    /** Whether any error was added for a source: then not all is known about it. */
    public boolean hasErrorsIn(SourceFile file) {
        return filesWithErrors.contains(file.location());
    }

    /** All of them, sorted by file and position, without repetitions, and no more errors of one file than the limit. */
    public List<Diagnostic> sorted() {
        List<Diagnostic> all = collected.stream().distinct().sorted(ORDER).toList();
        Map<String, Integer> counts = new HashMap<>();
        List<Diagnostic> kept = new ArrayList<>(all.size());
        for (Diagnostic diagnostic : all) {
            boolean error = diagnostic.severity() == Severity.ERROR;
            if (!error || counts.merge(diagnostic.span().file().location(), 1, Integer::sum) <= MAX_ERRORS_PER_FILE) {
                kept.add(diagnostic);
            }
        }
        return List.copyOf(kept);
    }
}
