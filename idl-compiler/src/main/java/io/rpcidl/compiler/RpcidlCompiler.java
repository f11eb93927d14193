package io.rpcidl.compiler;

import io.rpcidl.compiler.check.Checks;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.fix.SourceRewriter;
import io.rpcidl.compiler.generate.Backend;
import io.rpcidl.compiler.generate.GeneratedFile;
import io.rpcidl.compiler.lint.Lint;
import io.rpcidl.compiler.lint.LintConfiguration;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.output.OutputFolder;
import io.rpcidl.compiler.resolve.InputDigests;
import io.rpcidl.compiler.resolve.Program;
import io.rpcidl.compiler.resolve.Resolver;
import io.rpcidl.compiler.resolve.SchemaBuilder;
import io.rpcidl.compiler.resolve.SingleSources;
import io.rpcidl.compiler.resolve.SourceLoader;
import io.rpcidl.compiler.source.RootedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The compiler. It keeps no state between compilations, so several threads may use one instance.
 *
 * <p>Whatever users write, {@link #compile} returns and says what is wrong in diagnostics. It opens nothing but sources
 * inside the given roots. {@link #compile} writes nothing but files inside the output folder, and those only when all went
 * well; {@link #fix} and {@link #format} write nothing but sources.
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
        Program program = check(request, diagnostics);
        if (diagnostics.hasErrors()) {
            return new CompileResult(diagnostics.sorted(), null, List.of(), List.of());
        }
        Schema schema = SchemaBuilder.build(program);
        backends.forEach(backend -> backend.check(schema, diagnostics));
        Path output = request.output();
        if (output == null || diagnostics.hasErrors()) {
            return new CompileResult(diagnostics.sorted(), schema, List.of(), List.of());
        }
        List<GeneratedFile> generated = new ArrayList<>();
        backends.forEach(backend -> generated.addAll(backend.generate(schema)));
        OutputFolder.Changes changes = new OutputFolder(output, diagnostics).replace(generated);
        return new CompileResult(diagnostics.sorted(), schema, changes.written(), changes.deleted());
    }

    private static Program check(CompileRequest request, Diagnostics diagnostics) {
        List<RootedFile> files = SingleSources.locate(request.sourceFiles());
        SourceLoader loader = new SourceLoader(
                request.sourceRoots(), files, request.importRoots(), diagnostics, SourceLoader.MAX_FILES);
        Program program = Resolver.resolve(loader.load(), diagnostics);
        Checks.run(program, diagnostics);
        return program;
    }

    /**
     * Checks all sources of the request and, if they have no error, looks for what is better done otherwise: that comes as
     * warnings, about the sources of the request alone. Writes nothing, whatever the output of the request.
     *
     * @param configuration which rules are on
     */
    public CompileResult lint(CompileRequest request, LintConfiguration configuration) {
        Diagnostics diagnostics = new Diagnostics();
        Program program = check(request, diagnostics);
        if (diagnostics.hasErrors()) {
            return new CompileResult(diagnostics.sorted(), null, List.of(), List.of());
        }
        Lint.run(program, configuration, diagnostics);
        Schema schema = SchemaBuilder.build(program);
        backends.forEach(backend -> backend.check(schema, diagnostics));
        return new CompileResult(diagnostics.sorted(), schema, List.of(), List.of());
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
        List<RootedFile> files = SingleSources.locate(request.sourceFiles());
        return InputDigests.of(request.sourceRoots(), files, request.importRoots(), imported);
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
