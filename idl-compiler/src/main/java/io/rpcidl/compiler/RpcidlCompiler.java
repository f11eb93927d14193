package io.rpcidl.compiler;

import io.rpcidl.compiler.check.Checks;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.generate.Backend;
import io.rpcidl.compiler.generate.GeneratedFile;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.output.OutputFolder;
import io.rpcidl.compiler.resolve.Program;
import io.rpcidl.compiler.resolve.Resolver;
import io.rpcidl.compiler.resolve.SchemaBuilder;
import io.rpcidl.compiler.resolve.SourceLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The compiler. It keeps no state between compilations, so several threads may use one instance.
 *
 * <p>Whatever users write, {@link #compile} returns and says what is wrong in diagnostics. It opens nothing but sources
 * inside the given roots, and writes nothing but files inside the output folder, and those only when all went well.
 */
public final class RpcidlCompiler {

    private final List<Backend> backends;

    /** A compiler that generates what the given backends make of a schema. */
    public RpcidlCompiler(List<Backend> backends) {
        this.backends = List.copyOf(backends);
    }

    /** Compiles all sources of the request in one run. */
    public CompileResult compile(CompileRequest request) {
        Diagnostics diagnostics = new Diagnostics();
        SourceLoader loader = new SourceLoader(request.sourceRoots(), request.importRoots(), diagnostics);
        Program program = Resolver.resolve(loader.load(), diagnostics);
        Checks.run(program, diagnostics);
        if (diagnostics.hasErrors()) {
            return new CompileResult(diagnostics.sorted(), null, List.of(), List.of());
        }
        Schema schema = SchemaBuilder.build(program);
        backends.forEach(backend -> backend.check(schema, diagnostics));
        Path output = request.output();
        if (output == null || diagnostics.hasErrors()) {
            return new CompileResult(diagnostics.sorted(), schema, List.of(), List.of());
        }
        List<GeneratedFile> files = new ArrayList<>();
        backends.forEach(backend -> files.addAll(backend.generate(schema)));
        OutputFolder.Changes changes = new OutputFolder(output, diagnostics).replace(files);
        return new CompileResult(diagnostics.sorted(), schema, changes.written(), changes.deleted());
    }
}
