package io.rpcidl.compiler;

import io.rpcidl.compiler.compat.Baseline;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.fix.SourceRewriter;
import io.rpcidl.compiler.generate.Backend;
import io.rpcidl.compiler.generate.GeneratedFile;
import io.rpcidl.compiler.lint.Lint;
import io.rpcidl.compiler.lint.LintConfiguration;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.output.OutputFolder;
import io.rpcidl.compiler.resolve.InputDigests;
import io.rpcidl.compiler.resolve.SingleSources;
import io.rpcidl.compiler.source.RootedFile;
import io.rpcidl.schema.compat.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The compiler. It keeps no state between compilations, so several threads may use one instance.
 *
 * <p>Whatever users write, {@link #compile} returns and says what is wrong in diagnostics. It opens nothing but sources
 * inside the given roots. {@link #compile} writes nothing but files inside the output folder, and those only when all went
 * well; {@link #fix} and {@link #format} write nothing but sources, and {@link #lock} nothing but the lock files beside
 * them.
 */
public final class RpcidlCompiler {

    /** A round solves at most the first errors of a file, so a file with very many needs several. */
    private static final int MAX_FIX_ROUNDS = 100;

    private final List<Backend> backends;

    /** A compiler that generates what the given backends make of a schema. */
    public RpcidlCompiler(List<Backend> backends) {
        this.backends = List.copyOf(backends);
    }

    /** Compiles all sources of the request in one run. */
    public CompileResult compile(CompileRequest request) {
        Diagnostics diagnostics = new Diagnostics();
        FrontEnd front = FrontEnd.run(request, diagnostics);
        Schema schema = front.schema();
        if (schema == null) {
            return new CompileResult(diagnostics.sorted(), null, List.of(), List.of());
        }
        backends.forEach(backend -> backend.check(schema, diagnostics));
        new Evolution(request, schema, front.packages(), diagnostics).checkLocks();
        Path output = request.output();
        if (output == null || diagnostics.hasErrors()) {
            return new CompileResult(diagnostics.sorted(), schema, List.of(), List.of());
        }
        List<GeneratedFile> generated = new ArrayList<>();
        backends.forEach(backend -> generated.addAll(backend.generate(schema)));
        OutputFolder.Changes changes = new OutputFolder(output, diagnostics).replace(generated);
        return new CompileResult(diagnostics.sorted(), schema, changes.written(), changes.deleted());
    }

    /**
     * Checks all sources of the request and, if they have no error, looks for what is better done otherwise: that comes as
     * warnings, about the sources of the request alone. Writes nothing, whatever the output of the request.
     *
     * @param configuration which rules are on
     */
    public CompileResult lint(CompileRequest request, LintConfiguration configuration) {
        Diagnostics diagnostics = new Diagnostics();
        FrontEnd front = FrontEnd.run(request, diagnostics);
        Schema schema = front.schema();
        if (schema == null) {
            return new CompileResult(diagnostics.sorted(), null, List.of(), List.of());
        }
        Lint.run(front.program(), configuration, diagnostics);
        backends.forEach(backend -> backend.check(schema, diagnostics));
        return new CompileResult(diagnostics.sorted(), schema, List.of(), List.of());
    }

    /**
     * Compares the sources of the request with an older state of them. What changed is reported where it is: as an error when
     * it reaches as far as the failing level or farther, else as a warning. Generates nothing.
     *
     * @param failing the level from which on changes are errors
     */
    public CompileResult compat(CompileRequest request, Baseline baseline, Level failing) {
        Diagnostics diagnostics = new Diagnostics();
        FrontEnd front = FrontEnd.run(request, diagnostics);
        Schema schema = front.schema();
        if (schema != null) {
            new Evolution(request, schema, front.packages(), diagnostics).compare(baseline, failing);
        }
        return new CompileResult(diagnostics.sorted(), schema, List.of(), List.of());
    }

    /** Writes the lock file beside each source of the request, or brings it up to date; refuses what breaks a lock. */
    public CompileResult lock(CompileRequest request) {
        return lock(request, Set.of());
    }

    /**
     * The same, but lets go what breaks a lock where it is wanted.
     *
     * @param accepted names in full, of definitions or of their members: {@code shop.orders.v1.Order.note}
     */
    public CompileResult lock(CompileRequest request, Set<String> accepted) {
        Diagnostics diagnostics = new Diagnostics();
        FrontEnd front = FrontEnd.run(request, diagnostics);
        Schema schema = front.schema();
        List<Path> written = List.of();
        if (schema != null) {
            written = new Evolution(request, schema, front.packages(), diagnostics).writeLocks(accepted);
        }
        return new CompileResult(diagnostics.sorted(), schema, written, List.of());
    }

    /**
     * Makes all fixes that diagnostics propose for the sources of the request, and compiles again until there is none
     * left; generates nothing, whatever the output of the request. No other file is changed, and none through a symbolic
     * link.
     *
     * @return what is wrong still, and which sources were written
     */
    public CompileResult fix(CompileRequest request) {
        CompileRequest check =
                new CompileRequest(request.sourceRoots(), request.sourceFiles(), request.importRoots(), null);
        List<RootedFile> files = SingleSources.locate(request.sourceFiles());
        SourceRewriter rewriter = new SourceRewriter(request.sourceRoots(), files);
        CompileResult result = compile(check);
        for (int round = 0; round < MAX_FIX_ROUNDS && rewriter.rewrite(result.diagnostics()); round++) {
            result = compile(check);
        }
        Diagnostics left = new Diagnostics();
        result.diagnostics().forEach(left::add);
        rewriter.problems().forEach(left::add);
        return new CompileResult(left.sorted(), result.schema(), rewriter.written(), List.of());
    }

    /**
     * Digests of all that compiling the request would read, by location: when neither they nor the request nor the
     * compiler have changed since the last compile, another one would come to the same.
     *
     * @param imported the import paths that the last compile followed
     * @return null when something can't be read: then compiling says what
     */
    public static @Nullable SortedMap<String, String> inputs(CompileRequest request, Collection<String> imported) {
        return inputs(request, imported, Map.of());
    }

    /**
     * The same without reading the sources that the caller knows to be unchanged.
     *
     * @param known digests of an earlier call, by location
     */
    public static @Nullable SortedMap<String, String> inputs(
            CompileRequest request, Collection<String> imported, Map<String, String> known) {
        List<RootedFile> files = SingleSources.locate(request.sourceFiles());
        return InputDigests.of(request.sourceRoots(), files, request.importRoots(), imported, known);
    }

    /** The digest of one file, as it stands in {@link #inputs}. */
    public static String digest(Path file) throws IOException {
        return InputDigests.of(Files.readAllBytes(file));
    }

    /** The files in an output folder that compiling has written, sorted; those of others are not among them. */
    public static List<Path> outputs(Path folder) {
        return OutputFolder.owned(folder);
    }

    /**
     * Gives all sources of the request, but not those that they import, the one style. Each that changes is replaced at
     * once, never through a symbolic link. A source with syntax errors stays as it is; others don't suffer from it.
     *
     * @return the sources that changed, and why others could not be formatted
     */
    public CompileResult format(CompileRequest request) {
        return Formatting.rewrite(request);
    }

    /** Reports each source of the request that {@link #format} would change, as one error; writes nothing. */
    public CompileResult formatCheck(CompileRequest request) {
        return Formatting.check(request);
    }
}
