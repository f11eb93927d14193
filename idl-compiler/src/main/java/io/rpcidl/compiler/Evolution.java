package io.rpcidl.compiler;

import io.rpcidl.compiler.compat.Baseline;
import io.rpcidl.compiler.compat.BaselineException;
import io.rpcidl.compiler.compat.BaselineSources;
import io.rpcidl.compiler.compat.FindingReports;
import io.rpcidl.compiler.describe.Describer;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.diagnostic.Severity;
import io.rpcidl.compiler.lock.Lock;
import io.rpcidl.compiler.lock.LockFolder;
import io.rpcidl.compiler.lock.LockReports;
import io.rpcidl.compiler.lock.Locks;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.resolve.SingleSources;
import io.rpcidl.compiler.source.LineIndex;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.Span;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.compat.Compatibility;
import io.rpcidl.schema.compat.Finding;
import io.rpcidl.schema.compat.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares a compiled schema with what it was: with a baseline, or with the lock files beside its sources. */
final class Evolution {

    private static final Span NOWHERE = new Span(new SourceFile("", "", ""), 0, 0);

    private final CompileRequest request;
    private final Schema schema;
    private final Map<String, Span> packages;
    private final Diagnostics diagnostics;
    private @Nullable SchemaDescriptor described;

    Evolution(CompileRequest request, Schema schema, Map<String, Span> packages, Diagnostics diagnostics) {
        this.request = request;
        this.schema = schema;
        this.packages = packages;
        this.diagnostics = diagnostics;
    }

    /** What is compared; most sources have no lock files, and are not described for nothing. */
    private SchemaDescriptor newer() {
        if (described == null) {
            described = Describer.describe(schema);
        }
        return described;
    }

    /** Reports all that changed since a baseline. */
    void compare(Baseline baseline, Level failing) {
        try (BaselineSources sources = baseline.open()) {
            if (sources.locked()) {
                compareLocks(baseline, sources, failing);
                return;
            }
            Diagnostics problems = new Diagnostics();
            FrontEnd older =
                    FrontEnd.run(new CompileRequest(List.of(sources.root()), request.importRoots(), null), problems);
            Schema olderSchema = older.schema();
            if (olderSchema == null) {
                unusable(baseline, broken(problems, sources.root()));
            } else {
                report(Describer.describe(olderSchema), failing);
            }
        } catch (BaselineException problem) {
            unusable(baseline, String.valueOf(problem.getMessage()));
        }
    }

    private void compareLocks(Baseline baseline, BaselineSources sources, Level failing) {
        Diagnostics problems = new Diagnostics();
        Locks locks = new LockFolder(List.of(sources.root()), List.of(), problems).read();
        if (locks == null) {
            unusable(baseline, broken(problems, sources.root()));
        } else if (locks.isEmpty()) {
            unusable(baseline, "there are none; run `rpcidl lock` and commit what it writes");
        } else {
            SchemaDescriptor older = locks.older(newer());
            FindingReports places = report(older, failing);
            new LockReports(locks, newer(), places, Set.of(), diagnostics).retired();
        }
    }

    private FindingReports report(SchemaDescriptor older, Level failing) {
        FindingReports places = new FindingReports(schema, older, packages, NOWHERE);
        for (Finding finding : Compatibility.compare(older, newer())) {
            diagnostics.add(places.diagnostic(finding, failing));
        }
        return places;
    }

    private void unusable(Baseline baseline, String why) {
        String message = baseline.name() + " can't be compared with: " + why;
        Path location = baseline.location();
        String name = location.toString().replace(location.getFileSystem().getSeparator(), "/");
        SourceFile place = new SourceFile(name, name, "");
        diagnostics.add(Diagnostic.of(Code.BASELINE, new Span(place, 0, 0), message));
    }

    /** The first error of a baseline; its other errors are not those of the sources. */
    private static String broken(Diagnostics problems, Path root) {
        for (Diagnostic problem : problems.sorted()) {
            if (problem.severity() == Severity.ERROR) {
                SourceFile file = problem.span().file();
                int line = new LineIndex(file).line(problem.span().start());
                boolean whole = file.location().equals(root.toString());
                return "it is broken" + (whole ? "" : " at " + Quote.of(file.path()) + ", line " + line) + ": "
                        + problem.message();
            }
        }
        return "it is broken";
    }

    /** Checks the lock files that exist beside the sources. */
    void checkLocks() {
        Locks locks =
                new LockFolder(request.sourceRoots(), SingleSources.locate(request.sourceFiles()), diagnostics).read();
        if (locks == null || locks.isEmpty()) {
            return;
        }
        SchemaDescriptor older = locks.older(newer());
        List<Finding> findings = Compatibility.compare(older, newer());
        LockReports reports = reports(locks, older, Set.of());
        reports.retired();
        reports.breaking(findings, Level.WIRE);
        if (!diagnostics.hasErrors()) {
            reports.outOfDate(locks.updated(newer(), findings), packages);
        }
        reports.withoutSource();
    }

    /**
     * Writes the lock files of all sources.
     *
     * @param accepted names of definitions or members whose breaking changes are wanted
     * @return what was written
     */
    List<Path> writeLocks(Set<String> accepted) {
        LockFolder folder =
                new LockFolder(request.sourceRoots(), SingleSources.locate(request.sourceFiles()), diagnostics);
        Locks locks = folder.read();
        if (locks == null) {
            return List.of();
        }
        SchemaDescriptor older = locks.older(newer());
        List<Finding> findings = Compatibility.compare(older, newer());
        LockReports reports = reports(locks, older, accepted);
        reports.retired();
        reports.breaking(findings, Level.WIRE);
        if (diagnostics.hasErrors()) {
            return List.of();
        }
        Map<String, Lock> updated = locks.updated(newer(), findings);
        List<Path> written = folder.write(updated, locks);
        reports.withoutSource();
        return written;
    }

    private LockReports reports(Locks locks, SchemaDescriptor older, Set<String> accepted) {
        FindingReports places = new FindingReports(schema, older, packages, NOWHERE);
        return new LockReports(locks, newer(), places, accepted, diagnostics);
    }
}
